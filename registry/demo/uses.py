"""Adds what a school of the example uses, or used."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from registry.demo.numbers import number_of
from registry.demo.reading import Reader, Written
from registry.model import Product, ProductModule, Use
from registry.services.uses.uses import start_use


def add_uses(session: Any, reader: Reader, school: int, uses: Iterable[Written]) -> None:
    """Add these uses of the school; purpose and heading come from the product unless the file says otherwise."""
    for use in uses:
        product = number_of(session, Product, use["product"])
        fields = reader.fields(Use, use)
        start_use(session, school, product, fields, _opened(session, product, use.get("modules", ())))


def _opened(session: Any, product: int, names: Iterable[str]) -> list[int]:
    modules = select(ProductModule.id).where(ProductModule.product_id == product)
    return [session.scalars(modules.where(ProductModule.name == name)).one() for name in names]
