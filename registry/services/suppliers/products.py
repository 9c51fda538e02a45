"""Products: add, edit, take out of use and bring back."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.dutch import long_date
from registry.errors import AlreadyExists, BrokenRule
from registry.identifiers import name_key
from registry.model import Product, Supplier, UseModule
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows


def add_product(
    session: Any, supplier_number: int, fields: Fields, rows: Rows | None = None, *, today: date | None = None
) -> Product:
    """Return the new product of this supplier, with its modules and other parties; a DPIA done after `today` is not."""
    with change(session, "product toegevoegd"):
        supplier = fetch(session, Supplier, supplier_number)
        product = Product()
        assign(product, fields)
        replace_rows(product, rows or {})
        refuse_days_to_come(product, today)
        _check(session, supplier, product)
        supplier.products.append(product)
    return product


def edit_product(
    session: Any, number: int, seen: int, fields: Fields, rows: Rows | None = None, *, today: date | None = None
) -> Product:
    """Return the product with these fields and rows; a module that a school has opened cannot be taken away.

    A DPIA done after `today` is refused; without it the day is taken as it is.
    """
    with change(session, "product gewijzigd"):
        product = fetch(session, Product, number)
        modules = {module.id: module.name for module in product.modules}
        with session.no_autoflush:
            edit(session, product, seen, fields, rows)
            refuse_days_to_come(product, today)
            _check(session, product.supplier, product)
            _refuse_opened(session, modules, product)
    return product


def retire_product(session: Any, number: int, on: date) -> Product:
    """Return the product, out of use from this date; refused while a school uses it on that day or later."""
    with change(session, "product niet meer in gebruik"):
        product = fetch(session, Product, number)
        refuse_if_used(product, on)
        product.retired_on, product.version = on, product.version + 1
    return product


def bring_back_product(session: Any, number: int) -> Product:
    """Return the product, in use again."""
    with change(session, "product weer in gebruik"):
        product = fetch(session, Product, number)
        product.retired_on, product.version = None, product.version + 1
    return product


def refuse_if_used(product: Product, on: date) -> None:
    """Raise BrokenRule when a school uses the product on this date or later."""
    if schools := [use.school.name for use in product.uses if use.overlaps(on, None)]:
        raise BrokenRule(
            f"{schools[0]} gebruikt {product.name} nog op {long_date(on)} of later. Beëindig eerst dat gebruik.",
            field="on",
        )


def _check(session: Any, supplier: Supplier, product: Product) -> None:
    if not product.name:
        raise BrokenRule("Geef het product een naam.", field="name")
    key = name_key(product.name)
    if any(other is not product and name_key(other.name) == key for other in supplier.products):
        raise AlreadyExists(f"{supplier.name} heeft al een product met de naam {product.name}.", field="name")
    _check_modules(product)
    _check_parties(session, supplier, product)


def _check_modules(product: Product) -> None:
    names = [(module.name or "").casefold() for module in product.modules]
    if "" in names:
        raise BrokenRule("Geef elk onderdeel een naam.", field="modules")
    if len(set(names)) < len(names):
        raise BrokenRule("Twee onderdelen hebben dezelfde naam.", field="modules")


def _check_parties(session: Any, supplier: Supplier, product: Product) -> None:
    named = [(party.supplier_id, party.part) for party in product.parties]
    for number, _ in named:
        fetch(session, Supplier, number or 0)
    if supplier.id in dict(named):
        raise BrokenRule(
            f"{supplier.name} is de leverancier zelf. Noem hier alleen andere organisaties.", field="parties"
        )
    if len(set(named)) < len(named):
        raise BrokenRule("Dezelfde organisatie staat er twee keer met dezelfde rol.", field="parties")


def _refuse_opened(session: Any, modules: dict[int, str], product: Product) -> None:
    removed = modules.keys() - {module.id for module in product.modules}
    opened = session.scalars(select(UseModule.module_id).where(UseModule.module_id.in_(removed))).all()
    if opened:
        raise BrokenRule(
            f"Een school gebruikt het onderdeel {modules[opened[0]]}. Haal het daar eerst weg.", field="modules"
        )
