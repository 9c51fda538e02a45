"""DPIAs that are to be looked at again."""

from datetime import date

import pytest

from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.services.suppliers.products import add_product, edit_product, retire_product
from registry.services.uses.uses import end_use

KIND, NEXT = DeadlineKind.DPIA_REVIEW, date(2027, 3, 2)


@pytest.fixture
def plan(cast):
    return lambda number=1, **fields: edit_product(cast, number, 1, {"dpia_next_on": NEXT} | fields)


def test_it_is_due_on_its_day(cast, plan):
    plan()
    (item,) = due(cast, NEXT)
    assert item.sentence == "Het is tijd om de DPIA van Letters (Lettervlieg B.V.) opnieuw te bekijken."
    assert (item.kind, item.on, item.subject, item.table, item.number) == (KIND, NEXT, "Letters", "product", 1)
    assert due(cast, date(2027, 3, 1)) == []


@pytest.mark.parametrize(("done", "expected"), [(date(2027, 3, 1), [NEXT]), (NEXT, [])], ids=["before", "on-its-day"])
def test_once_done_it_is_not_due(plan, days, done, expected):
    plan(dpia_done_on=done)
    assert days(KIND, NEXT) == expected


def test_a_product_that_schools_stopped_using_needs_none(cast, plan, days):
    plan()
    end_use(cast, 1, date(2027, 3, 1))
    assert days(KIND, NEXT) == []


def test_one_that_no_school_used_yet_does_until_it_is_out_of_use(cast, plan, days):
    plan(add_product(cast, 1, {"name": "Cijfers"}).id)
    assert days(KIND, NEXT) == [NEXT]
    retire_product(cast, 2, NEXT)
    assert days(KIND, NEXT) == []
