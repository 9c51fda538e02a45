"""Reads all that the papers about several records say, in a number of questions that does not grow with them."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.model import (
    Agreement,
    AgreementAnnex,
    PrivacyAnnex,
    Product,
    ProductParty,
    School,
    SchoolBoard,
    SecurityAnnex,
    Supplier,
)
from registry.queries.school_list import row_reads

Reads = tuple[Any, ...]
"""Loading options; one option takes others only if it does not know their class."""
PRIVACY_LISTS = ("purposes", "data", "denials", "options", "storage", "retention", "subprocessors")
SECURITY_LISTS = ("access_roles", "measures", "certificates")


def read_together(session: Any, subject: str, numbers: Iterable[int]) -> list[Any]:
    """Return the board and these records of one table with all that their papers say.

    They are to be held on to: the session forgets what nobody holds, and would ask for it again.
    """
    table, reads = READS[subject]
    found = session.scalars(select(table).where(table.id.in_(list(numbers))).options(*reads()))
    return [session.get(SchoolBoard, 1), *found]


def _of_supplier() -> Reads:
    products, agreements = selectinload(Supplier.products), selectinload(Supplier.agreements)
    agreed = agreements.selectinload(Agreement.annexes)
    return (
        selectinload(Supplier.covenant_entries),
        selectinload(Supplier.contacts),
        products.options(*_of_product()),
        agreements.options(*(selectinload(getattr(Agreement, name)) for name in ("products", "choices", "deviations"))),
        agreed.options(selectinload(AgreementAnnex.privacy_annex), selectinload(AgreementAnnex.security_annex)),
    )


def _of_product() -> Reads:
    privacy, security = selectinload(Product.privacy_annexes), selectinload(Product.security_annexes)
    return (
        selectinload(Product.modules),
        selectinload(Product.parties).selectinload(ProductParty.supplier),
        privacy.options(*(selectinload(getattr(PrivacyAnnex, name)) for name in PRIVACY_LISTS)),
        security.options(*(selectinload(getattr(SecurityAnnex, name)) for name in SECURITY_LISTS)),
    )


def _of_school() -> Reads:
    return (selectinload(School.uses).options(*_of_use()),)


def _of_use() -> Reads:
    return tuple(row_reads())


READS: dict[str, tuple[Any, Callable[[], Reads]]] = {
    "supplier": (Supplier, _of_supplier),
    "school": (School, _of_school),
}
