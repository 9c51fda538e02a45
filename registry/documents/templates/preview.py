"""A filled Word file as plain data that a page can show: what it says and how it is built, not how it looks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from registry.documents.templates.spans import Span, spans
from registry.documents.word import opened

_BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: `level` counts from 1 for a heading, else it is 0; `kind` is "paragraph", "bullet" or "number"."""

    spans: tuple[Span, ...]
    kind: str = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each a list of paragraphs; `head` is how many rows are repeated on every page."""

    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    head: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What a paper says, and what its header and footer say; `pictures` is how many it shows."""

    blocks: tuple[Text | Grid, ...]
    header: tuple[Text, ...] = field(default=())
    footer: tuple[Text, ...] = field(default=())
    pictures: int = 0


def preview(content: bytes) -> Preview:
    """Return what the Word file says. TemplateRefused for what is no Word file."""
    document = opened(content)
    section = document.sections[0]
    header, footer = _around(document, section, "header"), _around(document, section, "footer")
    relations = [document.part, section.header.part, section.footer.part]
    pictures = sum("/image" in one.reltype for part in relations for one in part.rels.values())
    return Preview(tuple(_blocks(document)), header, footer, pictures)


def _around(document: WordDocument, section: Section, name: str) -> tuple[Text, ...]:
    """The first page's own header or footer where it has one, else that of every page."""
    first = getattr(section, f"first_page_{name}")
    chosen = first if section.different_first_page_header_footer else getattr(section, name)
    found = (_text(Paragraph(one, document._body), document) for one in chosen._element.iter(qn("w:p")))
    return tuple(text for text in found if text.spans)


def _blocks(document: WordDocument) -> Iterator[Text | Grid]:
    for element in _content(document.element.body):
        if element.tag == qn("w:tbl"):
            yield _grid(Table(element, document._body), document)
        elif (text := _text(Paragraph(element, document._body), document)).spans:
            yield text


def _content(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The paragraphs and tables below an element, those inside a content control too."""
    for element in parent:
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _content(element)


def _grid(table: Table, document: WordDocument) -> Grid:
    rows = tuple(_row(row, document) for row in table.rows)
    head = sum(row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows)
    return Grid(rows, head)


def _row(row: _Row, document: WordDocument) -> tuple[tuple[Text, ...], ...]:
    cells = row._tr.iter(qn("w:tc"))
    return tuple(
        tuple(_text(Paragraph(one, document._body), document) for one in cell.iter(qn("w:p"))) for cell in cells
    )


def _text(paragraph: Paragraph, document: WordDocument) -> Text:
    level = _level(paragraph)
    return Text(spans(paragraph._p), "paragraph" if level else _list_kind(paragraph, document), level)


def _level(paragraph: Paragraph) -> int:
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    if name == "Title":
        return 1
    return int(name[8:]) if name.startswith("Heading ") and name[8:].isdigit() else 0


def _list_kind(paragraph: Paragraph, document: WordDocument) -> str:
    number = _number(paragraph)
    if not number:
        return "paragraph"
    form = document.part.numbering_part.element.xpath(
        f".//w:abstractNum[@w:abstractNumId=//w:num[@w:numId='{number}']/w:abstractNumId/@w:val]"
        "/w:lvl[@w:ilvl='0']/w:numFmt/@w:val"
    )
    return _BULLET if form == [_BULLET] else "number"


def _number(paragraph: Paragraph) -> str:
    """The number of the list that the paragraph is in, by itself or by its style; "" outside a list."""
    own = paragraph._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    style = paragraph.style.element.xpath("./w:pPr/w:numPr/w:numId/@w:val") if paragraph.style is not None else []
    found = (own or style or [""])[0]
    return "" if found == "0" else str(found)
