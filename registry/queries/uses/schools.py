"""The board's schools as a list: how much each uses, and what is missing about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import joinedload

from registry.dutch import count
from registry.model import Product, School, Use

# Without these its list for parents is not complete.
NEEDED = {
    "site_code": "vestigingscode",
    "sector": "sector",
    "contact_function": "bij wie ouders terechtkunnen",
    "contact_email": "e-mailadres voor ouders",
}


@dataclass(frozen=True)
class SchoolLine:
    """A school with the number of products that it uses on a day, and how many of these have no text for parents."""

    school: School
    products: int
    silent: int

    @property
    def gaps(self) -> list[str]:
        """What is missing about this school and what it uses."""
        purpose = [count(self.silent, "tekst voor ouders", "teksten voor ouders")] if self.silent else []
        return [*missing_of(self.school), *purpose]


def school_lines(session: Any, on: date) -> list[SchoolLine]:
    """Return every school that the viewer sees, closed ones too, by name."""
    is_silent = case((and_(Use.purpose_plain == "", Product.purpose_plain == ""), 1), else_=0)
    numbers = select(Use.school_id, func.count(Use.id), func.sum(is_silent)).join(Use.product)
    running = numbers.where(Use.current_on(on)).group_by(Use.school_id)
    found = {school: (products, silent) for school, products, silent in session.execute(running)}
    schools = sorted(session.scalars(select(School)), key=lambda school: school.name.casefold())
    return [SchoolLine(school, *found.get(school.id, (0, 0))) for school in schools]


def missing_of(school: School) -> list[str]:
    """Return the Dutch names of what is still empty about this school."""
    return [name for field, name in NEEDED.items() if not getattr(school, field)]


def uses_beside_the_list(session: Any, school_id: int, on: date) -> dict[str, list[Use]]:
    """Return the uses of this school that its list for parents of this date leaves out, and why.

    "hidden": not to be in the schoolgids; "coming": starts later; "ended": the last day was before, the newest first.
    """
    beside = or_(Use.in_guide.is_(False), Use.since > on, Use.until < on)
    names = joinedload(Use.product).joinedload(Product.supplier)
    uses = session.scalars(
        select(Use).where(Use.school_id == school_id, beside).options(names).order_by(Use.since)
    ).all()
    return {
        "hidden": [use for use in uses if use.is_current(on)],
        "coming": [use for use in uses if use.since > on],
        "ended": sorted((use for use in uses if use.is_over(on)), key=lambda use: use.until or on, reverse=True),
    }
