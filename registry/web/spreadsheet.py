"""Tables for Dutch Excel: semicolons, a mark that it is UTF-8, and no cell that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

MIMETYPE = "text/csv"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield the file, a row at a time."""
    yield b"\xef\xbb\xbf"
    for row in rows:
        written = io.StringIO()
        csv.writer(written, delimiter=";", lineterminator="\r\n").writerow([harmless(cell) for cell in row])
        yield written.getvalue().encode()


def harmless(cell: str) -> str:
    """Return the cell with an apostrophe before what would be read as a formula."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell
