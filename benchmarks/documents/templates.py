"""The two templates: an agreement of fifteen pages, and a list of suppliers. Made by code, the same on every run."""

import re
import struct
import zlib
from io import BytesIO
from itertools import pairwise
from random import Random

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from benchmarks.documents.dialects import Dialect
from benchmarks.documents.values import ANSWERS, BOXES, COLUMNS, FIELDS, LIST_COLUMNS, sentence

_NAME = re.compile("<(.*?)>")


class Author:
    """Writes a template in one dialect; every third tag is split over three runs, as Word does."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.chance = Random(7)
        self.document: WordDocument = Document()

    def write(self, paragraph: Paragraph, text: str, rows: str = "") -> None:
        """Adds a text in which `<name>` is a value, of a row of `rows` if that is given."""
        for place, piece in enumerate(_NAME.split(text)):
            if place % 2 == 0:
                self._run(paragraph, piece)
                continue
            tag = self.dialect.of_row(rows, piece) if rows else self.dialect.value(piece)
            cuts = (0, 1, len(tag) - 1, len(tag)) if self.chance.random() < 0.35 else (0, len(tag))
            for start, end in pairwise(cuts):
                self._run(paragraph, tag[start:end])

    def _run(self, paragraph: Paragraph, text: str) -> None:
        """Adds a run with the marks that Word leaves: which session it is of, and the language."""
        if text:
            run = paragraph.add_run(text)
            run._r.set(qn("w:rsidRPr"), f"00{self.chance.randrange(1 << 24):06X}")
            language = run._r.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "nl-NL"})
            run._r.rPr.append(language)

    def say(self, text: str, style: str | None = None) -> None:
        """Adds a paragraph."""
        self.write(self.document.add_paragraph(style=style), text)

    def say_if(self, name: str, text: str) -> None:
        """Adds a paragraph that is there when `name` is true."""
        begin, end = self.dialect.condition(name)
        self.document.add_paragraph(begin)
        self.say(text)
        self.document.add_paragraph(end)

    def table(self, rows: str, columns: list[str]) -> None:
        """Adds a table with a row for each of `rows`."""
        table = self.document.add_table(1, len(columns), style="Table Grid")
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            cell.paragraphs[0].add_run(column).bold = True
        marks = [f"<{column}>" for column in columns]
        for texts in self.dialect.rows(rows, marks):
            for cell, text in zip(table.add_row().cells, texts, strict=False):
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                self.write(cell.paragraphs[0], text, rows)

    def edges(self, header: str, footer: str) -> None:
        """Adds a header with a logo, and a footer."""
        section = self.document.sections[0]
        section.header.paragraphs[0].add_run().add_picture(BytesIO(_logo()), height=360_000)
        self.write(section.header.paragraphs[0], header)
        self.write(section.footer.paragraphs[0], footer)

    def file(self) -> bytes:
        """The Word file, with the few styles that Word itself would have kept."""
        styles = self.document.styles.element
        for style in styles.findall(qn("w:style")):
            if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
                styles.remove(style)
        links = self.document.part.rels
        for key in [key for key, link in links.items() if link.reltype.endswith("stylesWithEffects")]:
            del links[key]
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def agreement(dialect: Dialect) -> bytes:
    """An agreement with 62 values, 10 conditions, 16 boxes and 4 tables."""
    author, chance = Author(dialect), Random(11)
    author.edges("  <kop_a> – <kop_b>", "<voet_a>, <voet_b>, <voet_c>")
    fields = iter(FIELDS * 2)
    for chapter in range(1, 17):
        author.say(f"{chapter}  Hoofdstuk", "Heading 1")
        for article in range(1, 5):
            names = " en ".join(f"<{next(fields)}>" for _ in range(1 + article % 2))
            author.say(f"{chapter}.{article}  {sentence(chance, 32)} {names}. {sentence(chance, 8)}")
        if chapter <= len(ANSWERS):
            author.say_if(ANSWERS[chapter - 1], f"{sentence(chance, 30)} <{FIELDS[chapter]}>.")
    for box in BOXES:
        author.say(f"<{box}> {box}")
    for rows, columns in COLUMNS.items():
        author.say(rows, "Heading 2")
        author.table(rows, columns)
    return author.file()


def supplier_list(dialect: Dialect) -> bytes:
    """A list with one table."""
    author = Author(dialect)
    author.edges("  <titel> – <school>", "<eigenaar>, <datum>")
    author.say("<titel>", "Title")
    author.say("<school> gebruikt wat hieronder staat. Vragen: <eigenaar>.")
    author.table("rijen", LIST_COLUMNS)
    return author.file()


def _logo() -> bytes:
    """A picture of some twenty kilobytes."""
    chance = Random(3)
    lines = b"".join(b"\0" + chance.randbytes(360) for _ in range(60))
    chunks = [(b"IHDR", struct.pack(">2L5B", 120, 60, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    packed = [
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
