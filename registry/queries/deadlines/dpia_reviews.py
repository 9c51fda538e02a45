"""DPIAs that are to be looked at again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.model import Product
from registry.model.deadline_kind import DeadlineKind
from registry.queries.board.overview import not_yet
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.in_use import is_used


def due_dpia_reviews(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the products whose DPIA is to be looked at again by `until`; not of a product that schools stopped using.

    It is done when the DPIA was done on that day or later (AVG 35 lid 11), or when the next day was moved.
    """
    not_done = or_(Product.dpia_done_on.is_(None), Product.dpia_done_on < Product.dpia_next_on)
    counts = or_(is_used(on), ~Product.uses.any())
    wanted = select(Product).where(Product.dpia_next_on <= until, not_done, counts, not_yet(Product.retired_on, on))
    for product in session.scalars(wanted.options(joinedload(Product.supplier))):
        told = f"Het is tijd om de DPIA van {product.name} ({product.supplier.name}) opnieuw te bekijken."
        kind, action = DeadlineKind.DPIA_REVIEW, "Werk de DPIA bij"
        yield DueItem(kind, product.dpia_next_on, product.name, told, action, "product", product.id)
