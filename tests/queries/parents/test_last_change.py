"""The day on which what a page shows last became different."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from registry.database import db
from registry.model import AuditEvent, Base, PrivacyAnnex, School, Supplier, Use
from registry.model.parents_page import ALL_PARTS
from registry.queries.parents.last_change import SOURCES
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.board import edit_board
from registry.services.suppliers.products import edit_product
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import edit_use, end_use, start_use
from tests.complete_register import SINCE, TODAY

LONG_AGO, LATELY = date(2025, 9, 1), date(2026, 7, 1)
DAY = timedelta(days=1)


@pytest.fixture
def written_on(session, register):
    """Let what was written since the last call be written on this day; all of the register itself long ago."""
    marks, lines = [0], AuditEvent.__table__

    def date_lines(day):
        newest = session.scalar(select(func.max(AuditEvent.id)))
        session.rollback()
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        with db.engine.begin() as connection:
            connection.execute(update(lines).where(lines.c.id > marks[-1]).values(at=moment))
        marks.append(newest)

    date_lines(LONG_AGO)
    return date_lines


SHOWN = {
    "the text for parents": lambda session: edit_use(session, 1, 1, {"purpose_plain": "Lezen."}),
    "the name of the product": lambda session: edit_product(session, 1, 1, {"name": "Letters 2"}),
    "the name of the supplier": lambda session: edit_supplier(session, 1, 1, {"name": "Vlieg"}, {}, {}),
    "the own sentence": lambda session: edit_school(session, 1, 1, {"guide_note": "Vraag gerust."}),
    "the FG": lambda session: edit_board(session, 1, {"dpo_email": "avg@getijden.example"}),
    "a use that was hidden": lambda session: edit_use(session, 1, 1, {"in_guide": False}),
    "a use that was ended": lambda session: end_use(session, 1, SINCE),
}
NOT_SHOWN = {
    "a note at the use": lambda session: edit_use(session, 1, 1, {"note": "bellen"}),
    "a later last day": lambda session: end_use(session, 1, TODAY + DAY),
    "a note at the supplier": lambda session: edit_supplier(session, 1, 1, {"note": "duur"}, {}, {}),
    "the address of the school": lambda session: edit_school(session, 1, 1, {"city": "Zuiderveen"}),
    "the name of the FG": lambda session: edit_board(session, 1, {"dpo_name": "C. Geheim"}),
    "a new proposal": lambda session: propose_annex(session, PrivacyAnnex, 1, {"edition": "3"}, {}),
}


@pytest.mark.parametrize("done", SHOWN.values(), ids=SHOWN)
def test_a_change_that_parents_can_see_moves_the_date(session, written_on, told, done):
    assert told().last_change == LONG_AGO
    done(session)
    written_on(LATELY)
    assert told().last_change == LATELY


@pytest.mark.parametrize("done", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_a_change_inside_the_register_does_not(session, written_on, told, done):
    done(session)
    written_on(LATELY)
    assert told().last_change == LONG_AGO


def test_what_another_school_uses_does_not(session, put, told, written_on):
    use = start_use(session, 2, put("Cijfers", since=TODAY + DAY).product_id, {"since": SINCE})
    end_use(session, use.id, TODAY - DAY)
    written_on(LATELY)
    assert told().last_change == LONG_AGO


@pytest.mark.parametrize(
    ("begin", "end", "day"), [(TODAY - DAY, None, TODAY - DAY), (SINCE, TODAY - DAY, TODAY), (TODAY + DAY, None, None)]
)
def test_the_first_day_of_a_use_and_the_day_after_its_last_count(session, put, told, written_on, begin, end, day):
    use = put("Cijfers", since=begin)
    if end:
        end_use(session, use.id, end)
    written_on(LATELY)
    assert told().last_change == (day or LONG_AGO)


def test_an_annex_counts_from_the_day_that_it_holds(session, told, written_on):
    annex = propose_annex(session, PrivacyAnnex, 1, {"edition": "3"}, {})
    accept_annex(session, PrivacyAnnex, annex.id, TODAY)
    written_on(LATELY)
    assert told(TODAY - DAY).last_change == LONG_AGO
    assert told(TODAY).last_change == TODAY


def test_what_is_left_out_does_not_move_the_date(session, told, written_on):
    told(parts=[part for part in ALL_PARTS if part != "own_sentence"])
    written_on(LONG_AGO + DAY)
    edit_school(session, 1, 1, {"guide_note": "Vraag gerust."})
    written_on(LATELY)
    assert told().last_change == LONG_AGO + DAY


def test_a_page_without_its_date_does_not_tell_it(told):
    assert told(parts=[]).last_change is None


def test_every_source_is_a_stored_field():
    tables = Base.metadata.tables
    assert {
        (one.record, field) for one in SOURCES for field in one.fields if field not in tables[one.record].c
    } == set()
    assert {School.__tablename__, Supplier.__tablename__, Use.__tablename__} <= {one.owner for one in SOURCES}
