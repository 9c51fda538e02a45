"""A table as it stands in a file: its headings, and its rows with the numbers that a person sees there."""

from dataclasses import dataclass
from datetime import date, datetime, time

Cell = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, counted from 1, and a cell for each heading; an empty cell is None."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its headings in one line each, whatever they looked like in the file.

    `sheet` is the name of its sheet, "" in a CSV file; `first_column` the number of its first column in the file,
    counted from 1. `remarks` are sentences for a person about how it was read, such as how many rows are hidden.
    """

    sheet: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    heading_row: int = 1
    first_column: int = 1
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds: its tables in order, what sort of file it really is, and for CSV how it was read."""

    sort: str  # "xlsx", "xls", "ods" or "csv"
    tables: tuple[Table, ...]
    encoding: str = ""
    separator: str = ""
    remarks: tuple[str, ...] = ()
