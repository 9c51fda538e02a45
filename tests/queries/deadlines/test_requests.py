"""What was asked of a supplier, by a stage of its agreement or by letter, and is not answered in four weeks."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from registry.database import change
from registry.model import AuditEvent, PrivacyAnnex, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus as Status
from registry.model.deadline_kind import DeadlineKind
from registry.model.supplier import ContactKind
from registry.queries.deadlines.due import due
from registry.queries.deadlines.letters import ASKING
from registry.queries.suppliers.owed import owed
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.board import set_up_board
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from registry.services.records import fetch
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.uses import end_use
from tests.complete_register import BOARD, SUPPLIER

KIND = DeadlineKind.REQUEST
ASKED, ANSWER = date(2027, 3, 1), date(2027, 3, 29)
LATE = datetime(2027, 2, 28, 23, 30, tzinfo=UTC)  # already 1 March in the Netherlands


@pytest.fixture
def stand(cast, agree):
    """Let the agreement come into a stage at half past midnight on 1 March."""

    def stand(status, **fields):
        agreement = agree(status=status, starts_on=None, **fields)
        with change(cast, "proef"):
            about = AuditEvent.record == "agreement", AuditEvent.field == "status"
            cast.connection().execute(update(AuditEvent).where(*about).values(at=LATE))
        return agreement

    return stand


@pytest.fixture
def write(cast, tmp_path):
    """Make a letter to Lettervlieg final on this day."""
    set_up_board(cast, BOARD)
    edit_supplier(cast, 1, 1, {name: SUPPLIER[name] for name in ("address", "postcode", "city")})

    def write(on, kind="letter-request"):
        paper = compose(cast, Order(KINDS[kind], 1, on, on))
        make_final(cast, paper, Templates(tmp_path), datetime(on.year, on.month, on.day, 12, tzinfo=UTC))

    return write


def test_the_letters_that_ask_are_papers():
    assert set(ASKING) <= set(KINDS)


@pytest.mark.parametrize(
    ("status", "fields", "sentence"),
    [
        (Status.REQUESTED, {}, "Lettervlieg B.V. is op 1 maart 2027 om een overeenkomst gevraagd. Er is nog geen"),
        (Status.WITH_SUPPLIER, {}, "De overeenkomst ligt sinds 1 maart 2027 bij Lettervlieg B.V., en er is nog geen"),
        (
            Status.SENT,
            {},
            "De overeenkomst is op 1 maart 2027 aan Lettervlieg B.V. gestuurd om te tekenen, en",
        ),
        (
            Status.SIGNED_ONE_SIDE,
            {"board_signed_on": ASKED},
            "Sinds 1 maart 2027 ontbreekt alleen de handtekening van Lettervlieg B.V.",
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Status) else None,
)
def test_four_weeks_after_it_came_to_lie_with_the_supplier_it_is_due(cast, stand, days, status, fields, sentence):
    agreement = stand(status, **fields)
    (item,) = due(cast, ANSWER)
    assert item.sentence.startswith(sentence)
    assert (item.kind, item.on, item.table, item.number) == (KIND, ANSWER, "agreement", agreement.id)
    assert days(KIND, date(2027, 3, 28)) == []


@pytest.mark.parametrize(
    ("status", "fields"),
    [
        (Status.WANTED, {}),
        (Status.IN_REVIEW, {}),
        (Status.READY_TO_SIGN, {}),
        (Status.SIGNED_ONE_SIDE, {"supplier_signed_on": ASKED}),
    ],
    ids=["not-asked", "in-review", "to-be-signed", "signed-by-the-supplier"],
)
def test_while_the_board_is_to_act_nothing_is_asked_of_the_supplier(stand, days, status, fields):
    stand(status, **fields)
    assert days(KIND, ANSWER) == []


def test_before_the_day_of_the_request_there_is_none(stand, days):
    stand(Status.REQUESTED)
    assert days(KIND, date(2027, 2, 28), ANSWER) == []


def test_an_answer_makes_an_end_of_it(cast, stand, days):
    agreement = stand(Status.REQUESTED)
    edit_agreement(cast, agreement.id, agreement.version, {"status": Status.RECEIVED})
    assert days(KIND, ANSWER) == []


def test_a_reminder_gives_four_weeks_more(stand, write, days):
    stand(Status.REQUESTED)
    write(date(2027, 4, 5), "letter-reminder")
    assert days(KIND, ANSWER) == [ANSWER]
    assert days(KIND, date(2027, 4, 5), date(2027, 5, 3)) == [date(2027, 5, 3)]


def test_a_letter_of_an_earlier_year_does_not_count(stand, write, days):
    write(date(2026, 3, 2))
    stand(Status.REQUESTED)
    assert days(KIND, ANSWER) == [ANSWER]


def test_a_letter_without_an_agreement_is_due_while_something_is_owed(cast, write, days):
    write(ASKED)
    (item,) = [one for one in due(cast, ANSWER) if one.kind is KIND]
    assert item.sentence == "Lettervlieg B.V. is op 1 maart 2027 per brief om gegevens gevraagd. Nog niet alles is er."
    assert (item.on, item.table, item.number, item.step) == (ANSWER, "supplier", 1, "letter")
    end_use(cast, 1, date(2027, 3, 15))
    assert days(KIND, ANSWER) == []


def test_what_came_to_lack_after_the_letter_was_not_asked(cast, write, days):
    write(ASKED)
    for kind in (PrivacyAnnex, SecurityAnnex):
        made = propose_annex(cast, kind, 1, {"edition": "1"})
        accept_annex(cast, kind, made.id, date(2027, 3, 10))
    contact = {"kind": ContactKind.DATA_BREACH, "email": "datalek@lettervlieg.example"}
    edit_supplier(cast, 1, 2, {}, {"contacts": [contact]})
    assert days(KIND, ANSWER) == [ANSWER]  # the agreement
    held = {"status": Status.IN_FORCE, "starts_on": ASKED, "arrangement": "own_text"}
    add_agreement(cast, 1, held, {"products": [{"product_id": 1}]})
    assert owed(fetch(cast, Supplier, 1), ANSWER)
    assert days(KIND, ANSWER) == []
