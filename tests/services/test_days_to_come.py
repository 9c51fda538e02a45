"""A day on which something was done cannot be one to come, wherever it is written down."""

from datetime import date, timedelta

import pytest

from registry.errors import BrokenRule
from registry.model import Action, Agreement, Closing, Product, Statement
from registry.model.agreement_lists import AgreementStatus
from registry.model.base import Base
from registry.model.statement import Council, StatementKind
from registry.model.supplier import CovenantStatus
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.board.statements import add_statement, edit_statement
from registry.services.cases.closings import open_closing
from registry.services.past import TO_COME
from registry.services.suppliers.external_reviews import add_review, edit_review
from registry.services.suppliers.products import add_product, edit_product
from registry.services.suppliers.suppliers import note_covenant
from registry.services.year.actions import add_action, edit_action
from tests.complete_register import complete_register

TODAY = date(2026, 8, 1)
TOMORROW = TODAY + timedelta(days=1)
DONE_WORDS = (
    *("gedaan", "getekend", "gekregen", "gevraagd op", "begonnen", "besloten", "overgenomen", "vastgesteld"),
    "nagegaan",
)
BY_THE_SCREEN = {"app_request", "account", "review", "practice_check"}  # their days are those of the click
CONSENT = {"kind": StatementKind.SCHOOL_GUIDE, "title": "Schoolgids", "council": Council.MR}


@pytest.fixture
def register(session):
    return complete_register(session)


def _add_deviation(session, register):
    deviation = {"topic": "Datalekken", "difference": "36 uur", "decided_on": TOMORROW}
    return edit_agreement(session, register.agreement.id, 1, {}, {"deviations": [deviation]}, today=TODAY)


VERBS = {
    "a product with a DPIA": lambda session, one: add_product(
        session, one.lettervlieg.id, {"name": "Sommen", "dpia_done_on": TOMORROW}, today=TODAY
    ),
    "the DPIA of a product": lambda session, one: edit_product(
        session, one.letters.id, 1, {"dpia_done_on": TOMORROW}, today=TODAY
    ),
    "a signature": lambda session, one: edit_agreement(
        session, one.agreement.id, 1, {"board_signed_on": TOMORROW}, today=TODAY
    ),
    "an agreement that is signed": lambda session, one: add_agreement(
        session, one.lettervlieg.id, {"arrangement": "own_text", "supplier_signed_on": TOMORROW}, today=TODAY
    ),
    "a deviation decided on": _add_deviation,
    "a test by others": lambda session, one: add_review(
        session, one.lettervlieg.id, {"reviewer": "sivon", "reviewed_on": TOMORROW}, TODAY
    ),
    "a look at the covenant's list": lambda session, one: note_covenant(
        session, one.lettervlieg.id, {"status": CovenantStatus.NONE, "checked_on": TOMORROW}, TODAY
    ),
    "consent of the council": lambda session, one: add_statement(
        session, CONSENT | {"consent_given_on": TOMORROW}, TODAY
    ),
    "an action": lambda session, one: add_action(session, {"what": "Bel", "done_on": TOMORROW}, today=TODAY),
    "a dossier begun": lambda session, one: open_closing(session, one.letters.id, {"begun_on": TOMORROW}, TODAY),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_what_was_done_on_a_day_to_come_is_refused(session, register, verb):
    with pytest.raises(BrokenRule, match=TO_COME) as caught:
        verb(session, register)
    assert caught.value.field.endswith("_on") or caught.value.field == "deviations"


def test_the_day_of_today_is_taken(session, register):
    action = add_action(session, {"what": "Bel"}, today=TODAY)
    assert edit_action(session, action.id, 1, {"done_on": TODAY}, TODAY).done_on == TODAY
    statement = add_statement(session, CONSENT, TODAY)
    assert edit_statement(session, statement.id, 1, {"consent_given_on": TODAY}, TODAY).consent_given_on == TODAY
    review = add_review(session, register.lettervlieg.id, {"reviewer": "sivon"}, TODAY)
    changed = edit_review(session, review.id, register.lettervlieg.version, {"reviewed_on": TODAY}, TODAY)
    assert changed.reviewed_on == TODAY


def test_a_day_to_come_that_stood_there_already_stops_nobody_who_changes_something_else(session, register):
    edit_agreement(session, register.agreement.id, 1, {"board_signed_on": TOMORROW})
    same = {"board_signed_on": TOMORROW, "status": AgreementStatus.REQUESTED}
    changed = edit_agreement(session, register.agreement.id, 2, same, today=TODAY)
    assert changed.status is AgreementStatus.REQUESTED


def test_every_day_whose_name_says_that_it_was_done_is_marked():
    columns = [
        column
        for table in Base.metadata.tables.values()
        for column in table.columns
        if table.name not in BY_THE_SCREEN and any(word in str(column.doc).lower() for word in DONE_WORDS)
    ]
    days = [column for column in columns if "past" in column.info]
    assert {column.table.name for column in days} >= {
        kind.__tablename__ for kind in (Action, Agreement, Closing, Product, Statement)
    }
    assert [str(column) for column in days if not column.info["past"]] == []
