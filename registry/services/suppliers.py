"""Suppliers: add, edit, note what stands in the covenant's list, take out of use."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.identifiers import name_key
from registry.model import CovenantEntry, Supplier, SupplierAlias
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows


def add_supplier(session: Any, fields: Fields, rows: Rows | None = None) -> Supplier:
    """Return the new supplier with its contacts and aliases; AlreadyExists when its name or KvK number is known."""
    with change(session, "leverancier toegevoegd"):
        supplier = Supplier()
        assign(supplier, fields)
        replace_rows(supplier, rows or {})
        _check(session, supplier)
        session.add(supplier)
    return supplier


def edit_supplier(session: Any, number: int, seen: int, fields: Fields, rows: Rows | None = None) -> Supplier:
    """Return the supplier with these fields and rows."""
    with change(session, "leverancier gewijzigd"):
        supplier = fetch(session, Supplier, number)
        with session.no_autoflush:
            edit(session, supplier, seen, fields, rows)
            _check(session, supplier)
    return supplier


def note_covenant(session: Any, number: int, fields: Fields) -> CovenantEntry:
    """Return the new entry of what the covenant's public list said on a day; earlier entries stay."""
    with change(session, "convenant nagegaan"):
        entry = CovenantEntry(supplier=fetch(session, Supplier, number))
        assign(entry, fields)
        session.add(entry)
    return entry


def retire_supplier(session: Any, number: int, on: date) -> Supplier:
    """Return the supplier, out of use from this date; refused while a school still uses one of its products."""
    with change(session, "leverancier niet meer in gebruik"):
        supplier = fetch(session, Supplier, number)
        in_use = [product.name for product in supplier.products for use in product.uses if use.is_current(on)]
        if in_use:
            raise BrokenRule(f"{in_use[0]} is op deze datum nog in gebruik. Beëindig eerst het gebruik.")
        supplier.retired_on, supplier.version = on, supplier.version + 1
    return supplier


def _check(session: Any, supplier: Supplier) -> None:
    if not supplier.name:
        raise BrokenRule("Geef de leverancier een naam.", field="name")
    supplier.name_key = name_key(supplier.name)
    if (double := find_double(session, supplier)) is not None:
        raise AlreadyExists(
            f"Deze leverancier staat al in het register als {double.name}. "
            "Is het een andere organisatie, vul dan bij allebei het KvK-nummer in.",
            field="name",
        )
    if supplier.kvk and (double := _same_kvk(session, supplier)) is not None:
        raise AlreadyExists(f"Dit KvK-nummer is al van {double.name}.", field="kvk")


def find_double(session: Any, supplier: Supplier) -> Supplier | None:
    """Return another supplier with this name, in any spelling of any of its names, unless their KvK numbers differ."""
    with session.no_autoflush:
        known = session.execute(
            select(Supplier, SupplierAlias.name).outerjoin(SupplierAlias).where(Supplier.id != (supplier.id or 0))
        )
        return next((one for one, alias in known if _same_name(supplier, one, alias)), None)


def _same_name(supplier: Supplier, other: Supplier, alias: str | None) -> bool:
    told_apart = supplier.kvk and other.kvk and supplier.kvk != other.kvk
    names = {other.name_key, name_key(alias) if alias else other.name_key}
    return supplier.name_key in names and not told_apart


def _same_kvk(session: Any, supplier: Supplier) -> Supplier | None:
    with session.no_autoflush:
        same = select(Supplier).where(Supplier.kvk == supplier.kvk, Supplier.id != (supplier.id or 0))
        return session.scalar(same)  # type: ignore[no-any-return]
