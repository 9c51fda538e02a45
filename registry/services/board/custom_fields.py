"""A board's own fields: make one, change one, and set what a supplier or an agreement has in them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.model import CustomField, CustomValue
from registry.queries.board.custom_fields import custom_values, value_rows
from registry.services.records import Fields, assign, edit, fetch


def add_custom_field(session: Any, fields: Fields) -> CustomField:
    """Return the new own field; AlreadyExists when the same subject has one of that name."""
    with change(session, "eigen veld toegevoegd"):
        field = CustomField()
        assign(field, fields)
        _check(session, field)
        session.add(field)
    return field


def edit_custom_field(session: Any, number: int, seen: int, fields: Fields) -> CustomField:
    """Return the own field with another name, help or state; it stays where it stands."""
    with change(session, "eigen veld gewijzigd"), session.no_autoflush:
        field = fetch(session, CustomField, number)
        if fields.get("subject", field.subject) is not field.subject:
            raise BrokenRule("Een eigen veld blijft staan waar het staat. Maak een nieuw veld.", field="subject")
        edit(session, field, seen, fields)
        _check(session, field)
    return field


def set_custom_values(
    session: Any, *, supplier: int | None = None, agreement: int | None = None, values: Mapping[int, str]
) -> None:
    """Set what this supplier or agreement has in its own fields, by the number of the field; empty takes it away.

    A field that is not named keeps its value. BrokenRule for a field that the record does not have.
    """
    if not values:
        return
    with change(session, "eigen velden ingevuld"):
        offered = {own.field_id for own in custom_values(session, supplier=supplier, agreement=agreement)}
        rows = {row.field_id: row for row in value_rows(session, supplier=supplier, agreement=agreement)}
        for number, value in values.items():
            if number not in offered:
                raise BrokenRule("Dit eigen veld bestaat hier niet.")
            row = rows.get(number) or CustomValue(field_id=number, supplier_id=supplier, agreement_id=agreement)
            _set(session, row, value)


def _set(session: Any, row: CustomValue, value: str) -> None:
    row.value = value
    if row.value:
        session.add(row)
    elif row.id:
        session.delete(row)


def _check(session: Any, field: CustomField) -> None:
    if not field.label:
        raise BrokenRule("Geef het veld een naam.", field="label")
    same = select(CustomField).where(CustomField.subject == field.subject, CustomField.id != (field.id or 0))
    with session.no_autoflush:
        labels = {other.label.casefold() for other in session.scalars(same)}
    if field.label.casefold() in labels:
        raise AlreadyExists(f"Er is al een eigen veld met de naam {field.label}.", field="label")
