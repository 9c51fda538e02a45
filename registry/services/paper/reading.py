"""Reads all that the papers about several records say, in a number of questions that does not grow with them."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.model import (
    Agreement,
    AgreementAnnex,
    Choice,
    PrivacyAnnex,
    Product,
    ProductParty,
    School,
    SchoolBoard,
    SecurityAnnex,
    Supplier,
)
from registry.queries.together import shared
from registry.queries.uses.use_lines import lines_of_schools
from registry.services.paper.composing import Order

Reads = tuple[Any, ...]
"""Loading options; one option takes others only if it does not know their class."""
PRIVACY_LISTS = ("purposes", "data", "denials", "options", "storage", "retention", "subprocessors")
SECURITY_LISTS = ("access_roles", "measures", "certificates")


def read_together(session: Any, orders: Iterable[Order]) -> list[Any]:
    """Return the board and the records that these orders are about, with all that their papers say.

    They are to be held on to: the session forgets what nobody holds, and would ask for it again.
    """
    wanted: dict[Any, list[int]] = {}
    for order in orders:
        wanted.setdefault(READS_OF_KIND.get(order.kind.code, READS[order.kind.subject]), []).append(order.subject_id)
    found = [session.get(SchoolBoard, 1)]
    for (table, reads), numbers in wanted.items():
        found += session.scalars(select(table).where(table.id.in_(numbers)).options(*reads()))
        if table is School:
            shared(session, "use_lines").update(lines_of_schools(session, numbers))
    return found


def _of_supplier() -> Reads:
    choices = selectinload(Supplier.agreements).selectinload(Agreement.choices).joinedload(Choice.option)
    return (*_of_agreement(of_annexes=True), selectinload(Supplier.contacts), choices)


def _of_agreement(of_annexes: bool = False) -> Reads:
    agreements = selectinload(Supplier.agreements)
    annexes = (selectinload(AgreementAnnex.privacy_annex), selectinload(AgreementAnnex.security_annex))
    return (
        selectinload(Supplier.covenant_entries),
        selectinload(Supplier.products).options(*_of_product(of_annexes)),
        agreements.options(selectinload(Agreement.products), selectinload(Agreement.deviations)),
        agreements.selectinload(Agreement.annexes).options(*annexes),
    )


def _of_product(of_annexes: bool) -> Reads:
    privacy, security = selectinload(Product.privacy_annexes), selectinload(Product.security_annexes)
    if of_annexes:
        privacy = privacy.options(*(selectinload(getattr(PrivacyAnnex, name)) for name in PRIVACY_LISTS))
        security = security.options(*(selectinload(getattr(SecurityAnnex, name)) for name in SECURITY_LISTS))
    parties = selectinload(Product.parties).selectinload(ProductParty.supplier)
    return (selectinload(Product.modules), parties, privacy, security)


def _of_school() -> Reads:
    return ()  # its uses are read as lines


READS: dict[str, tuple[Any, Callable[[], Reads]]] = {
    "supplier": (Supplier, _of_supplier),
    "school": (School, _of_school),
}
# The papers that only name the annexes need not read them.
READS_OF_KIND = dict.fromkeys(("agreement", "annex-3"), (Supplier, _of_agreement))
