"""The list of products: what each is, whose, at how many schools, and whether its privacy annex is there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import contains_eager, selectinload

from registry.model import PrivacyAnnex, Product, Supplier, Use
from registry.model.annex_state import AnnexStatus
from registry.model.columns import Listed
from registry.queries.lists.listing import Order, Orders, by_label, ordering, part_of
from registry.queries.lists.named import product_named, supplier_named
from registry.reference import facts


class AnnexStanding(Listed):
    """Where the privacy annex of a product stands."""

    ACCEPTED = "accepted", "geldt"
    PROPOSED = "proposed", "alleen een voorstel"
    MISSING = "missing", "ontbreekt"


@dataclass(frozen=True)
class WantedProducts:
    """Which products are asked for; what is empty or None does not narrow.

    `in_use`: by some school, or by none. `school`: used by this one. `among`: only of suppliers with these numbers;
    `but_not_of`: of none with these.
    """

    words: str = ""
    kind: str = ""
    annex: AnnexStanding | None = None
    in_use: bool | None = None
    school: int | None = None
    among: frozenset[int] | None = None
    but_not_of: frozenset[int] | None = None
    with_retired: bool = False


@dataclass(frozen=True)
class ProductLine:
    """One line of the list: the product, and at how many schools it is used."""

    product: Product
    schools: int


def find_products(
    session: Any, wanted: WantedProducts, on: date, order: Order, skip: int = 0, most: int | None = None
) -> tuple[list[ProductLine], int]:
    """Return at most `most` lines after `skip` in this order, and how many products there are in all."""
    found = _asked(on).where(*conditions(wanted, on)).order_by(*ordering(orders(on), order))
    rows, total = part_of(session, found, Product.id, skip, most)
    return [ProductLine(product, schools) for product, schools in rows], total


def _asked(on: date) -> Select[Any]:
    asked = select(Product, _schools(on)).join(Product.supplier)
    return asked.options(contains_eager(Product.supplier), selectinload(Product.privacy_annexes))


def orders(on: date) -> Orders:
    """Return what the list can be ordered by."""
    name, supplier = func.lower(Product.name), func.lower(Supplier.name)
    return {
        "product": (name, Product.id),
        "leverancier": (supplier, name, Product.id),
        "soort": (by_label(Product.kind, facts().product_kinds), name, Product.id),
        "scholen": (_schools(on), name, Product.id),
    }


def conditions(wanted: WantedProducts, on: date) -> list[ColumnElement[bool]]:
    """Return the conditions for a product, and its supplier, that is asked for."""
    conditions: list[ColumnElement[bool]] = []
    if not wanted.with_retired:
        conditions.append(or_(Product.retired_on.is_(None), Product.retired_on > on))
    if wanted.words:
        conditions.append(or_(product_named(wanted.words), supplier_named(wanted.words)))
    if wanted.kind:
        conditions.append(Product.kind == wanted.kind)
    if wanted.annex is not None:
        conditions.append(_annex(wanted.annex))
    if wanted.in_use is not None:
        used = Product.uses.any(Use.current_on(on))
        conditions.append(used if wanted.in_use else not_(used))
    if wanted.school is not None:
        conditions.append(Product.uses.any(and_(Use.current_on(on), Use.school_id == wanted.school)))
    if wanted.among is not None:
        conditions.append(Product.supplier_id.in_(wanted.among))
    if wanted.but_not_of is not None:
        conditions.append(Product.supplier_id.not_in(wanted.but_not_of))
    return conditions


def _annex(standing: AnnexStanding) -> ColumnElement[bool]:
    accepted = Product.privacy_annexes.any(PrivacyAnnex.status == AnnexStatus.ACCEPTED)
    proposed = Product.privacy_annexes.any(PrivacyAnnex.status == AnnexStatus.PROPOSED)
    if standing is AnnexStanding.ACCEPTED:
        return accepted
    return not_(accepted) & (proposed if standing is AnnexStanding.PROPOSED else not_(proposed))


def _schools(on: date) -> Any:
    schools = select(func.count(Use.school_id.distinct())).where(Use.product_id == Product.id, Use.current_on(on))
    return schools.correlate(Product).scalar_subquery()
