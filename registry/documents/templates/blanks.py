"""Blanks: the places in somebody else's text that are still to be filled in, and fields put in their place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from registry.documents.templates.pieces import TextPieces, add_text
from registry.documents.word import opened, saved

ABOVE = 400  # characters of the text before a blank's own paragraph that are told with it

# What stands between brackets stays on one line; three dots are no blank but a pause, unless they stand alone.
_MARK = re.compile(
    r"""\[[^\[\]\n\t]{0,200}\]        # [naam], […]
      | <[^<>\n\t]{1,200}>            # <naam>
      | [.…]*…[.…]+ | [.…]+…[.…]* | \.{4,} | (?:[.…][ ]){3,}[.…]?
      | (?<!\S)…(?!\S)
      | _{3,}
      | \{\{[^{}\n\t]{1,200}\}\}          # a blank that has its field already""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in: its number from 1, what stands there now ("" in an empty cell), and the text around it.

    `before` begins where the blank before it ended, in a cell with the label; `above` is what went before that; `after`
    is the rest of the paragraph.
    """

    number: int
    mark: str
    before: str
    after: str
    above: str

    @property
    def asked(self) -> str:
        """What stands inside the brackets; nothing for a line or an empty cell."""
        return self.mark[1:-1].strip(" .…_") if self.mark[:1] in ("[", "<") else ""

    @property
    def field(self) -> str:
        """The name of the field that was put here; "" while the blank is open."""
        return self.mark[2:-2].strip() if self.mark.startswith("{{") else ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A blank with the paragraph that it stands in and its place there."""

    blank: Blank
    paragraph: BaseOxmlElement
    start: int
    end: int


def blanks(template: bytes) -> list[Blank]:
    """Return the blanks of a Word file in the order of its text, in tables too. TemplateRefused for another file.

    A blank that got its field by `with_fields` still counts, so that each keeps its number.
    """
    return [found.blank for found in _found(opened(template))]


def with_fields(template: bytes, chosen: Mapping[int, str]) -> bytes:
    """Return the file with `{{ name }}` in the place of each blank that is named by its number.

    Every other character of the text stays as it is, and so do the blanks that are not named.
    """
    document = opened(template)
    for found in reversed(list(_found(document))):  # from the end, so that the places before it stay where they are
        if name := chosen.get(found.blank.number):
            _put(found, f"{{{{ {name} }}}}")
    return saved(document)


def _put(found: _Found, tag: str) -> None:
    if found.blank.mark:
        TextPieces(found.paragraph).replace(found.start, found.end, tag)
    else:
        add_text(found.paragraph, tag)


def _found(document: WordDocument) -> Iterator[_Found]:
    number, above = 0, ""
    for paragraph in document.element.body.iter(qn("w:p")):
        text, label = TextPieces(paragraph).text, _label(paragraph)
        for start, end, since in _places(text, label, paragraph):
            number += 1
            before = f"{label} {text[since:start]}".strip()
            blank = Blank(number, text[start:end], before, text[end:].strip(), f"{above}\n{text[:since]}"[-ABOVE:])
            yield _Found(blank, paragraph, start, end)
        above = f"{above}\n{text}" if text.strip() else above


def _places(text: str, label: str, paragraph: BaseOxmlElement) -> Iterator[tuple[int, int, int]]:
    """Where blanks begin and end in this text, and where the one before them ended."""
    since = 0
    for match in _MARK.finditer(text):
        yield match.start(), match.end(), since
        since = match.end()
    if label and not text.strip() and _is_alone(paragraph):
        yield 0, 0, 0


def _label(paragraph: BaseOxmlElement) -> str:
    """The text of the cell before the paragraph's own; nothing outside a table, or in the first cell of a row."""
    cell = paragraph.getparent()
    before = cell.getprevious() if cell is not None and cell.tag == qn("w:tc") else None
    if before is None or before.tag != qn("w:tc"):
        return ""
    return " ".join(text for one in before.iter(qn("w:p")) if (text := TextPieces(one).text.strip()))


def _is_alone(paragraph: BaseOxmlElement) -> bool:
    """Whether the cell holds nothing but this paragraph, and that nothing but its properties."""
    beside = paragraph.itersiblings(qn("w:p"), qn("w:tbl"), qn("w:sdt"))
    before = paragraph.itersiblings(qn("w:p"), qn("w:tbl"), qn("w:sdt"), preceding=True)
    return not [*beside, *before] and not paragraph.xpath(".//w:drawing | .//w:pict | .//w:fldChar")
