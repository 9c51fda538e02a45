"""What a stored value says to a person: a label for a code, a name for a number, a date in Dutch."""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy.types import TypeDecorator

from registry.dutch import enumeration, long_date, long_moment
from registry.model import Action
from registry.model.base import is_secret
from registry.model.columns import Listed
from registry.queries.history.kinds import attribute_of, class_of, name_of
from registry.reference import facts

SECRET = "wordt niet getoond"
Get = Callable[[Any, int], Any]
"""Gives the record of a kind with a number, or None: what a session's `get` does, and that of records read before."""


def value_words(get: Get, table: str, field: str, stored: str) -> str:
    """Return the value as the history kept it, in words; what cannot be read any more stays as it was written."""
    attribute = attribute_of(table, field)
    if attribute is None or not stored:
        return stored
    column = attribute.property.columns[0]
    if column.foreign_keys:
        return _referred(get, column, stored)
    if named := column.info.get("table"):
        return _labels(getattr(facts(), named), stored.split())
    try:
        return _plain_words(python_type(column), stored)
    except ValueError:
        return stored


def python_type(column: Any) -> type:
    """Return what kind of Python value the column holds, beneath a type of our own."""
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return kind.python_type


def is_kept_secret(table: str, field: str) -> bool:
    """Return whether the history knows only that this field changed."""
    attribute = attribute_of(table, field)
    return attribute is not None and is_secret(attribute.property)


def _plain_words(kind: type, stored: str) -> str:
    if kind is bool:
        return {"True": "ja", "False": "nee"}.get(stored, stored)
    if issubclass(kind, Enum):
        member = kind(stored)
        return member.label if isinstance(member, Listed) else stored
    if kind is datetime:
        return long_moment(datetime.fromisoformat(stored))
    return long_date(date.fromisoformat(stored)) if kind is date else stored


def _labels(table: Any, codes: list[str]) -> str:
    return enumeration([table[code].label if code in table else code for code in codes])


def _referred(get: Get, column: Any, stored: str) -> str:
    """The name of the record with this number; for one that is gone, or not there for the viewer, its number alone."""
    kind = class_of(next(iter(column.foreign_keys)).column.table.name)
    record = get(kind, int(stored)) if kind is not None and stored.isdigit() else None
    if record is None:
        return f"nummer {stored}"
    # What kind of record it is, the field says already.
    return record.what if isinstance(record, Action) else getattr(record, "name", "") or name_of(record)
