"""What the pictures of the overview show: agreements by stage, schools by completeness, the months to come."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import case, func, select

from registry.calendar import add_months
from registry.model import Agreement, Product, School, Use
from registry.model.agreement_lists import AgreementStatus
from registry.queries.board.overview import lacking_in, not_yet
from registry.queries.deadlines.due_item import DueItem
from registry.queries.signals.told import Told

MONTHS = 12


@dataclass(frozen=True, slots=True)
class SchoolBar:
    """A school, how many products it uses, and of how many of these the file of the supplier lacks nothing."""

    number: int
    name: str
    complete: int
    used: int


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month by its first day, and how many things are to be done in it."""

    first: date
    number: int


def agreements_by_stage(session: Any) -> list[tuple[AgreementStatus, int]]:
    """Return how many agreements there are in each stage, in the order of the stages; without empty stages."""
    counted = select(Agreement.status, func.count()).group_by(Agreement.status)
    numbers: dict[AgreementStatus, int] = dict(session.execute(counted).all())
    return [(stage, numbers[stage]) for stage in AgreementStatus if stage in numbers]


def schools_by_completeness(session: Any, told: Iterable[Told], on: date) -> list[SchoolBar]:
    """Return each open school that uses something on this day, the least complete first."""
    is_complete = case((Product.supplier_id.in_(lacking_in(told)), 0), else_=1)
    used = (
        select(School.id, School.name, func.sum(is_complete), func.count())
        .join(Use, Use.school_id == School.id)
        .join(Product, Product.id == Use.product_id)
        .where(not_yet(School.closed_on, on), Use.current_on(on))
        .group_by(School.id, School.name)
    )
    bars = [SchoolBar(*row) for row in session.execute(used)]
    return sorted(bars, key=lambda bar: (bar.complete / bar.used, bar.name.casefold()))


def last_day_ahead(on: date) -> date:
    """Return the last day of the months that `months_ahead` shows."""
    return add_months(on.replace(day=1), MONTHS) - timedelta(days=1)


def months_ahead(items: Sequence[DueItem], on: date) -> list[MonthBar]:
    """Return this month and the eleven after it, each with what is to be done in it; what is late is not in it."""
    numbers = Counter(item.on.replace(day=1) for item in items if item.on >= on)
    months = [add_months(on.replace(day=1), ahead) for ahead in range(MONTHS)]
    return [MonthBar(month, numbers[month]) for month in months]
