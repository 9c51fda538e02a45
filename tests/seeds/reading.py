"""A paper read back from its Word file."""

from functools import cached_property
from io import BytesIO

from docx import Document
from docx.table import Table

from tests.documents.specimens import headings, lines, marked

RECIPIENTS = "Organisaties die gegevens krijgen door een wet of een eigen taak"


class ReadPaper:
    """What a person finds in a Word file, and what its maker was told beside it."""

    def __init__(self, content, gaps=(), file_name=""):
        self.content, self.file_name = content, file_name
        self.gaps = [gap.label for gap in gaps]

    @classmethod
    def of(cls, made):
        """The paper as the service made it."""
        return cls(made.content, made.gaps, made.file_name)

    @cached_property
    def text(self):
        return "\n".join(lines(self.content))

    @cached_property
    def headings(self):
        return headings(self.content)

    @cached_property
    def marks(self):
        """What is marked as missing, each text once."""
        return set(marked(self.content))

    @cached_property
    def tables(self):
        """The rows of each table by the heading above it, each row by the heading of its columns."""
        found, heading = {}, ""
        for block in Document(BytesIO(self.content)).iter_inner_content():
            if isinstance(block, Table):
                found.setdefault(heading, []).extend(_rows(block))
            elif block.style.name.startswith("Heading"):
                heading = block.text
        return found

    def first_cells(self, heading):
        """The first line of the first cell of each row under this heading."""
        return [next(iter(row.values())).splitlines()[0] for row in self.tables.get(heading, ())]

    def row(self, name):
        """The one row whose first cell begins with this name."""
        rows = [row for table in self.tables.values() for row in table]
        (found,) = [row for row in rows if next(iter(row.values())).startswith(name)]
        return found


def _rows(table):
    names, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [dict(zip(names, row, strict=True)) for row in rows]
