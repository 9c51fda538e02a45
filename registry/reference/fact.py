"""What every row of every reference table has, whatever it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the trade: `label` is what a person reads, `source` is where it was read.

    `verified` is true only after somebody compared the fact with its source; `retired` facts stay readable
    for old records but can no longer be chosen; `note` says what is uncertain or easily overlooked; `english` is the
    label for a paper in English, in our own words, where one needs it.
    """

    code: str
    label: str
    source: str
    verified: bool = False
    retired: bool = False
    note: str = ""
    english: str = ""


@dataclass(frozen=True)
class CodeOf:
    """Marks a column that holds codes of another table; the loader proves that each of them exists."""

    table: str
