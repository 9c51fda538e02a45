"""Tables with a header row that returns on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.shared import Cm, Length
from docx.table import Table, _Row

from agreement_templates.source import package, style
from agreement_templates.source.writing import write


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in cm and, in a table that repeats one row, what stands in that row."""

    heading: str
    width: float
    cell: str = ""


def table(document: WordDocument, title: str, columns: Sequence[Column]) -> Table:
    """A table with only its header row; `title` is what a screen reader says of it."""
    made = document.add_table(1, len(columns), style=style.TABLE)
    made.autofit = False
    for column, place in zip(columns, made.columns, strict=True):
        place.width = Cm(column.width)
    package.describe(made, title)
    package.repeat(made.rows[0])
    _fill(made.rows[0], [column.heading for column in columns], "Tabelkop")
    return made


def add_row(made: Table, texts: Sequence[str]) -> _Row:
    """A new row that stays whole; cells without a text stay empty."""
    row = made.add_row()
    _fill(row, texts, "Tabeltekst")
    return row


def room_to_write(made: Table, height: Length) -> None:
    """Make every row but the header at least this high, for who fills it in by hand."""
    for row in made.rows[1:]:
        row.height = height


def _fill(row: _Row, texts: Sequence[str], look: str) -> None:
    package.keep_whole(row)
    for text, cell in zip(texts, row.cells, strict=False):
        cell.paragraphs[0].style = look
        write(cell.paragraphs[0], text)
