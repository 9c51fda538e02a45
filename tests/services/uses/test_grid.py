"""Ticks in the grid: what they come to, and doing it at once."""

from datetime import date

import pytest
from sqlalchemy import select

from registry import access
from registry.access import Right, Viewer
from registry.errors import BrokenRule, NotFound
from registry.model import AuditEvent, Use
from registry.services.suppliers.products import add_product, retire_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.grid import Marks, mark_grid, plan_marks
from registry.services.uses.schools import add_school
from registry.services.uses.uses import edit_use, end_use, start_use

TODAY, AUGUST, JULY = date(2026, 6, 15), date(2026, 8, 1), date(2026, 7, 31)


@pytest.fixture
def cast(session):
    """De Klok (1) and De Zandloper (2), Letters (1) and Cijfers (2); De Klok uses Letters since August 2025."""
    for name in ("De Klok", "De Zandloper"):
        add_school(session, {"name": name})
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    for name in ("Letters", "Cijfers"):
        add_product(session, supplier.id, {"name": name})
    start_use(session, 1, 1, {"since": date(2025, 8, 1)})
    return session


def plan(session, starts=(), ends=None, on=AUGUST):
    return plan_marks(session, Marks(frozenset(starts), ends or {}), on, TODAY)


def named(cells):
    return [(cell.school.name, cell.product.name) for cell in cells]


def test_a_plan_names_what_starts_and_what_ends(cast):
    asked = plan(cast, {(2, 1), (1, 2)}, {1: 1})
    assert named(asked.starts) == [("De Klok", "Cijfers"), ("De Zandloper", "Letters")]
    assert named(asked.ends) == [("De Klok", "Letters")]
    assert (asked.news, asked.faults) == ([], [])


def test_a_plan_writes_nothing(cast):
    plan(cast, {(2, 1)}, {1: 1})
    assert [use.until for use in cast.scalars(select(Use))] == [None]


def test_what_somebody_else_started_meanwhile_is_told_and_not_started_twice(cast):
    start_use(cast, 2, 1, {"since": TODAY})
    asked = plan(cast, {(2, 1)})
    assert asked.starts == []
    assert asked.news == ["De Zandloper gebruikt Letters intussen al, sinds 15 juni 2026."]


def test_what_somebody_else_ended_meanwhile_is_told_and_not_ended_again(cast):
    end_use(cast, 1, date(2026, 6, 1))
    asked = plan(cast, ends={1: 1})
    assert asked.ends == []
    assert "Laatste dag van gebruik" in asked.news[0]


def test_what_somebody_else_changed_is_told_and_still_ends(cast):
    edit_use(cast, 1, 1, {"groups": "groep 3"})
    asked = plan(cast, ends={1: 1})
    assert named(asked.ends) == [("De Klok", "Letters")]
    assert asked.news == ["De Klok, Letters: “Groepen of klassen” is intussen gewijzigd (was leeg, is nu groep 3)."]


def test_every_fault_of_a_plan_is_named(cast):
    retire_product(cast, 2, date(2026, 1, 1))
    asked = plan(cast, {(1, 2), (2, 2)}, {1: 1}, on=date(2025, 7, 1))
    assert len(asked.faults) == 3
    assert "De Klok gebruikt Letters pas sinds 1 augustus 2025; de laatste dag kan niet eerder zijn." in asked.faults


def test_a_start_before_the_end_of_an_earlier_use_is_a_fault(cast):
    end_use(cast, 1, date(2026, 6, 1))
    asked = plan(cast, {(1, 1)}, on=date(2026, 1, 1))
    assert asked.faults == ["De Klok gebruikt Letters al sinds 1 augustus 2025 tot en met 1 juni 2026."]


@pytest.mark.parametrize("asked", [Marks(frozenset({(9, 1)})), Marks(frozenset({(1, 9)})), Marks(ends={9: 1})])
def test_a_mark_for_something_unknown_is_not_found(cast, asked):
    with pytest.raises(NotFound):
        plan_marks(cast, asked, AUGUST, TODAY)


def test_another_school_cannot_be_marked(cast):
    cast.expunge_all()
    access.bind(cast, Viewer("coördinator", frozenset(Right), frozenset({2})))
    with pytest.raises(NotFound):
        plan(cast, ends={1: 1})
    with pytest.raises(NotFound):
        plan(cast, {(1, 2)})


def test_marking_starts_and_ends_on_one_day(cast):
    mark_grid(cast, [(2, 1), (2, 2)], [1], JULY)
    uses = cast.scalars(select(Use).order_by(Use.id)).all()
    assert [(use.school_id, use.product_id, use.since, use.until) for use in uses] == [
        (1, 1, date(2025, 8, 1), JULY),
        (2, 1, JULY, None),
        (2, 2, JULY, None),
    ]


def test_marking_is_all_or_nothing(cast):
    with pytest.raises(BrokenRule):
        mark_grid(cast, [(2, 1), (1, 1)], [], JULY)
    assert len(cast.scalars(select(Use)).all()) == 1


def test_marking_says_why_in_the_history(cast):
    mark_grid(cast, [(2, 1)], [1], JULY)
    reasons = cast.scalars(select(AuditEvent.why).where(AuditEvent.subject == "use")).all()
    assert reasons[-1] == "gebruik aangevinkt"
