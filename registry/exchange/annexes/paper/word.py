"""A Word file as blocks: paragraphs, list items and table rows, with text boxes and notes where they belong."""

from dataclasses import dataclass, replace
from typing import Any

from registry.errors import FileRefused
from registry.exchange.annexes import bounds
from registry.exchange.annexes.paper.block import Block, BlockKind, Gathering, Paper, Rich, Run
from registry.exchange.annexes.paper.word_parts import MAIN, tag, word_parts
from registry.exchange.annexes.paper.word_styles import Style, style_of, styles
from registry.exchange.annexes.paper.word_text import ParagraphText, paragraph_text

_WRAPPERS = {tag(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")}
_EMPTY = "In dit Word-bestand staat geen tekst."


def read_word(content: bytes) -> Paper:
    """Return a Word file as a paper; FileRefused for anything unsound, too big or without text."""
    parts = word_parts(content)
    reader = _Reader(styles(parts.get("word/styles.xml")), _notes(parts), Gathering())
    body = parts[MAIN].find(tag("body"))
    if body is not None:
        reader.container(body)
    blocks = tuple(reader.gathered.blocks)
    if not any(block.text.strip(" |") for block in blocks):
        raise FileRefused(_EMPTY)
    return Paper(blocks, _frames(parts, reader), tuple(reader.gathered.prompts), reader.told_pages)


def _notes(parts: dict[str, Any]) -> dict[tuple[str, str], Any]:
    found = {}
    for kind in ("footnote", "endnote"):
        root = parts.get(f"word/{kind}s.xml")
        for note in [] if root is None else root.findall(tag(kind)):
            found[kind, note.get(tag("id")) or ""] = note
    return found


def _frames(parts: dict[str, Any], reader: "_Reader") -> tuple[Block, ...]:
    reader.gathered.blocks, reader.gathered.page = [], 1
    for name in sorted(parts):
        if name.startswith(("word/header", "word/footer")):
            reader.container(parts[name])
    frames = dict.fromkeys(reader.gathered.blocks)  # the same footer on first, odd and even pages counts once
    return tuple(replace(block, kind=BlockKind.FRAME) for block in frames)


@dataclass(slots=True)
class _Reader:
    styles: dict[str, Style]
    notes: dict[tuple[str, str], Any]
    gathered: Gathering
    told_pages: bool = False
    depth: int = 0

    def container(self, element: Any) -> None:
        for child in element:
            if child.tag == tag("p"):
                self.paragraph(child)
            elif child.tag == tag("tbl"):
                self.table(child)
            elif child.tag in _WRAPPERS:
                self.container(child)

    def paragraph(self, element: Any) -> None:
        style = style_of(element, self.styles)
        said = self.said(element, style)
        rich = Rich(tuple(said.runs))
        if rich.text and not style.is_contents:
            kind = BlockKind.HEADING if style.level else BlockKind.ITEM if style.is_item else BlockKind.PARAGRAPH
            self.gathered.blocks += [Block(kind, (line,), self.gathered.page, style.level) for line in rich.lines()]
        self.beside(said)

    def said(self, element: Any, style: Style) -> ParagraphText:
        said = paragraph_text(element, style.bold)
        self.told_pages = self.told_pages or said.told_pages
        self.gathered.page += said.breaks_before
        self.gathered.prompts += [(prompt, self.gathered.page) for prompt in said.prompts if prompt]
        return said

    def beside(self, said: ParagraphText) -> None:
        """Take up what hangs on a paragraph: text boxes and notes."""
        self.gathered.page += said.breaks_after
        if self.depth > bounds.DEEPEST_TABLE:
            raise FileRefused("Dit Word-bestand is niet te lezen: er zitten te veel tabellen in elkaar.")
        self.depth += 1
        for box in said.boxes:
            self.container(box)
        for note in said.notes:
            if note in self.notes:
                self.container(self.notes[note])
        self.depth -= 1

    def table(self, element: Any) -> None:
        self.depth += 1
        if self.depth > bounds.DEEPEST_TABLE:
            raise FileRefused("Dit Word-bestand is niet te lezen: er zitten te veel tabellen in elkaar.")
        self.gathered.table += 1
        number = self.gathered.table
        above: dict[int, Rich] = {}
        for row in element.iter(tag("tr")):
            if next(row.iterancestors(tag("tbl"))) is element:
                above = self.row(row, number, above)
        self.depth -= 1

    def row(self, row: Any, number: int, above: dict[int, Rich]) -> dict[int, Rich]:
        cells = [cell for cell in row.iter(tag("tc")) if next(cell.iterancestors(tag("tr"))) is row]
        if len(cells) == 1:  # a table for the layout, or a heading across the table
            self.container(cells[0])
            return {}
        found, column, page, inner = {}, 0, self.gathered.page, []
        for cell in cells:
            rich, tables = self.cell(cell)
            found[column] = above.get(column, rich) if _continues(cell) else rich
            column += _span(cell)
            inner += tables
        if any(rich.text for rich in found.values()):
            self.gathered.blocks.append(Block(BlockKind.ROW, tuple(found.values()), page, 0, number))
        for table in inner:
            self.table(table)
        return found

    def cell(self, cell: Any) -> tuple[Rich, list[Any]]:
        runs: list[Run] = []
        tables: list[Any] = []
        for child in _children(cell):
            if child.tag == tag("tbl"):
                tables.append(child)
                continue
            said = self.said(child, style_of(child, self.styles))
            runs += [*([Run("\n")] if runs else []), *said.runs]
            self.gathered.page += said.breaks_after
        return Rich(tuple(runs)), tables


def _children(cell: Any) -> list[Any]:
    found = []
    for child in cell:
        if child.tag in (tag("p"), tag("tbl")):
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _children(child)
    return found


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{tag('tcPr')}/{tag('vMerge')}")
    return merge is not None and (merge.get(tag("val")) or "continue") == "continue"


def _span(cell: Any) -> int:
    span = cell.find(f"{tag('tcPr')}/{tag('gridSpan')}")
    value = "" if span is None else span.get(tag("val")) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
