"""What the register knows of a day that is past: suppliers with what held then, and the schools that used what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.model import Agreement, Product, Supplier, Use
from registry.model.supplier import CovenantEntry
from registry.queries.agreements.agreement_words import agreement_title, annex_name


@dataclass(frozen=True)
class ProductThen:
    """A product on a day: the annexes that held, and the schools that used it."""

    product: Product
    annexes: list[str]
    schools: list[str]


@dataclass(frozen=True)
class SupplierThen:
    """A supplier of whom the register knows something on a day; `covenant` is the newest look at the list by then.

    `agreements` hold on that day; those whose first day nobody wrote down count as begun, and `undated` says so.
    """

    supplier: Supplier
    covenant: CovenantEntry | None
    agreements: list[str]
    undated: bool
    products: list[ProductThen]


def suppliers_then(session: Any, on: date) -> list[SupplierThen]:
    """Return the suppliers of whom something held on this day, by name, as far as the viewer sees their schools."""
    used = _schools_by_product(session, on)
    products = selectinload(Supplier.products)
    reads = (
        products.selectinload(Product.privacy_annexes),
        products.selectinload(Product.security_annexes),
        selectinload(Supplier.covenant_entries),
        selectinload(Supplier.agreements),
    )
    found = [_then(supplier, used, on) for supplier in session.scalars(select(Supplier).options(*reads))]
    known = [one for one in found if one.products or one.agreements]
    return sorted(known, key=lambda one: one.supplier.name.casefold())


def _schools_by_product(session: Any, on: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for use in session.scalars(select(Use).where(Use.since <= on).options(joinedload(Use.school))):
        if use.is_current(on):
            found.setdefault(use.product_id, []).append(use.school.name)
    return found


def _then(supplier: Supplier, used: dict[int, list[str]], on: date) -> SupplierThen:
    holding = [one for one in supplier.agreements if one.is_in_force(on)]
    products = [_product(one, used.get(one.id, []), on) for one in supplier.products]
    return SupplierThen(
        supplier,
        supplier.covenant_on(on),
        [_agreement(one) for one in holding],
        any(one.starts_on is None for one in holding),
        [one for one in products if one.annexes or one.schools],
    )


def _agreement(agreement: Agreement) -> str:
    title = agreement_title(agreement)
    return f"{title} ({agreement.reference})" if agreement.reference else title


def _product(product: Product, schools: Sequence[str], on: date) -> ProductThen:
    versions = (product.privacy_annex_on(on), product.security_annex_on(on))
    annexes = [annex_name(one) for one in versions if one is not None]
    return ProductThen(product, annexes, sorted(schools, key=str.casefold))
