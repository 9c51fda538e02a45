"""Kinds of columns: text within a length, a choice out of a closed list, a set of reference codes."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, DateTime, Enum, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from registry import text
from registry.errors import BrokenRule, InvalidIdentifier, InvalidText


def _naming_the_field(clean: Any, value: Any, most: int, field: str) -> str:
    try:
        return clean(value or "", most=most)  # type: ignore[no-any-return]
    except InvalidText as fault:
        fault.field = fault.field or field
        raise


class Line(TypeDecorator[str]):
    """One line of text; what does not fit or cannot be printed is refused when it is set."""

    impl = String
    cache_ok = True

    def __init__(self, most: int = 255) -> None:
        super().__init__(most)
        self.most = most

    def clean(self, value: Any, field: str) -> str:
        """Return the value as clean text; InvalidText names the field."""
        return _naming_the_field(text.line, value, self.most, field)


class Identified(Line):
    """One line in a known form, such as a KvK number; stored in its normal spelling, empty when unknown."""

    cache_ok = True

    def __init__(self, recognise: Callable[[str], str], most: int = 255) -> None:
        super().__init__(most)
        self.recognise = recognise

    def clean(self, value: Any, field: str) -> str:
        """Return the normal spelling; InvalidIdentifier names the field."""
        written = _naming_the_field(text.line, value, 300, field)
        try:
            return super().clean(self.recognise(written) if written else "", field)
        except InvalidIdentifier as fault:
            fault.field = fault.field or field
            raise


class Prose(TypeDecorator[str]):
    """Text of several lines; what does not fit or cannot be printed is refused when it is set."""

    impl = Text
    cache_ok = True

    def __init__(self, most: int = 5000) -> None:
        super().__init__()
        self.most = most

    def clean(self, value: Any, field: str) -> str:
        """Return the value as clean text; InvalidText names the field."""
        return _naming_the_field(text.prose, value, self.most, field)


class Day(TypeDecorator[date]):
    """A date that can be meant: a typing slip such as the year 0202 is refused when it is set."""

    impl = Date
    cache_ok = True

    def clean(self, value: Any, field: str) -> date | None:
        """Return the date; BrokenRule names the field."""
        if value is not None and not date(1990, 1, 1) <= value <= date(2100, 12, 31):
            raise BrokenRule("De datum moet tussen 1990 en 2100 liggen.", field=field)
        return value  # type: ignore[no-any-return]


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, with its zone on every database; one that cannot be meant is refused when it is set."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def clean(self, value: Any, field: str) -> datetime | None:
        """Return the moment; BrokenRule names the field."""
        if value is not None and not 1990 <= value.year <= 2100:
            raise BrokenRule("Het moment moet tussen 1990 en 2100 liggen.", field=field)
        return value.astimezone(UTC) if value is not None and value.tzinfo else value  # type: ignore[no-any-return]

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the stored moment with its zone, which SQLite does not keep."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)  # type: ignore[no-any-return]


class Codes(TypeDecorator[tuple[str, ...]]):
    """Reference codes in the order chosen, kept as one text with blanks between them."""

    impl = String(500)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Return the codes as the text that is stored."""
        return " ".join(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """Return the stored text as codes."""
        return tuple((value or "").split())


class Listed(StrEnum):
    """A closed list that the register's rules depend on: the value is stored, the label is what a person reads."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Listed":
        """Return the member with its Dutch label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


def line(label: str, most: int = 255, **options: Any) -> MappedColumn[str]:
    """Return a column of one line of text, empty when nothing is known."""
    return mapped_column(Line(most), default="", doc=label, **options)


def identified(label: str, recognise: Callable[[str], str], most: int = 255) -> MappedColumn[str]:
    """Return a column of text that `recognise` knows the form of, empty when unknown."""
    return mapped_column(Identified(recognise, most), default="", doc=label)


def prose(label: str, most: int = 5000) -> MappedColumn[str]:
    """Return a column of running text, empty when nothing is known."""
    return mapped_column(Prose(most), default="", doc=label)


def code(label: str, table: str, default: str = "") -> MappedColumn[str]:
    """Return a column with one code of a reference table, empty when nothing is chosen."""
    return mapped_column(Line(40), default=default, doc=label, info={"table": table})


def codes(label: str, table: str) -> MappedColumn[tuple[str, ...]]:
    """Return a column with several codes of a reference table."""
    return mapped_column(Codes, default=(), doc=label, info={"table": table})


def day(label: str, is_past: bool = False) -> MappedColumn[Any]:
    """Return a column with a date between the years 1990 and 2100; `is_past`: it tells when something was done."""
    return mapped_column(Day, doc=label, info={"past": is_past})


def moment(label: str) -> MappedColumn[Any]:
    """Return a column with a moment in UTC."""
    return mapped_column(Moment, doc=label)


def number(label: str, most: int, **options: Any) -> MappedColumn[Any]:
    """Return a column with a whole number from 0 to `most`."""
    return mapped_column(doc=label, info={"most": most}, **options)


def one_of(kinds: type[Listed], label: str, default: Listed | None = None, rule: str = "") -> MappedColumn[Any]:
    """Return a column that holds one member of a closed list; the database refuses anything else.

    `rule` names that rule where a table has two columns of one list; else it bears the name of the list.
    """
    stored = Enum(
        kinds,
        native_enum=False,
        create_constraint=True,
        length=40,
        name=rule or kinds.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )
    return mapped_column(stored, default=default, nullable=False, doc=label)
