"""Which products, suppliers and entries of the starter list go by a name that a teacher typed."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.identifiers import name_key
from registry.model import Product, Supplier
from registry.queries.suppliers.doubles import known_as
from registry.reference import active, facts
from registry.reference.supply import CatalogueEntry

MOST_NEAR = 3
ALIKE = 0.8  # Parnasys and ParnasSys are, Parro and Parnassys are not
# Where everybody's apps stand: the same host says nothing.
STORES = {"apps.apple.com", "play.google.com", "chromewebstore.google.com", "apps.microsoft.com"}


def products_called(session: Any, name: str) -> list[Product]:
    """Return the products with this name or alias, in any spelling; those in use before those out of use."""
    key = name_key(name)
    products = session.scalars(select(Product).options(joinedload(Product.supplier)).order_by(Product.id))
    found = [product for product in products if key in map(name_key, _names(product))]
    return sorted(found, key=lambda product: product.retired_on is not None)


def suppliers_called(session: Any, name: str) -> list[Supplier]:
    """Return the suppliers with this name or alias, in any spelling."""
    return known_as(session, name)


def catalogue_entry(name: str) -> CatalogueEntry | None:
    """Return the first entry of the starter list that goes by this name: as a product before as a supplier."""
    key, entries = name_key(name), active(facts().catalogue)
    as_product = (one for one in entries if key in _keys([one.product, *one.product_aliases, one.label]))
    as_supplier = (one for one in entries if key in _keys([one.supplier, *one.supplier_aliases, *one.misspellings]))
    return next(as_product, None) or next(as_supplier, None)


def near_names(session: Any, name: str, link: str) -> list[str]:
    """Return the names of products in use that look like this one, or that stand on the same website."""
    products = list(session.scalars(select(Product).where(Product.retired_on.is_(None)).order_by(Product.name)))
    keys = {name_key(one): product.name for product in products for one in _names(product)}
    alike = [keys[key] for key in get_close_matches(name_key(name), keys, MOST_NEAR, ALIKE)]
    host = _host(link)
    there = [product.name for product in products if host and host == _host(product.website)]
    return list(dict.fromkeys([*alike, *there]))[:MOST_NEAR]


def _names(product: Product) -> list[str]:
    return [product.name, *filter(None, map(str.strip, re.split("[,;]", product.aliases)))]


def _keys(names: Iterable[str]) -> set[str]:
    return {name_key(name) for name in names if name}


def _host(address: str) -> str:
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return "" if host in STORES else host
