"""Workbooks for Excel: text stays text, dates are dates, the heading stands still and can be filtered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO

from registry.dutch import yes_no
from registry.exchange.sheets.fitting import CONTINUED, pieces, printable
from registry.exchange.sheets.sheet import Cell, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
PIECE = 1 << 16
NARROWEST, WIDEST, DATE_WIDTH = 8, 60, 11
NOTICES = Sheet("Meldingen", ("Blad", "Rij", "Kolom", "Melding", "Vervolg van de tekst"), ())
REPLACED = "Een teken dat een werkblad niet kan bevatten, is vervangen door \N{REPLACEMENT CHARACTER}."
TOO_LONG = "Deze tekst past niet in één cel. Dit is het vervolg, deel {}."


def write_workbook(file: BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Write the sheets as an xlsx workbook into this file, a row at a time, whatever their size.

    A text that is too long for a cell goes on in the sheet "Meldingen" at the end; so does a note of each sign that
    had to be replaced. That sheet is there only when there is something to tell.
    """
    import xlsxwriter  # heavy, and asked for seldom: not at every start

    with xlsxwriter.Workbook(file, OPTIONS) as book:
        writer = _Writer(book)
        for sheet in sheets:
            writer.write(sheet)
        if writer.notices:
            writer.write(Sheet(NOTICES.name, NOTICES.headings, list(writer.notices)))


def workbook_bytes(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """Yield the workbook of these sheets in pieces; it lies in a file that is gone afterwards, not in memory."""
    with TemporaryFile() as file:
        write_workbook(file, sheets)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


@dataclass
class _Writer:
    """Writes sheets into one workbook and keeps what there is to tell about them."""

    book: Any
    notices: list[Sequence[Cell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        top = {"valign": "top"}
        self.head = self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self.text = self.book.add_format({"text_wrap": True, **top})
        self.day = self.book.add_format({"num_format": "d-m-yyyy", "align": "left", **top})
        self.plain = self.book.add_format(top)

    def write(self, sheet: Sheet) -> None:
        """Write one sheet."""
        page: Worksheet = self.book.add_worksheet(sheet.name)
        widths = [max(NARROWEST, len(heading) + 3) for heading in sheet.headings]  # room for the filter's button
        for column, heading in enumerate(sheet.headings):
            page.write_string(0, column, heading, self.head)
        last = 0
        for last, cells in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(cells):
                widths[column] = max(widths[column], self._cell(page, sheet, last, column, cell))
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, last, max(len(sheet.headings) - 1, 0))
        for column, width in enumerate(widths):
            page.set_column(column, column, min(width, WIDEST))

    def _cell(self, page: "Worksheet", sheet: Sheet, row: int, column: int, cell: Cell) -> int:
        """Write one cell; return how wide it would like its column to be."""
        if cell is None or cell == "":
            return 0
        if isinstance(cell, bool):
            cell = yes_no(cell)
        if isinstance(cell, str):
            return self._string(page, sheet, row, column, cell)
        if isinstance(cell, date):
            page.write_datetime(row, column, cell, self.day)
            return DATE_WIDTH
        page.write_number(row, column, cell, self.plain)
        return len(str(cell)) + 1

    def _string(self, page: "Worksheet", sheet: Sheet, row: int, column: int, cell: str) -> int:
        text = printable(cell)
        where = (sheet.name, row + 1, sheet.headings[column])
        if text != cell.replace("\r\n", "\n").replace("\r", "\n"):
            self.notices.append((*where, REPLACED, ""))
        first, *rest = pieces(text)
        for part, piece in enumerate(rest, start=2):
            self.notices.append((*where, TOO_LONG.format(part), piece))
        page.write_string(row, column, first + CONTINUED if rest else first, self.text)
        return max((len(line) for line in first[:500].split("\n")), default=0) + 1
