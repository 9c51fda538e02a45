"""Changes at a subprocessor: the term to object, the decision, the letters, and what is due."""

from datetime import date

import pytest

from registry.errors import AlreadyExists, BrokenRule
from registry.model import PrivacyAnnex
from registry.model.deadline_kind import DeadlineKind
from registry.model.subprocessor_notice import NoticeDecision, SubprocessorChange, TermUnit
from registry.queries.cases.notices import touched
from registry.queries.deadlines.due import due
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.cases.notice_annexes import propose_from_notice
from registry.services.cases.notices import add_notice, decide
from registry.services.paper import KINDS, Order, compose
from tests.services.cases.notices.written import GOT, NEW, TODAY, TREE


def items(session, on):
    return [(item.on, item.action) for item in due(session, on) if item.kind is DeadlineKind.OBJECTION]


@pytest.mark.parametrize(
    ("got", "term", "unit", "last"),
    [
        (date(2027, 3, 1), 4, TermUnit.WEEKS, date(2027, 3, 29)),
        (date(2027, 3, 1), 30, TermUnit.DAYS, date(2027, 3, 31)),
        (date(2027, 2, 25), 10, TermUnit.DAYS, date(2027, 3, 7)),
        (date(2024, 2, 25), 10, TermUnit.DAYS, date(2024, 3, 6)),
        (date(2026, 12, 20), 2, TermUnit.WEEKS, date(2027, 1, 3)),
        (date(2027, 3, 1), None, TermUnit.WEEKS, None),
    ],
    ids=["weeks", "days", "on a sunday, not moved", "over 29 february", "over new year", "not known"],
)
def test_the_last_day_to_object_is_a_legal_date(keep, got, term, unit, last):
    assert keep(received_on=got, term=term, term_unit=unit).object_before == last


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " "}, "name"),
        ({"received_on": date(2027, 4, 2)}, "received_on"),
        ({"change": SubprocessorChange.REPLACED}, "replaces"),
        ({"country": "NL", "safeguard": "scc"}, "safeguard"),
        ({"decided_on": GOT}, "decision"),
        ({"decision": NoticeDecision.CONSENT}, "decided_on"),
        ({"decision": NoticeDecision.CONSENT, "decided_on": date(2027, 2, 1)}, "decided_on"),
        ({"decision": NoticeDecision.CONSENT, "decided_on": TODAY, "answered_on": GOT}, "answered_on"),
    ],
    ids=["no name", "future", "replaces nobody", "safeguard in the EEA", "no decision", "no day", "early", "answer"],
)
def test_what_cannot_be_is_told_at_its_field(keep, fields, field):
    with pytest.raises(BrokenRule) as caught:
        keep(**fields)
    assert caught.value.field == field


def test_sent_twice_it_is_one_notice(keep):
    keep()
    with pytest.raises(AlreadyExists):
        keep()


def test_it_is_about_a_product_of_this_supplier(session, register):
    with pytest.raises(BrokenRule):
        add_notice(session, register.duo.id, NEW, [register.letters.id], TODAY)
    with pytest.raises(BrokenRule):
        add_notice(session, register.lettervlieg.id, NEW, [], TODAY)


def test_an_objection_after_its_term_is_kept_and_says_so(session, keep):
    notice = keep(term=2)
    fields = {"decision": NoticeDecision.OBJECTION, "decided_on": date(2027, 3, 16)}
    assert decide(session, notice.id, 1, fields, TODAY).is_late_objection
    in_time = {"decided_on": date(2027, 3, 15)}
    assert not decide(session, notice.id, 2, in_time, TODAY).is_late_objection


class TestAnObjectionAfterTheVersionWasAccepted:
    @pytest.fixture
    def agreed(self, session, register, keep):
        notice = keep(decision=NoticeDecision.CONSENT, decided_on=TODAY)
        annex = propose_from_notice(session, notice.id, register.letters.id, TODAY)
        accept_annex(session, PrivacyAnnex, annex.id, TODAY)
        return notice

    def test_is_refused_at_the_decision(self, session, agreed):
        with pytest.raises(BrokenRule, match="accepteerde deze wijziging al") as caught:
            decide(session, agreed.id, agreed.version, {"decision": NoticeDecision.OBJECTION}, TODAY)
        assert (caught.value.field, agreed.decision) == ("decision", NoticeDecision.CONSENT)

    def test_gets_no_letter_when_it_was_there_before(self, session, register, keep):
        notice = keep(decision=NoticeDecision.OBJECTION, decided_on=TODAY)
        rows = {"subprocessors": [*TREE, {"name": NEW["name"].upper(), "country": "US"}]}
        annex = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "4"}, rows)
        order = Order(KINDS["letter-notice-objection"], notice.id, TODAY, TODAY)
        assert compose(session, order)
        accept_annex(session, PrivacyAnnex, annex.id, TODAY)
        with pytest.raises(BrokenRule, match="is al geaccepteerd"):
            compose(session, order)


def test_a_term_of_nothing_is_no_term(keep):
    with pytest.raises(BrokenRule) as caught:
        keep(term=0)
    assert caught.value.field == "term"


def test_it_tells_which_schools_and_data_it_touches(session, keep):
    row = touched(session, keep(change=SubprocessorChange.CHANGED, name="Postduif"), TODAY)[0]
    assert (row.product.name, row.schools, row.names) == ("Letters", ["De Zandloper"], True)
    assert row.data.startswith("Naam, e-mailadres")


class TestWhatIsDue:
    def test_it_is_due_on_the_last_day_to_object(self, session, keep):
        keep(term=4)
        assert (items(session, date(2027, 3, 28)), items(session, TODAY)) == (
            [],
            [(date(2027, 3, 29), "Neem een besluit")],
        )

    def test_without_a_known_term_it_is_due_at_once(self, session, keep):
        keep()
        assert items(session, GOT) == [(GOT, "Zoek de termijn op en besluit")]

    @pytest.mark.parametrize(
        ("decision", "left"),
        [
            (NoticeDecision.NO_OBJECTION, []),
            (NoticeDecision.CONSENT, [(date(2027, 3, 29), "Verstuur het antwoord")]),
        ],
        ids=["nothing to send", "a letter to send"],
    )
    def test_a_decision_that_asks_for_a_letter_is_done_when_it_was_sent(self, session, keep, decision, left):
        notice = keep(term=4)
        decide(session, notice.id, 1, {"decision": decision, "decided_on": date(2027, 3, 10)}, TODAY)
        assert items(session, TODAY) == left
        assert items(session, date(2027, 3, 30)) == left
        decide(session, notice.id, notice.version, {"answered_on": date(2027, 3, 31)}, TODAY)
        assert items(session, TODAY) == []
        assert items(session, date(2027, 3, 30)) == left


class TestTheLetters:
    @pytest.mark.parametrize(
        ("code", "decision"),
        [
            ("letter-notice-objection", NoticeDecision.OBJECTION),
            ("letter-consent", NoticeDecision.CONSENT),
        ],
    )
    def test_a_letter_says_what_was_decided_and_nothing_else(self, session, keep, code, decision):
        other = {NoticeDecision.OBJECTION: NoticeDecision.CONSENT}.get(decision, NoticeDecision.OBJECTION)
        notice = keep(decision=decision, decided_on=TODAY, reason="alleen voor ouders")
        values = compose(session, Order(KINDS[code], notice.id, TODAY, TODAY)).parts[0].values
        group = values.get("bezwaar") or values["toestemming"]
        assert "alleen voor ouders" in (group.get("reden"), group.get("voorwaarden"))
        told = group["subverwerkers"][0]
        assert (told["naam"], told["dienst"], told["waarborg"]) == ("Mailduif Inc.", "e-mail", "waarborg niet genoemd")
        decide(session, notice.id, 1, {"decision": other}, TODAY)
        with pytest.raises(BrokenRule):
            compose(session, Order(KINDS[code], notice.id, TODAY, TODAY))
