"""Values out of records: a text when it is known, a gap that names its place when it is not."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy.orm import InstrumentedAttribute

from registry import dutch
from registry.documents import Gap
from registry.model.base import Record
from registry.queries.annexes.annex_words import listed
from registry.queries.papers.facts_used import FactUsed
from registry.queries.papers.missing import Missing, missing
from registry.reference import facts

Value = str | Gap
Values = dict[str, Any]


def gap(record: Record, attribute: InstrumentedAttribute[Any] | Any, label: str = "") -> Gap:
    """Return the gap that this field or list of the record leaves."""
    return gap_of(missing(record, attribute, label))


def gap_of(place: Missing) -> Gap:
    """Return what a question found missing, as a paper shows it."""
    return Gap(place.label, place.where)


def known(record: Record, attribute: InstrumentedAttribute[Any] | Any, label: str = "") -> Value:
    """Return the field as text, a date in full; a gap when it is empty."""
    return written(getattr(record, attribute.key)) or gap(record, attribute, label)


def written(value: str | date | None) -> str:
    """Return a text or date as it stands in a paper; nothing for nothing."""
    return dutch.long_date(value) if isinstance(value, date) else value or ""


class Facts:
    """The reference facts that one paper uses: gives their words and remembers which they were."""

    def __init__(self) -> None:
        self.used: dict[FactUsed, None] = {}

    def of(self, table: str, code: str) -> Any:
        """Return the fact with this code, None for no code."""
        if not code:
            return None
        self.used[table, code] = None
        return getattr(facts(), table)[code]

    def label(self, table: str, code: str) -> str:
        """Return the label of this code, nothing for no code."""
        fact = self.of(table, code)
        return fact.label if fact else ""

    def labels(self, table: str, codes: Iterable[str]) -> str:
        """Return the labels of these codes as "a, b en c"."""
        return listed([self.label(table, code) for code in codes])
