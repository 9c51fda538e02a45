"""What is known to be missing: its Dutch name and, neutrally, the place where somebody can fill it in."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import InstrumentedAttribute

from registry.model.base import Record, label_of


@dataclass(frozen=True)
class Missing:
    """A value that nobody has filled in yet; `where` is "table/number/field", which a screen turns into a link."""

    label: str
    where: str


def missing(record: Record, attribute: InstrumentedAttribute[Any] | Any, label: str = "") -> Missing:
    """Return that this field or list of the record is missing; a list has no Dutch name and needs a label."""
    return missing_at(type(record), record.id, attribute, label)


def missing_at(
    kind: type[Record], number: int, attribute: InstrumentedAttribute[Any] | Any, label: str = ""
) -> Missing:
    """Return that this field or list of the record with this number is missing."""
    table: Any = kind
    return Missing(label or label_of(attribute), f"{table.__tablename__}/{number}/{attribute.key}")
