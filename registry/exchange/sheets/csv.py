"""Tables for Dutch Excel: semicolons, a mark that it is UTF-8, and no cell that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from registry.dutch import yes_no
from registry.exchange.sheets.fitting import printable
from registry.exchange.sheets.sheet import Cell, Sheet

MIMETYPE = "text/csv"
# OWASP, "CSV Injection"; ASVS 5.0, 1.2.10. The wide ones mean the same in a Japanese Excel.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def csv_sheet(sheet: Sheet) -> Iterator[bytes]:
    """Yield the sheet as a file, a row at a time; a sign that no sheet can hold becomes a visible mark."""
    written = ([_written(cell) for cell in row] for row in sheet.rows)
    yield b"\xef\xbb\xbf"
    yield _line(map(harmless, sheet.headings))
    yield from map(_line, written)


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield a file of texts, a row at a time."""
    yield b"\xef\xbb\xbf"
    for row in rows:
        yield _line([harmless(cell) for cell in row])


def harmless(cell: str) -> str:
    """Return the cell with an apostrophe before what would be read as a formula; `as_meant` takes it off again."""
    return f"'{cell}" if cell.lstrip("'").startswith(STARTS_A_FORMULA) else cell


def as_meant(cell: str) -> str:
    """Return what the cell said before `harmless` put its apostrophe there."""
    is_marked = cell.startswith("'") and cell.lstrip("'").startswith(STARTS_A_FORMULA)
    return cell[1:] if is_marked else cell


def as_text(cell: Cell) -> str:
    """Return the text that a cell of a list stands for, whatever the form of the file."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return yes_no(cell)
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    return printable(cell) if isinstance(cell, str) else str(cell)


def _written(cell: Cell) -> str:
    return harmless(as_text(cell)) if isinstance(cell, str) else as_text(cell)


def _line(cells: Iterable[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(list(cells))
    return written.getvalue().encode("utf-8", "replace")
