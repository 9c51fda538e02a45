"""Uses as plain columns beside the records that they share: a hundred lists of sixty uses are six thousand of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.model import PrivacyAnnex, Product, ProductModule, ProductParty, Supplier, Use, UseModule
from registry.model.agreement import Agreement
from registry.model.use import Running
from registry.queries.plain import PlainRecords
from registry.queries.together import shared


@dataclass(slots=True, eq=False)
class UseLine(Running):
    """A use as a list reads it; `opened` are the modules of the product that the school opened."""

    product: Product
    opened: tuple[ProductModule, ...]
    id: int
    product_id: int
    since: date
    until: date | None
    groups: str
    purpose_plain: str
    legal_basis: str
    in_guide: bool
    guide_heading: str
    guide_order: int


LISTS = (
    Supplier.covenant_entries,
    Supplier.agreements,
    Agreement.products,
    Product.parties,
    Product.modules,
    Product.privacy_annexes,
    PrivacyAnnex.purposes,
    PrivacyAnnex.data,
    PrivacyAnnex.denials,
    PrivacyAnnex.storage,
    PrivacyAnnex.retention,
    PrivacyAnnex.subprocessors,
)
COLUMNS = (
    Use.id,
    Use.product_id,
    Use.since,
    Use.until,
    Use.groups,
    Use.purpose_plain,
    Use.legal_basis,
    Use.in_guide,
    Use.guide_heading,
    Use.guide_order,
)


def lines_of(session: Any, school_id: int) -> list[UseLine]:
    """Return all uses of this school; a session that read it together with others is not asked again."""
    read = shared(session, "use_lines")
    return read[school_id] if school_id in read else lines_of_schools(session, [school_id])[school_id]


def lines_of_schools(session: Any, school_ids: Sequence[int]) -> dict[int, list[UseLine]]:
    """Return all uses of each of these schools, with all that a row of a list reads of them."""
    asked = Use.school_id.in_(school_ids)
    products = {one.id: one for one in _products(session, select(Use.product_id).where(asked))}
    modules = {module.id: module for product in products.values() for module in product.modules}
    found: dict[int, list[UseLine]] = {number: [] for number in school_ids}
    for _, rows in groupby(session.execute(_uses(asked)), key=itemgetter(2)):
        school_id, module_id, *columns = next(rows)
        opened = [number for number in (module_id, *(row[1] for row in rows)) if number is not None]
        found[school_id].append(UseLine(products[columns[1]], tuple(modules[number] for number in opened), *columns))
    return found


def line_of(use: Use) -> UseLine:
    """Return this record as a list reads it."""
    columns = [getattr(use, column.key) for column in COLUMNS]
    return UseLine(use.product, tuple(row.module for row in use.modules), *columns)


def product_reads() -> Sequence[Any]:
    """Return the loading options with which a row of a list asks nothing more about its product."""
    annex, supplier = selectinload(Product.privacy_annexes), joinedload(Product.supplier)
    parts = (PrivacyAnnex.data, PrivacyAnnex.storage, PrivacyAnnex.subprocessors)
    return (
        *(annex.selectinload(part) for part in parts),
        annex.joinedload(PrivacyAnnex.denials),  # few: a question less
        supplier.selectinload(Supplier.covenant_entries),
        supplier.selectinload(Supplier.agreements).joinedload(Agreement.products),
        selectinload(Product.parties).joinedload(ProductParty.supplier),
        selectinload(Product.modules),
    )


def _products(session: Any, numbers: Any) -> list[Product]:
    """These products as plain values, with all that a row of a list reads of them."""
    records = PlainRecords(session)
    found = records.read(Product, Product.id.in_(numbers))
    records.ones_of_these(Product.supplier)
    records.lists_of_these(*LISTS)
    records.ones_of_these(ProductParty.supplier, only={Supplier: (Supplier.name,)})
    return found


def _uses(asked: Any) -> Any:
    """One line for each module that a use opened, one without a module where it opened none."""
    uses = select(Use.school_id, UseModule.module_id, *COLUMNS).outerjoin(Use.modules).where(asked)
    return uses.order_by(Use.id, UseModule.id)
