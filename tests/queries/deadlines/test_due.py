"""What is due: by a day, not handled, for this viewer."""

from datetime import date

import pytest

from registry.access import RIGHTS, Viewer, bind
from registry.model.account import Role
from registry.queries.deadlines.due import due
from registry.services.uses.schools import add_school
from registry.services.year.actions import add_action

TODAY, TOMORROW, DONE = date(2027, 3, 1), date(2027, 3, 2), date(2027, 3, 5)


@pytest.fixture
def actions(session):
    """One action of the board for tomorrow, one without a day, one of De Zandloper for tomorrow that is done later."""
    school = add_school(session, {"name": "De Zandloper"})
    add_action(session, {"what": "Bel", "owner": "privacy officer", "due_on": TOMORROW})
    add_action(session, {"what": "Ooit"})
    add_action(session, {"what": "Vraag", "due_on": TOMORROW, "done_on": DONE, "school_id": school.id})
    return session


def told(session, *days):
    return [(item.sentence, item.subject, item.on) for item in due(session, *days)]


BOARDS, SCHOOLS = ("Bel (privacy officer)", "het bestuur", TOMORROW), ("Vraag", "De Zandloper", TOMORROW)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((TODAY,), []),
        ((TODAY, TOMORROW), [SCHOOLS, BOARDS]),
        ((TOMORROW,), [SCHOOLS, BOARDS]),
        ((DONE,), [BOARDS]),
    ],
)
def test_it_is_due_by_a_day_until_it_is_done(actions, days, found):
    assert told(actions, *days) == found


def test_who_sees_no_school_gets_nothing_of_it(actions):
    bind(actions, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset()))
    assert told(actions, TOMORROW) == [BOARDS]


def test_what_is_late_says_so(actions):
    item = due(actions, TOMORROW)[0]
    assert (item.is_overdue(TOMORROW), item.is_overdue(DONE)) == (False, True)
