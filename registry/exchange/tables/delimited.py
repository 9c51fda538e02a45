"""A CSV or TSV file as a grid: its separator found, its rows counted as a spreadsheet counts them."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from registry.errors import FileRefused
from registry.exchange import bounds
from registry.exchange.sheets.csv import as_meant
from registry.exchange.tables.grid import Grid
from registry.exchange.tables.table import Cell

SEPARATORS = (";", ",", "\t", "|")
_MOST_LINES_IN_A_CELL = 60
_LONGEST_LINE = 500_000
_SAID = re.compile(r"\"?sep=([;,\t|])\"?[\r\n]*", re.IGNORECASE)


def delimited(text: str, separator: str = "") -> tuple[Grid, str]:
    """Return the rows of a CSV text as a grid, and its separator; `separator` is what a person chose.

    Raises FileRefused with the row for a quotation mark that does not close and for a cell that is too long.
    """
    first, rest = _first_line(text)
    said = _SAID.fullmatch(first)
    chosen = separator or (said[1] if said else _separator(text))
    rows: list[list[Cell]] = []
    widths = []
    for row in _rows(rest if said else text, chosen, 2 if said else 1):
        widths.append(len(row))
        rows.append([as_meant(cell.strip()) or None for cell in row])
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    return Grid("", _squared(rows), first_row=2 if said else 1, widths=tuple(widths[: len(rows)])), chosen


def _first_line(text: str) -> tuple[str, str]:
    found = re.match(r"[^\r\n]{0,20}(?:\r\n|\r|\n)", text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _rows(text: str, separator: str, first: int) -> Iterator[list[str]]:
    """Give each row; the last one that could not be read is the one that a person has to mend."""
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    number, cells = first, 0
    try:
        for row in reader:
            cells += len(row)
            _bound(row, number, cells)
            yield row
            number += 1
    except csv.Error as fault:
        raise FileRefused(_sentence(number, str(fault))) from fault


def _lines(text: str) -> Iterator[str]:
    """Give the lines of a text; one that no list has would be cut into cells by the million."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > _LONGEST_LINE:
            raise FileRefused(f"Regel {number} van dit bestand is te lang om een rij van een lijst te zijn.")
        yield line


def _bound(row: list[str], number: int, cells: int) -> None:
    if number > (bounds.MOST_ROWS if any(row) else 5 * bounds.MOST_ROWS):
        raise FileRefused(f"Dit bestand heeft te veel rijen: hoogstens {bounds.MOST_ROWS:,}.".replace(",", "."))
    if len(row) > bounds.MOST_COLUMNS:
        raise FileRefused(f"Rij {number} heeft te veel cellen: hoogstens {bounds.MOST_COLUMNS}.")
    if cells > bounds.MOST_CELLS:
        raise FileRefused(f"Dit bestand heeft te veel cellen: hoogstens {bounds.MOST_CELLS:,}.".replace(",", "."))
    for cell in row:
        if len(cell) > bounds.MOST_CHARACTERS:
            raise FileRefused(_sentence(number, "field larger"))
        if cell.count("\n") > _MOST_LINES_IN_A_CELL:
            raise FileRefused(_sentence(number, "unexpected end"))


def _sentence(number: int, fault: str) -> str:
    if "field larger" in fault:
        most = f"{bounds.MOST_CHARACTERS:,}".replace(",", ".")
        told = f"Rij {number} heeft een cel die te lang is: hoogstens {most} tekens."
        return f"{told} Misschien sluit daar een aanhalingsteken niet."
    return (
        f'Rij {number}: een aanhalingsteken (") gaat open en sluit niet goed. Herstel die rij en probeer het opnieuw.'
    )


def _separator(text: str) -> str:
    """Return the separator that cuts the first rows most evenly; a file of one column gets a semicolon."""
    sample = text[:60_000]
    scores = {separator: _evenness(sample, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: scores[separator])
    return best if scores[best] > (0.0, 0) else ";"


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    """Return the share of rows that have the most usual number of cells, and that number; (0, 0) below two cells."""
    widths: Counter[int] = Counter()
    try:
        for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), 60):
            widths[len(row)] += bool(any(row))
    except csv.Error:
        return 0.0, 0
    cut = {width: count for width, count in widths.items() if width > 1}
    if not cut:
        return 0.0, 0
    width = max(cut, key=lambda width: (cut[width], width))
    share = cut[width] / max(1, widths.total())
    return (round(share, 1), width) if share >= 0.4 else (0.0, 0)


def _squared(rows: list[list[Cell]]) -> list[list[Cell]]:
    width = max(map(len, rows), default=0)
    return [row + [None] * (width - len(row)) for row in rows]
