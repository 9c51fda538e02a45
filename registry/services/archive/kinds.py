"""The kinds of stored values: how each is written as JSON, read back, and held by every database alike."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, DateTime, Integer, Interval, LargeBinary, String
from sqlalchemy.types import TypeDecorator, TypeEngine

LARGEST = 2**63


class Kind(StrEnum):
    """What a column holds; `meaning` is what the description of the archive says of it."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> "Kind":
        """Return the member with its Dutch meaning."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    NUMBER = "number", "geheel getal"
    TEXT = "text", "tekst; een keuze uit een lijst staat er als haar vaste code"
    YES_NO = "yes_no", "true of false"
    DAY = "day", "datum: jjjj-mm-dd"
    MOMENT = "moment", "moment in UTC: jjjj-mm-ddTuu:mm:ss.ssssss+00:00"
    JSON = "json", "JSON, zoals het bewaard is"
    FILE = "file", "SHA-256 van de inhoud; de inhoud zelf staat in de map files onder die naam"


# The first that fits: a choice out of a list is stored as text.
_TYPES: tuple[tuple[type[TypeEngine[Any]], Kind], ...] = (
    (Boolean, Kind.YES_NO),
    (Integer, Kind.NUMBER),
    (DateTime, Kind.MOMENT),
    (Date, Kind.DAY),
    (JSON, Kind.JSON),
    (LargeBinary, Kind.FILE),
    (String, Kind.TEXT),
)
_PLAIN: dict[Kind, Callable[[], TypeEngine[Any]]] = {
    Kind.NUMBER: BigInteger,
    Kind.YES_NO: Boolean,
    Kind.DAY: Date,
    Kind.MOMENT: lambda: DateTime(timezone=True),
    Kind.JSON: JSON,
    Kind.FILE: LargeBinary,
}


def kind_of(stored: TypeEngine[Any]) -> Kind:
    """Return the kind of a column of this type, of the model's own or as a database tells it; LookupError for none."""
    while isinstance(stored, TypeDecorator) and not isinstance(stored, Interval):  # which is no moment everywhere
        stored = stored.impl_instance
    for base, kind in _TYPES:
        if isinstance(stored, base):
            return kind
    raise LookupError(f"no kind of archive value for the column type {stored!r}")


def plain_type(stored: TypeEngine[Any]) -> TypeEngine[Any]:
    """Return a type that holds the same as this one, as it is stored: without the rules and words of the model."""
    kind = kind_of(stored)
    return String(getattr(stored, "length", None)) if kind is Kind.TEXT else _PLAIN[kind]()


def written(kind: Kind, value: Any) -> Any:
    """Return a stored value as JSON can hold it. A file is not written here: its hash is."""
    if value is None or kind not in (Kind.DAY, Kind.MOMENT):
        return value
    return value.isoformat() if kind is Kind.DAY else _utc(value).isoformat(timespec="microseconds")


def read(kind: Kind, value: Any) -> Any:
    """Return the value that `written` wrote; ValueError for what it never writes, without repeating it."""
    if value is None or kind is Kind.JSON:
        return value
    is_right, made = _READING[kind]
    if not is_right(value):
        raise ValueError(f"no {kind}")
    try:
        return made(value)
    except ValueError as fault:
        raise ValueError(f"no {kind}") from fault


def _utc(moment: datetime) -> datetime:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # SQLite gives UTC without saying so
    return aware.astimezone(UTC)


def _is_number(value: Any) -> bool:
    return type(value) is int and -LARGEST <= value < LARGEST


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and value.isascii()


def _as_it_is(value: Any) -> Any:
    return value


_READING: dict[Kind, tuple[Callable[[Any], bool], Callable[[Any], Any]]] = {
    Kind.NUMBER: (_is_number, _as_it_is),
    Kind.TEXT: (_is_text, _as_it_is),
    Kind.YES_NO: (lambda value: isinstance(value, bool), _as_it_is),
    Kind.DAY: (_is_plain, date.fromisoformat),
    Kind.MOMENT: (_is_plain, lambda value: _utc(datetime.fromisoformat(value))),
    Kind.FILE: (_is_plain, _as_it_is),
}
