"""One stored field in JSON: its schema, how it is read and how it is shown, by the type of its column."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Enum, Integer

from registry.errors import RegisterError
from registry.model.columns import Codes, Day, Identified, Line, Listed, Prose
from registry.reference import facts

MOST = 999_999_999  # what the number of a record may be, in an address too
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
Schema = dict[str, Any]


class WrongValue(Exception):
    """A value of another kind than the field holds; the sentence says what it holds."""


@dataclass(frozen=True)
class Kind:
    """The schema of a value, how to read what was sent, and how to show what is stored."""

    schema: Callable[[], Schema]
    read: Callable[[Any], Any]
    show: Callable[[Any], Any] = lambda value: value


def kind_of(column: "Column[Any]", key: str) -> Kind:
    """Return how the values of this column are written in JSON."""
    kind, table = column.type, column.info.get("table")
    if isinstance(kind, Codes):
        return _codes(str(table))
    if table:
        return _code(str(table))
    if isinstance(kind, Line | Prose):
        return _text(kind, key)
    if isinstance(kind, Day):
        return _day(kind, key, bool(column.nullable))
    if isinstance(kind, Enum):
        return choice(kind.enum_class)  # type: ignore[arg-type]
    if isinstance(kind, Boolean):
        return _truth()
    if isinstance(kind, Integer):
        return number(bool(column.nullable), 1 if column.foreign_keys else 0, column.info.get("most", MOST))
    raise TypeError(f"the API does not know how to write {column}")


def _text(kind: Line | Prose, key: str) -> Kind:
    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise WrongValue("Dit moet tekst zijn.")
        return _as_the_model(kind, value, key)  # type: ignore[no-any-return]

    # One in a known form may be written longer than it is stored.
    most = 300 if isinstance(kind, Identified) else kind.most
    return Kind(lambda: {"type": "string", "maxLength": most}, read, lambda value: value or "")


def _code(table: str) -> Kind:
    def read(value: Any) -> str:
        if not isinstance(value, str) or (value and value not in known()):
            raise WrongValue(f"Dit moet een code uit {known().dutch} zijn, of leeg.")
        return value

    def known() -> Any:
        return getattr(facts(), table)

    return Kind(lambda: {"type": "string", "enum": ["", *known()]}, read, lambda value: value or "")


def _codes(table: str) -> Kind:
    def read(value: Any) -> tuple[str, ...]:
        known = getattr(facts(), table)
        if not isinstance(value, list) or not all(isinstance(one, str) and one in known for one in value):
            raise WrongValue(f"Dit moet een lijst van codes uit {known.dutch} zijn.")
        if len(set(value)) < len(value):
            raise WrongValue("Hier staat een code twee keer.")
        return tuple(value)

    def schema() -> Schema:
        return {
            "type": "array",
            "uniqueItems": True,
            "items": {"type": "string", "enum": list(getattr(facts(), table))},
        }

    return Kind(schema, read, lambda value: list(value or ()))


def _day(kind: Day, key: str, may_be_empty: bool) -> Kind:
    def read(value: Any) -> date | None:
        if value is None and may_be_empty:
            return None
        return _as_the_model(kind, day(value), key)  # type: ignore[no-any-return]

    empty: Schema = {"nullable": True} if may_be_empty else {}
    return Kind(lambda: {"type": "string", "format": "date", **empty}, read, lambda value: value and value.isoformat())


def choice(members: Iterable[Listed]) -> Kind:
    """Return the kind of one out of these members of a closed list."""
    values = {member.value: member for member in members}
    meanings = "; ".join(f"{member.value}: {member.label}" for member in members)

    def read(value: Any) -> Listed:
        if not isinstance(value, str) or value not in values:
            raise WrongValue(f"Kies uit: {', '.join(values)}.")
        return values[value]

    return Kind(
        lambda: {"type": "string", "enum": list(values), "description": meanings},
        read,
        lambda value: value.value if value is not None else None,
    )


def _truth() -> Kind:
    def read(value: Any) -> bool:
        if not isinstance(value, bool):
            raise WrongValue("Dit moet true of false zijn.")
        return value

    return Kind(lambda: {"type": "boolean"}, read, bool)


def number(may_be_empty: bool = False, least: int = 0, most: int = MOST) -> Kind:
    """Return the kind of a whole number from `least` to `most`, such as that of a record."""

    def read(value: Any) -> int | None:
        if value is None and may_be_empty:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise WrongValue(f"Dit moet een heel getal van {least} tot en met {most} zijn.")
        return value

    empty: Schema = {"nullable": True} if may_be_empty else {}
    return Kind(lambda: {"type": "integer", "minimum": least, "maximum": most, **empty}, read)


def day(value: Any) -> date:
    """Return the date that is written; WrongValue for any other spelling than 2026-08-01."""
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise WrongValue("Deze datum bestaat niet. Schrijf bijvoorbeeld 2026-08-01.")


def _as_the_model(kind: Any, value: Any, key: str) -> Any:
    try:
        return kind.clean(value, key)
    except RegisterError as fault:
        raise WrongValue(fault.sentence) from fault
