"""The register as an import sees it: all that a row can be about, read in a few passes and found by name or number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.model import Agreement, Product, School, SchoolBoard, Supplier, Use
from registry.reference import active, facts
from registry.reference.supply import CatalogueEntry
from registry.services.imports.alike import key_of


@dataclass(frozen=True)
class Known:
    """Everything of the register that lists tell of, with its look-ups; names are compared by `name_key`."""

    board: SchoolBoard | None
    schools: list[School]
    suppliers: list[Supplier]
    uses: dict[tuple[int, int], list[Use]]
    by_kvk: dict[str, Supplier]
    by_name: dict[str, list[Supplier]]
    products: dict[int, dict[str, Product]]
    product_names: dict[str, list[Product]]
    makers: dict[str, CatalogueEntry]
    other_names: dict[str, str]


def read_known(session: Any) -> Known:
    """Return the register as it stands: a query per kind of record, never one per row."""
    parts = (Supplier.aliases, Supplier.contacts, Supplier.covenant_entries, Supplier.products)
    loaded = [
        *(selectinload(part) for part in parts),
        selectinload(Supplier.agreements).selectinload(Agreement.products),
    ]
    suppliers = session.scalars(select(Supplier).options(*loaded).order_by(Supplier.id)).all()
    uses = defaultdict(list)
    for use in session.scalars(select(Use).options(selectinload(Use.modules)).order_by(Use.since)):
        uses[use.school_id, use.product_id].append(use)
    return Known(
        board=session.get(SchoolBoard, 1),
        schools=list(session.scalars(select(School).order_by(School.name, School.id))),
        suppliers=list(suppliers),
        uses=dict(uses),
        by_kvk={one.kvk: one for one in suppliers if one.kvk},
        by_name=_gathered((key, one) for one in suppliers for key in names_of(one)),
        products={one.id: {key: product for product in one.products for key in keys_of(product)} for one in suppliers},
        product_names=_gathered(
            (key, product) for one in suppliers for product in one.products for key in keys_of(product)
        ),
        makers=_makers(),
        other_names=_other_names(),
    )


def names_of(supplier: Supplier) -> Iterator[str]:
    """Yield the keys of all names of a supplier, each once."""
    yield from dict.fromkeys([supplier.name_key, *(key_of(alias.name) for alias in supplier.aliases)])


def keys_of(product: Product) -> Iterator[str]:
    """Yield the keys of all names of a product, each once."""
    yield from dict.fromkeys(key_of(name) for name in [product.name, *split_names(product.aliases)])


def split_names(written: str) -> list[str]:
    """Return the names in a text such as "Magister 6, MMS"."""
    return [name.strip() for name in written.replace(";", ",").split(",") if name.strip()]


def _gathered(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return dict(found)


def _makers() -> dict[str, CatalogueEntry]:
    """The starter catalogue by the names of its products; what nobody compared with its source comes last."""
    found: dict[str, CatalogueEntry] = {}
    for entry in sorted(active(facts().catalogue), key=lambda entry: not entry.verified):
        for name in (entry.product, *entry.product_aliases):
            if name and key_of(name) != key_of(entry.supplier):
                found.setdefault(key_of(name), entry)
    return found


def _other_names() -> dict[str, str]:
    """What a supplier of the starter catalogue is also called, by key, with the key of its name."""
    entries = active(facts().catalogue)
    return {
        key_of(name): key_of(entry.supplier)
        for entry in entries
        for name in (*entry.supplier_aliases, *entry.misspellings)
    }
