"""The supplier of an agreement with all that an agreement may be about."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.errors import NotFound
from registry.model import PrivacyAnnex, Product, Supplier


def supplier_with_annexes(session: Any, number: int) -> Supplier:
    """Return this supplier with its products, annex versions, options and agreements read in a few questions."""
    products = selectinload(Supplier.products)
    wanted = select(Supplier).where(Supplier.id == number)
    supplier = session.scalar(
        wanted.options(
            selectinload(Supplier.covenant_entries),
            selectinload(Supplier.agreements),
            products.selectinload(Product.privacy_annexes).selectinload(PrivacyAnnex.options),
            products.selectinload(Product.security_annexes),
        )
    )
    if supplier is None:
        raise NotFound
    return supplier  # type: ignore[no-any-return]
