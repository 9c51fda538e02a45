"""Suppliers: add, edit, note what stands in the covenant's list, take out of use and bring back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry import identifiers
from registry.database import change
from registry.errors import AlreadyExists, BrokenRule, InvalidIdentifier
from registry.identifiers import name_key
from registry.model import CovenantEntry, Supplier
from registry.queries.suppliers.doubles import Names
from registry.services.board.custom_fields import set_custom_values
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows
from registry.services.suppliers.products import refuse_if_used

Own = Mapping[int, str]


def add_supplier(
    session: Any, fields: Fields, rows: Rows | None = None, own: Own | None = None, *, names: Names | None = None
) -> Supplier:
    """Return the new supplier with its contacts, aliases and own fields.

    AlreadyExists when its name, an alias or its KvK number is known; `names` tells that, without it the register does.
    """
    with change(session, "leverancier toegevoegd"):
        supplier = Supplier()
        assign(supplier, fields)
        replace_rows(supplier, rows or {})
        _check(supplier, names or Names(session))
        session.add(supplier)
        if session.autoflush or own:  # who writes many at once holds the flush off, and asks for numbers later
            session.flush()
        set_custom_values(session, supplier=supplier.id, values=own or {})
    return supplier


def edit_supplier(
    session: Any,
    number: int,
    seen: int,
    fields: Fields,
    rows: Rows | None = None,
    own: Own | None = None,
    *,
    names: Names | None = None,
) -> Supplier:
    """Return the supplier with these fields, rows and own fields; errors as for add_supplier, and ChangedMeanwhile."""
    with change(session, "leverancier gewijzigd"):
        supplier = fetch(session, Supplier, number)
        with session.no_autoflush:
            edit(session, supplier, seen, fields, rows)
            _check(supplier, names or Names(session))
            set_custom_values(session, supplier=number, values=own or {})
    return supplier


def note_covenant(session: Any, number: int, fields: Fields, today: date | None = None) -> CovenantEntry:
    """Return the new entry of what the covenant's public list said on a day; earlier entries stay.

    BrokenRule for a day after `today`; without it the day is taken as it is.
    """
    with change(session, "convenant nagegaan"):
        supplier, entry = fetch(session, Supplier, number), CovenantEntry()
        assign(entry, fields)
        if entry.checked_on is None:
            raise BrokenRule("Vul in op welke dag de lijst is bekeken.", field="checked_on")
        refuse_days_to_come(entry, today)
        supplier.covenant_entries.append(entry)
    return entry


def retire_supplier(session: Any, number: int, on: date) -> Supplier:
    """Return the supplier, out of use from this date; refused while a school uses a product of it then or later."""
    with change(session, "leverancier niet meer in gebruik"):
        supplier = fetch(session, Supplier, number)
        for product in supplier.products:
            refuse_if_used(product, on)
        supplier.retired_on, supplier.version = on, supplier.version + 1
    return supplier


def bring_back_supplier(session: Any, number: int) -> Supplier:
    """Return the supplier, in use again."""
    with change(session, "leverancier weer in gebruik"):
        supplier = fetch(session, Supplier, number)
        supplier.retired_on, supplier.version = None, supplier.version + 1
    return supplier


def _check(supplier: Supplier, names: Names) -> None:
    if not supplier.name:
        raise BrokenRule("Geef de leverancier een naam.", field="name")
    supplier.name_key = name_key(supplier.name)
    _refuse_double(supplier, names, supplier.name, "name")
    if (double := names.with_kvk(supplier.kvk, but_not=supplier)) is not None:
        raise AlreadyExists(f"Dit KvK-nummer is al van {double.name}.", field="kvk")
    _check_aliases(supplier, names)
    check_postcode(supplier)


def _refuse_double(supplier: Supplier, names: Names, name: str, field: str) -> None:
    for other in names.known_as(name, but_not=supplier):
        told_apart = supplier.kvk and other.kvk and supplier.kvk != other.kvk
        if not told_apart:
            raise AlreadyExists(
                f"{name} staat al in het register als {other.name}. "
                "Is het een andere organisatie, vul dan bij allebei het KvK-nummer in.",
                field=field,
            )


def _check_aliases(supplier: Supplier, names: Names) -> None:
    known = {supplier.name_key}
    for alias in supplier.aliases:
        if not alias.name:
            raise BrokenRule("Een andere naam kan niet leeg zijn.", field="aliases")
        if (key := name_key(alias.name)) in known:
            raise BrokenRule(f"{alias.name} staat er al als naam van deze leverancier.", field="aliases")
        _refuse_double(supplier, names, alias.name, "aliases")
        known.add(key)


def check_postcode(supplier: Supplier) -> None:
    """Give a Dutch postcode its usual spelling; InvalidIdentifier, at the field "postcode", where it is none."""
    if not supplier.postcode or supplier.country not in ("NL", "", None):
        return
    try:
        supplier.postcode = identifiers.postcode(supplier.postcode)
    except InvalidIdentifier as fault:
        fault.field = "postcode"
        raise
