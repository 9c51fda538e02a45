"""Whose paper is it? The suppliers that come near, and of one supplier the products that the paper names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from registry.identifiers import name_key
from registry.model import Product, ReadPaper, Supplier
from registry.queries.suppliers.doubles import known_as, with_kvk

NEAR = 85  # of 100: names that look this much alike are worth asking about


@dataclass(frozen=True, slots=True)
class Named:
    """A product that the paper names, and the product of the supplier that it is; None when there is none."""

    name: str
    product: Product | None


def suppliers_like(session: Any, read: Mapping[str, Any]) -> list[Supplier]:
    """Return the suppliers that the paper may be of, the surest first: by KvK number, name, products, a near name."""
    found = read.get("supplier") or {}
    by_number = with_kvk(session, found["kvk"]) if found.get("kvk") else None
    named = known_as(session, found["name"]) if found.get("name") else []
    by_product = [product.supplier for product in _products_named(session, read.get("products") or ())]
    sure = [one for one in (by_number, *named, *by_product) if one is not None]
    return list(dict.fromkeys([*sure, *_near(session, found.get("name") or "")]))


def suppliers_in_text(session: Any, pages: Iterable[Any]) -> list[Supplier]:
    """Return the suppliers whose name stands in the text of a paper, by name; `pages` as a read paper keeps them."""
    text = f" {name_key(' '.join(line for _number, lines in pages for line in lines))} "
    everyone = session.scalars(select(Supplier).order_by(func.lower(Supplier.name)))
    return [one for one in everyone if one.name_key and f" {one.name_key} " in text]


def products_in(supplier: Supplier | None, read: Mapping[str, Any]) -> list[Named]:
    """Return each product that the paper names, with the product of this supplier that bears that name."""
    known = {key: product for product in (supplier.products if supplier else ()) for key in _keys(product)}
    return [Named(name, known.get(name_key(name))) for name in dict.fromkeys(read.get("products") or ())]


def papers(session: Any) -> list[ReadPaper]:
    """Return the papers that were read, the newest first."""
    return list(session.scalars(select(ReadPaper).order_by(ReadPaper.id.desc())))


def _products_named(session: Any, names: Iterable[str]) -> list[Product]:
    keys = {name_key(name) for name in names}
    if not keys:
        return []
    return [product for product in session.scalars(select(Product).order_by(Product.id)) if keys & _keys(product)]


def _keys(product: Product) -> set[str]:
    return {name_key(name) for name in (product.name, *product.aliases.split(",")) if name.strip()}


def _near(session: Any, name: str) -> list[Supplier]:
    from rapidfuzz import fuzz  # heavy, and asked for seldom: not at every start

    key = name_key(name) if name else ""
    rated = (
        ((fuzz.token_sort_ratio(key, one.name_key), one) for one in session.scalars(select(Supplier))) if key else ()
    )
    return [one for score, one in sorted(rated, key=lambda pair: -pair[0]) if score >= NEAR]
