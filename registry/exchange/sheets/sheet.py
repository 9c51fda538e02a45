"""A list as plain values: what a workbook, a CSV file and JSON are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | bool | date | None


@dataclass(frozen=True)
class Sheet:
    """A list under its headings; its rows are read once, one at a time. An empty cell is None or ""."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]
