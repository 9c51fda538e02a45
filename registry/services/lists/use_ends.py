"""Ends the use of several products at once, at every school of the viewer."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from registry.database import change
from registry.dutch import long_date
from registry.errors import NotFound
from registry.model import Product, Use
from registry.services.lists.step import Step
from registry.services.uses.uses import end_use


def plan_ends(session: Any, numbers: Collection[int], on: date) -> list[Step]:
    """Return what ending the use of these products on this day comes to; NotFound for a product that is not there."""
    return [step for product in _products(session, numbers) for step in _steps(product, on)]


def end_uses(session: Any, numbers: Collection[int], on: date) -> list[Step]:
    """Return what was done: every use that still runs then has this as its last day; all or nothing."""
    with change(session, "gebruik beëindigd"):
        steps = plan_ends(session, numbers, on)
        for step in steps:
            if not step.is_refused:
                end_use(session, step.number, on, step.version)
    return steps


def _products(session: Any, numbers: Collection[int]) -> list[Product]:
    asked = select(Product).where(Product.id.in_(numbers)).order_by(func.lower(Product.name), Product.id)
    found = session.scalars(
        asked.options(selectinload(Product.uses).joinedload(Use.school), joinedload(Product.supplier))
    )
    products = list(found.unique())
    if len(products) != len(set(numbers)):
        raise NotFound("Dit product staat niet in het register.")
    return products


def _steps(product: Product, on: date) -> Iterator[Step]:
    uses = [use for use in product.uses if not use.is_over(on) and use.until != on]
    for use in sorted(uses, key=lambda use: use.school.name.casefold()):
        yield _step(use, on)
    if not uses:
        yield Step(product.name, "Geen van uw scholen gebruikt dit product nog na deze dag.")


def _step(use: Use, on: date) -> Step:
    name = f"{use.product.name} bij {use.school.name}"
    if on < use.since:
        return Step(name, f"Dit gebruik begint pas op {long_date(use.since)}.")
    until = f" in plaats van {long_date(use.until)}" if use.until else ""
    return Step(name, f"De laatste dag wordt {long_date(on)}{until}.", use.id, use.version)
