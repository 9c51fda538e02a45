"""The blocks of one part as entries, each under its section and label."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from registry.exchange.annexes.paper.block import OPEN, TICKED, Block, BlockKind, Rich, Run
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.parts.headings import (
    SHY,
    heading,
    sections_of,
    split_mark,
)
from registry.exchange.annexes.parts.labels import belongs, is_numbered, is_party, rest_of
from registry.exchange.annexes.parts.own_sections import bold_lead, of_people, own_section, section_of_heads
from registry.exchange.annexes.parts.tables import Table, column, label_of, table_of
from registry.exchange.annexes.words.loading import all_said
from registry.exchange.annexes.words.matching import plain

_APART = 10_000_000  # more than any number of a table
_LONGEST_LABEL = 70
_LOOSE = {"", "general", "services"}
_TRAILING = {"purposes", "data", "subjects", "subprocessors", "retention", "storage", "denied", "certification"}
_LISTING = {"purposes", "data", "denied"}  # where a colon stands between a choice and its explanation


def entries_of(blocks: list[Block]) -> tuple[Entry, ...]:
    """Return the blocks as entries in reading order."""
    blocks = list(_apart(blocks))
    rows: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.is_row:
            rows[block.table].append(block)
    sectioning = _Sectioning({number: table_of(found) for number, found in rows.items()})
    for block in blocks:
        sectioning.take(block)
    return tuple(sectioning.entries)


def _apart(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, with the rows below a heading inside a table as a table of their own."""
    headings = 0
    for block in blocks:
        if block.is_row:
            yield replace(block, table=block.table + headings * _APART)
        else:
            headings += bool(heading(block, frozenset()))
            yield block


@dataclass(slots=True)
class _Sectioning:
    tables: dict[int, Table]
    entries: list[Entry] = field(default_factory=list)
    current: frozenset[str] = frozenset()
    heading: str = ""
    level: int = 0
    trail: frozenset[str] = frozenset()  # the section of the last labelled line: the list below it goes on with it
    rows_of: int = 0
    row_section: frozenset[str] = frozenset()

    def take(self, block: Block) -> None:
        if block.is_row:
            self.trail = frozenset()
            self.row(block)
            return
        if pieces := self.side_by_side(block):
            for piece in pieces:
                self.line(replace(block, cells=(piece,)))
            return
        sections = heading(block, self.current)
        if sections is None:
            self.line(block)
        elif sections or not self.level or block.level <= self.level:
            self.begin(block, sections)
        else:
            self.line(block)

    def side_by_side(self, block: Block) -> list[Rich]:
        """The parts of a line with several labels: "Verwerker: X B.V. | Product: X"; none for any other line."""
        text = block.rich.kept
        cut = next((one for one in (" | ", "\t") if one in text), "")
        pieces = [Rich((Run(piece.strip()),)) for piece in text.split(cut) if piece.strip()] if cut else []
        return pieces if len(pieces) > 1 and all(self.labelled(piece)[0] for piece in pieces) else []

    def begin(self, block: Block, sections: frozenset[str]) -> None:
        self.current, self.heading, self.level = sections, block.rich.kept, block.level
        self.trail = frozenset()
        title = Entry(block.cells, block.page, sections, "", (), 0, self.heading, is_title=True)
        self.entries.append(title)

    def line(self, block: Block) -> None:
        is_item = block.kind is BlockKind.ITEM
        goes_on = bool(self.trail) and (is_item or _is_boxed(block.rich.kept))
        before, self.current = self.current, self.trail if goes_on else self.current
        label, value = self.labelled(block.rich)
        sections, self.current = self.current, before
        own = own_section(label) if label and not goes_on else frozenset()
        if own == {"storage"} and sections == {"subprocessors"} and label.lower().startswith(("voor ", "for ")):
            own = frozenset()  # "Voor hosting: Wolkenveld B.V."
        if own and not is_numbered(block.rich.kept) and belongs(own, sections, value.kept):
            own = frozenset()
        if own:
            sections = own
            if is_numbered(block.rich.kept):
                self.current, self.heading = own, label
        if not goes_on:
            self.trail = own & _TRAILING if self.current <= _LOOSE else frozenset()
        self.entries.append(Entry((value,), block.page, sections, label, (), 0, self.heading, is_item=is_item))

    def labelled(self, rich: Rich) -> tuple[str, Rich]:
        """The label before a colon, where it names a value or section, and what comes behind it."""
        if lead := bold_lead(rich):
            return split_mark(lead)[1].rstrip(" ."), rest_of(rich, len(lead))
        label, colon, value = rich.kept.partition(":")
        mark, name = split_mark(label)
        in_value = (value[:1].isdigit() and label[-1:].isdigit()) or value.startswith("//")  # ISO 27001:2022, https://
        if (
            not colon
            or not value.strip()
            or len(label) > _LONGEST_LABEL
            or in_value
            or ". " in label[3:]
            or is_party(label)
        ):
            return "", rich
        if (
            TICKED in label
            or OPEN in label
            or " is een " in f" {label} "
            or (
                self.current & _LISTING
                and not mark.isupper()
                and (mark or not own_section(name) or (own_section(name) <= SHY and "@" not in value))
            )
        ):
            return "", rich
        if all_said("labels", plain(name)) or all_said("aspects", plain(name)) or own_section(name):
            return name, rest_of(rich, len(rich.kept) - len(value))
        return "", rich

    def row(self, block: Block) -> None:
        table = self.tables[block.table]
        if table.is_labels:
            self.label_row(block)
            return
        if tuple(cell.kept for cell in block.cells) in table.head_rows:
            return  # also where the head is repeated on the next page
        sections = self.current
        if table.is_data and "subjects" in sections:
            sections = sections - {"subjects"} | {"data"}
        if not sections or sections & _LOOSE:
            sections = (section_of_heads(table.heads) if table.heads else frozenset()) or table.about or sections
        sections = self.by_first_cell(block, sections)
        if table.heads and column(table.heads, "ret.term") is not None and "data" in sections:
            sections |= {"retention"}
        self.entries.append(Entry(block.cells, block.page, sections, "", table.heads, block.table, self.heading))

    def by_first_cell(self, block: Block, sections: frozenset[str]) -> frozenset[str]:
        """The section of a row in a table about all sorts of things: its first cell names one, or the one above did."""
        first = block.cells[0].kept
        if self.rows_of != block.table:
            self.rows_of, self.row_section = block.table, frozenset()
        if sections or len(first) > _LONGEST_LABEL:
            return sections
        own = sections_of(first)
        if own and not (own <= {"contact"} and "data_breaches" in self.row_section):
            self.row_section = own
        return self.row_section

    def label_row(self, block: Block) -> None:
        at = label_of(block)
        label = split_mark(block.cells[at].kept)[1].rstrip(":")
        asked = label.endswith("?")
        own = own_section(label) or (sections_of(label) if asked else of_people(label, block.cells[-1].kept))
        if own or asked:
            self.current = own
            self.heading = label
        value = block.cells[at + 1] if at + 1 < len(block.cells) else Rich()
        for line in value.lines() or [Rich()]:
            own_label, rest = self.labelled(line)
            entry = Entry((rest,), block.page, self.current, own_label or label, (), block.table, self.heading)
            inner = own_section(own_label) if own_label else frozenset()
            self.entries.append(replace(entry, sections=inner) if inner else entry)


def _is_boxed(text: str) -> bool:
    """Whether a line begins or ends with a box: one of a list to choose from."""
    return text.startswith((TICKED, OPEN)) or text.endswith((TICKED, OPEN))
