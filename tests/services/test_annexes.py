"""Annex versions: proposed, edited, accepted, withdrawn; what was once in force stays as it was."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.errors import BrokenRule, ChangedMeanwhile, InvalidText, NotFound, UnknownCode
from registry.model import AuditEvent, PrivacyAnnex, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.services.annexes import accept_annex, edit_annex, propose_annex, replaced_by, withdraw_annex
from registry.services.products import add_product
from registry.services.suppliers import add_supplier

FIRST, SECOND, THIRD = date(2026, 8, 1), date(2027, 2, 1), date(2027, 8, 1)


@pytest.fixture
def product(session):
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    return add_product(session, supplier.id, {"name": "Lettervlieg", "kind": "lt"})


@pytest.fixture
def propose(session, product):
    """A proposed privacy annex of the product with these rows."""

    def make(fields=None, **rows):
        return propose_annex(session, PrivacyAnnex, product.id, fields or {}, rows)

    return make


@pytest.fixture
def secure(session, product):
    """A proposed security annex of the product."""

    def make(fields=None, **rows):
        return propose_annex(session, SecurityAnnex, product.id, fields or {}, rows)

    return make


def lines_since(session, last):
    """What the history got after line `last`, without ids."""
    lines = session.scalars(select(AuditEvent).where(AuditEvent.id > last).order_by(AuditEvent.id))
    return [(line.action, line.record, line.field, line.old, line.new) for line in lines]


def last_line(session):
    return session.scalars(select(AuditEvent.id).order_by(AuditEvent.id.desc())).first()


class TestAccepting:
    def test_the_version_before_ends_on_the_day_that_the_new_one_begins(self, session, propose):
        old, new = propose(), propose()
        accept_annex(session, PrivacyAnnex, old.id, FIRST)
        assert replaced_by(new) is old
        accept_annex(session, PrivacyAnnex, new.id, SECOND)
        assert (old.status, old.accepted_on, old.superseded_on) == (AnnexStatus.SUPERSEDED, FIRST, SECOND)
        assert (new.status, new.accepted_on, new.superseded_on) == (AnnexStatus.ACCEPTED, SECOND, None)

    def test_on_every_day_exactly_one_version_holds(self, session, product, propose):
        for day in (FIRST, SECOND, THIRD):
            accept_annex(session, PrivacyAnnex, propose().id, day)
        held = [sum(annex.holds_on(day) for annex in product.privacy_annexes) for day in (FIRST, SECOND, THIRD)]
        assert held == [1, 1, 1]

    def test_a_new_version_cannot_hold_before_the_one_it_replaces(self, session, propose):
        old, new = propose(), propose()
        accept_annex(session, PrivacyAnnex, old.id, SECOND)
        with pytest.raises(BrokenRule) as fault:
            accept_annex(session, PrivacyAnnex, new.id, FIRST)
        assert fault.value.field == "on"
        assert (old.status, new.status) == (AnnexStatus.ACCEPTED, AnnexStatus.PROPOSED)

    def test_both_kinds_hold_beside_each_other(self, session, product, propose, secure):
        accept_annex(session, PrivacyAnnex, propose().id, FIRST)
        accept_annex(session, SecurityAnnex, secure().id, FIRST)
        assert product.privacy_annex_on(FIRST)
        assert product.security_annex_on(FIRST)

    def test_a_withdrawn_proposal_replaces_nothing(self, session, propose):
        old, aside = propose(), propose()
        accept_annex(session, PrivacyAnnex, old.id, FIRST)
        withdraw_annex(session, PrivacyAnnex, aside.id)
        with pytest.raises(BrokenRule, match="ligt vast"):
            accept_annex(session, PrivacyAnnex, aside.id, SECOND)
        assert old.status is AnnexStatus.ACCEPTED

    def test_who_accepts_what_somebody_changed_meanwhile_is_told(self, session, propose):
        annex = propose({"edition": "1"})
        edit_annex(session, PrivacyAnnex, annex.id, 1, {"edition": "2"})
        with pytest.raises(ChangedMeanwhile) as fault:
            accept_annex(session, PrivacyAnnex, annex.id, FIRST, seen=1)
        assert fault.value.changes == [("Versie", "1", "2")]
        assert annex.status is AnnexStatus.PROPOSED

    def test_a_number_of_the_other_kind_is_not_found(self, session, propose):
        annex = propose()
        with pytest.raises(NotFound):
            accept_annex(session, SecurityAnnex, annex.id, FIRST)


class TestEditing:
    @pytest.mark.parametrize("settle", [lambda *to: accept_annex(*to, FIRST), withdraw_annex])
    def test_a_fixed_version_is_never_overwritten(self, session, propose, settle):
        annex = propose({"edition": "1"}, data=[{"category": "1.1"}])
        settle(session, PrivacyAnnex, annex.id)
        with pytest.raises(BrokenRule, match="ligt vast"):
            edit_annex(session, PrivacyAnnex, annex.id, annex.version, {"edition": "2"}, {"data": []})
        assert (annex.edition, [item.category for item in annex.data]) == ("1", ["1.1"])

    def test_the_second_saver_is_told_what_changed(self, session, propose):
        annex = propose({"edition": "1"})
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"purposes": [{"purpose": "LT-b"}]})
        with pytest.raises(ChangedMeanwhile) as fault:
            edit_annex(session, PrivacyAnnex, annex.id, 1, {"edition": "2"}, {"purposes": []})
        assert ("Doel", "", "LT-b") in fault.value.changes
        assert [row.purpose for row in annex.purposes] == ["LT-b"]

    def test_the_history_has_only_what_really_changed(self, session, propose):
        annex = propose(data=[{"category": "1.1", "subjects": ("pupil",)}, {"category": "7b", "note": "niveau"}])
        last = last_line(session)
        rows = [{"category": "1.1", "subjects": ("pupil", "teacher")}, {"category": "7b", "note": "niveau"}]
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"data": rows})
        assert lines_since(session, last) == [("changed", "annex_data", "subjects", "pupil", "pupil teacher")]

    def test_a_purpose_that_somebody_else_added_first_is_not_added_twice(self, session, propose):
        annex = propose()
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"purposes": [{"purpose": "LT-b", "note": "van haar"}]})
        edit_annex(session, PrivacyAnnex, annex.id, 2, {}, {"purposes": [{"purpose": "LT-b", "note": "van hem"}]})
        assert [(row.purpose, row.note) for row in annex.purposes] == [("LT-b", "van hem")]

    def test_two_rows_about_one_category_stay_two(self, session, propose):
        rows = [{"category": "1.1", "subjects": ("pupil",)}, {"category": "1.1", "subjects": ("parent",)}]
        annex = propose(data=rows)
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"data": rows})
        assert [item.subjects for item in annex.data] == [("pupil",), ("parent",)]


class TestRulesOfAPrivacyAnnex:
    @pytest.mark.parametrize("code", ["LT-z", "SLI-a10"])
    def test_an_unknown_purpose_is_refused(self, propose, code):
        with pytest.raises(UnknownCode):
            propose(purposes=[{"purpose": code}])

    def test_a_purpose_stands_there_once(self, propose):
        with pytest.raises(BrokenRule, match="twee keer: LT-b"):
            propose(purposes=[{"purpose": "LT-b"}, {"purpose": "LT-b"}])

    @pytest.mark.parametrize("rows", [{"purposes": [{"note": "los"}]}, {"data": [{"note": "los"}]}])
    def test_a_row_without_its_code_is_refused(self, propose, rows):
        with pytest.raises(BrokenRule, match="Kies bij elke regel"):
            propose(**rows)

    def test_other_data_mean_nothing_without_a_text(self, propose):
        with pytest.raises(BrokenRule, match="welke gegevens") as fault:
            propose(data=[{"category": "12"}])
        assert fault.value.field == "data"
        assert propose(data=[{"category": "12", "note": "schoenmaat"}]).data[0].note == "schoenmaat"

    @pytest.mark.parametrize(("processed", "denied"), [("13", "13"), ("7b", "7")])
    def test_what_is_processed_cannot_be_denied(self, propose, processed, denied):
        with pytest.raises(BrokenRule, match="Haal één van de twee weg"):
            propose(data=[{"category": processed}], denials=[{"statement": "geen cijfers", "category": denied}])

    def test_a_part_of_what_is_processed_may_be_denied(self, propose):
        annex = propose(data=[{"category": "7"}], denials=[{"statement": "geen verzuim", "category": "7d"}])
        assert annex.denials[0].statement == "geen verzuim"

    def test_a_denied_category_says_itself_what_it_is(self, propose):
        assert propose(denials=[{"category": "13"}]).denials[0].statement == "geen burgerservicenummer (BSN)"

    def test_a_known_term_is_written_out(self, propose):
        kept = propose(retention=[{"retention_term": "attendance_enrolment"}]).retention[0]
        assert (kept.data, kept.term) == ("Verzuim, in- en uitschrijving", "5 jaar na de uitschrijving")

    def test_a_term_in_own_words_stays_beside_the_known_one(self, propose):
        kept = propose(retention=[{"retention_term": "exam_work", "term": "een jaar"}]).retention[0]
        assert (kept.data, kept.term) == ("Examenwerk", "een jaar")

    def test_a_safeguard_stands_only_outside_the_eea(self, propose):
        with pytest.raises(BrokenRule, match="Nederland ligt binnen de EER"):
            propose(storage=[{"country": "NL", "safeguard": "scc"}])

    def test_a_proposal_may_leave_a_safeguard_open(self, propose):
        assert propose(storage=[{"country": "US"}]).storage[0].safeguard == ""

    def test_text_that_no_paper_can_hold_is_refused(self, propose):
        with pytest.raises(InvalidText):
            propose({"description": "uit\x00leg"})


class TestSubprocessors:
    def test_there_are_none_or_they_are_listed(self, propose):
        with pytest.raises(BrokenRule) as fault:
            propose({"no_subprocessors": True}, subprocessors=[{"name": "Wolk"}])
        assert fault.value.field == "no_subprocessors"

    def test_one_without_a_name_is_refused(self, propose):
        with pytest.raises(BrokenRule, match="een naam"):
            propose(subprocessors=[{"service": "hosting"}])

    def test_they_form_a_chain_of_several_levels(self, propose):
        annex = propose(
            subprocessors=[
                {"name": "Postduif", "works_for": "Wolk"},
                {"name": "Wolk"},
                {"name": "Dakpan", "works_for": "Postduif"},
                {"name": "Meting"},
            ]
        )
        levels = [(one.name, level) for one, level in annex.chain()]
        assert levels == [("Wolk", 1), ("Postduif", 2), ("Dakpan", 3), ("Meting", 1)]

    def test_another_spelling_of_a_listed_name_is_recognised(self, propose):
        annex = propose(subprocessors=[{"name": "Wolk B.V."}, {"name": "Postduif", "works_for": "wolk bv"}])
        assert annex.subprocessors[1].works_for == "Wolk B.V."

    @pytest.mark.parametrize(
        ("rows", "sentence"),
        [
            ([{"name": "Wolk", "works_for": "Nergens"}], "staat niet in de lijst"),
            ([{"name": "Wolk", "works_for": "Wolk"}], "voor zichzelf"),
            ([{"name": "Eb", "works_for": "Vloed"}, {"name": "Vloed", "works_for": "Eb"}], "in een kring"),
            ([{"name": "Wolk"}, {"name": "Wolk"}, {"name": "Postduif", "works_for": "Wolk"}], "twee keer"),
        ],
    )
    def test_a_chain_that_leads_nowhere_is_refused(self, propose, rows, sentence):
        with pytest.raises(BrokenRule, match=sentence):
            propose(subprocessors=rows)


class TestRulesOfASecurityAnnex:
    @pytest.mark.parametrize("hours", [0, -1, 721])
    def test_the_hours_of_the_breach_contact_lie_within_a_month(self, secure, hours):
        with pytest.raises(BrokenRule) as fault:
            secure({"breach_hours": hours})
        assert fault.value.field == "breach_hours"

    def test_a_measure_stands_there_once(self, secure):
        with pytest.raises(BrokenRule, match="twee keer"):
            secure(measures=[{"measure": "backup", "answer": "met"}, {"measure": "backup"}])

    def test_a_changed_answer_is_one_line_in_the_history(self, session, secure):
        annex = secure(measures=[{"measure": "backup", "answer": "met"}])
        last = last_line(session)
        rows = {"measures": [{"measure": "backup", "answer": "partly"}]}
        edit_annex(session, SecurityAnnex, annex.id, 1, {}, rows)
        assert lines_since(session, last) == [("changed", "measure", "answer", "met", "partly")]
