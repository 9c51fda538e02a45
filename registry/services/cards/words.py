"""What a card says, in the words in which the register's own screens say it."""

import re
from datetime import date
from typing import Any

from registry import dutch
from registry.model.base import label_of
from registry.model.columns import Listed
from registry.queries.exports.card_shape import Rows, Shape
from registry.queries.exports.list_rows import saying
from registry.services.cards.values import Said, fields_of


def record_words(said: Said, shape: Shape) -> str:
    """Return a record in lines: each field with its label, and each list with its rows."""
    fields = fields_of(said, shape.kind, shape.fields)
    told = [f"{label_of(getattr(shape.kind, field))}: {words(shape.kind, field, fields[field])}" for field in fields]
    lists = [f"{_apart(rows.name)}: {rows_words(said[rows.name], rows, '; ')}" for rows in _present(said, shape)]
    return "\n".join([*told, *lists])


def rows_words(found: list[Said], rows: Rows, between: str = "\n") -> str:
    """Return rows of a list, each as its values with commas between them."""
    return between.join(", ".join(_values(row, rows)) for row in found)


def words(kind: Any, field: str, value: Any) -> str:
    """Return one value as a person reads it: codes and choices by their label, a date in full, "" for nothing."""
    say = saying(getattr(kind, field))
    if isinstance(value, tuple):
        return dutch.enumeration([str(say(code)) for code in value])
    if value is True:
        return "ja"
    if isinstance(value, date):
        return dutch.long_date(value)
    told = say(value)
    return told.label if isinstance(told, Listed) else str(told or "")


def _values(row: Said, rows: Rows) -> list[str]:
    fields = fields_of(row, rows.kind, rows.fields)
    return [
        label_of(getattr(rows.kind, field)).lower() if value is True else words(rows.kind, field, value)
        for field, value in fields.items()
        if value not in ("", None, False)
    ]


def _present(said: Said, shape: Shape) -> list[Rows]:
    return [rows for rows in shape.rows.values() if said.get(rows.name)]


def _apart(name: str) -> str:
    """ "nietVerwerkt" as "Niet verwerkt"."""
    return re.sub("[A-Z]", lambda capital: f" {capital[0].lower()}", name).capitalize()
