"""What is known to be missing: its Dutch name and, neutrally, the place where somebody can fill it in."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import InstrumentedAttribute

from registry.model.base import Record, label_of


@dataclass(frozen=True)
class Missing:
    """A value that nobody has filled in yet; `where` is "table/number/field", which a screen turns into a link."""

    label: str
    where: str


def missing(record: Record, attribute: InstrumentedAttribute[Any] | Any, label: str = "") -> Missing:
    """Return that this field or list of the record is missing; a list has no Dutch name and needs a label."""
    table = inspect(type(record)).local_table.name
    return Missing(label or label_of(attribute), f"{table}/{record.id}/{attribute.key}")
