"""Which schools use a product, and which could still begin to."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.errors import NotFound
from registry.model import Product, School, Use


def product_with_schools(session: Any, number: int) -> Product:
    """Return the product with its uses and their schools; NotFound when there is no such product."""
    with_schools = selectinload(Product.uses).joinedload(Use.school)
    product = session.scalar(select(Product).where(Product.id == number).options(with_schools))
    if product is None:
        raise NotFound
    return product  # type: ignore[no-any-return]


def running_uses(product: Product, on: date) -> list[Use]:
    """Return the uses of the product that run on this date or still have to start, by the name of the school."""
    running = [use for use in product.uses if not use.is_over(on)]
    return sorted(running, key=lambda use: use.school.name.casefold())


def past_uses(product: Product, on: date) -> list[Use]:
    """Return the uses of the product that were over before this date, the last one first."""
    over = [use for use in product.uses if use.is_over(on)]
    return sorted(over, key=lambda use: use.until or on, reverse=True)


def schools_beside(session: Any, product: Product, on: date) -> list[School]:
    """Return the schools that are open on this date and do not use the product, nor are going to."""
    users = {use.school_id for use in running_uses(product, on)}
    schools = session.scalars(select(School).order_by(School.name))
    return [school for school in schools if school.is_open(on) and school.id not in users]
