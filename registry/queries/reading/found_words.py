"""Values as the reader of annexes gives them, in Dutch words; a code that nobody knows stays a code."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from registry.dutch import short_date, yes_no
from registry.reference import facts


def coded(table: str) -> Callable[[Iterable[str]], list[str]]:
    """Return what turns codes of this table into their labels."""

    def words(codes: Iterable[str]) -> list[str]:
        known = getattr(facts(), table)
        return [known[code].label if code in known else str(code) for code in codes]

    return words


def country(code: str | None) -> str:
    """Return the name of the country; "" for none."""
    return coded("countries")([code])[0] if code else ""


def day(written: str) -> str:
    """Return a date of the reader as people write it."""
    return short_date(date.fromisoformat(written))


def yes_or_no(answer: bool) -> list[str]:
    """Return "ja" or "nee", as a list of one."""
    return [yes_no(answer)]


def row_words(row: Mapping[str, Any], names: Iterable[str], between: str = ", ") -> str:
    """Return what is known of these parts of a row, one after another."""
    return between.join(str(row[name]) for name in names if row.get(name))
