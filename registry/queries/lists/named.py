"""Who is meant by a few words: a supplier or product by name, alias or number; `%` and `_` are only signs."""

import re
from typing import Any

from sqlalchemy import ColumnElement, or_

from registry.identifiers import name_key
from registry.model import Product, Supplier, SupplierAlias


def supplier_named(words: str) -> ColumnElement[bool]:
    """Return that the supplier's name, an alias or its KvK number holds these words."""
    digits = re.sub(r"[ .]", "", words)
    return or_(
        holding(words, Supplier.name),
        Supplier.name_key.contains(name_key(words), autoescape=True),
        Supplier.aliases.any(holding(words, SupplierAlias.name)),
        *([Supplier.kvk.contains(digits)] if digits.isascii() and digits.isdigit() else []),
    )


def product_named(words: str) -> ColumnElement[bool]:
    """Return that the product's name or another name of it holds these words."""
    return holding(words, Product.name, Product.aliases)


def holding(words: str, *columns: Any) -> ColumnElement[bool]:
    """Return that one of these columns holds the words, in capitals or not."""
    return or_(*(column.icontains(words, autoescape=True) for column in columns))
