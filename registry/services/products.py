"""Products: add, edit, take out of use."""

from datetime import date
from typing import Any

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.identifiers import name_key
from registry.model import Product, Supplier
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows


def add_product(session: Any, supplier_number: int, fields: Fields, rows: Rows | None = None) -> Product:
    """Return the new product of this supplier, with its modules and other parties."""
    with change(session, "product toegevoegd"):
        supplier = fetch(session, Supplier, supplier_number)
        product = Product()
        assign(product, fields)
        replace_rows(product, rows or {})
        _check(supplier, product)
        supplier.products.append(product)
    return product


def edit_product(session: Any, number: int, seen: int, fields: Fields, rows: Rows | None = None) -> Product:
    """Return the product with these fields and rows."""
    with change(session, "product gewijzigd"):
        product = fetch(session, Product, number)
        with session.no_autoflush:
            edit(session, product, seen, fields, rows)
            _check(product.supplier, product)
    return product


def retire_product(session: Any, number: int, on: date) -> Product:
    """Return the product, out of use from this date; refused while a school still uses it."""
    with change(session, "product niet meer in gebruik"):
        product = fetch(session, Product, number)
        if any(use.is_current(on) for use in product.uses):
            raise BrokenRule("Een school gebruikt dit product nog op deze datum. Beëindig eerst het gebruik.")
        product.retired_on, product.version = on, product.version + 1
    return product


def _check(supplier: Supplier, product: Product) -> None:
    if not product.name:
        raise BrokenRule("Geef het product een naam.", field="name")
    key = name_key(product.name)
    if any(other is not product and name_key(other.name) == key for other in supplier.products):
        raise AlreadyExists(f"{supplier.name} heeft al een product met de naam {product.name}.", field="name")
