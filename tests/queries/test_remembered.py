"""What was worked out holds until somebody writes, for who sees the same, with the same facts."""

from datetime import timedelta

import pytest

from registry.access import BUILT_IN, RIGHTS, Viewer
from registry.database import session_for
from registry.database.history import note
from registry.model.account import Role
from registry.queries.deadlines.due import due
from registry.queries.remembered import MOST, remembered
from registry.queries.signals.told import all_signals
from registry.services.uses.schools import add_school
from tests.queries.signals.quiet import Quiet
from tests.queries.suppliers.owed.file import TODAY

ONE_SCHOOL = Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({1}))
OTHER_SCHOOL = Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({2}))


@pytest.fixture
def times():
    return []


@pytest.fixture
def ask(session, times):
    """A question that keeps how often it was worked out."""

    def ask(viewer=BUILT_IN, about="iets"):
        return remembered(session_for(viewer), about, lambda: times.append(about) or len(times))

    return ask


def test_it_is_worked_out_once(session, ask):
    add_school(session, {"name": "De Klok"})
    assert [ask(), ask(), ask(about="iets anders"), ask()] == [1, 1, 2, 1]


def test_whoever_writes_makes_it_be_worked_out_anew(session, ask):
    add_school(session, {"name": "De Klok"})
    assert [ask(), ask()] == [1, 1]
    add_school(session, {"name": "De Zonnewijzer"})
    assert [ask(), ask()] == [2, 2]


def test_each_view_of_the_register_is_its_own(session, ask):
    add_school(session, {"name": "De Klok"})
    assert [ask(BUILT_IN), ask(ONE_SCHOOL), ask(OTHER_SCHOOL), ask(ONE_SCHOOL)] == [1, 2, 3, 2]


def test_nothing_is_kept_of_a_register_without_a_history(session, ask):
    assert [ask(), ask()] == [1, 2]


def test_what_is_worked_out_while_somebody_writes_is_not_kept(session, times):
    def work():
        times.append(1)
        note(session, "een ander schreef", "school", at_once=True)
        return len(times)

    add_school(session, {"name": "De Klok"})
    assert [remembered(session, "iets", work) for _ in range(2)] == [1, 2]


def test_it_keeps_no_more_than_so_many(session, ask):
    add_school(session, {"name": "De Klok"})
    first = ask(about=0)
    for about in range(1, MOST):
        ask(about=about)
    assert ask(about=0) == first
    ask(about=MOST)
    assert ask(about=0) == MOST + 2


def due_soon(session, on):
    return due(session, on, on + timedelta(days=7))


@pytest.mark.parametrize("question", [all_signals, due_soon])
def test_a_change_in_the_register_is_told_at_once(session, question):
    file = Quiet(session)
    before = question(session, TODAY)
    file.set(file.agreement, review_on=TODAY)
    told = question(session, TODAY)
    assert len(told) == len(before) + 1
    told.clear()
    assert len(question(session, TODAY)) == len(before) + 1
