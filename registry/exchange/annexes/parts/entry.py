"""The unit of reading: a line or row with the section, label and table head under which it stands."""

from dataclasses import dataclass, replace
from enum import StrEnum

from registry.exchange.annexes.paper.block import OPEN, TICKED, Block, Rich
from registry.exchange.annexes.words.matching import plain


class PartKind(StrEnum):
    """What a part of a file is."""

    BODY = "body"  # the agreement itself
    PRIVACY = "privacy"
    SECURITY = "security"
    DEVIATIONS = "deviations"
    SUBPROCESSORS = "subprocessors"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of text (one cell) or a table row (more).

    `sections` are the codes of words/sections.toml under which it stands; `label` is what names its value, such as
    "Naam product"; `heads` are the heads of the columns, "" where the table has none.
    """

    cells: tuple[Rich, ...]
    page: int
    sections: frozenset[str] = frozenset()
    label: str = ""
    heads: tuple[str, ...] = ()
    table: int = 0
    heading: str = ""
    is_title: bool = False
    is_item: bool = False

    @property
    def text(self) -> str:
        """What it says, cells side by side."""
        return " | ".join(cell.kept for cell in self.cells)

    @property
    def words(self) -> str:
        """What it says, as `plain` words."""
        return plain(self.text)

    @property
    def quotation(self) -> str:
        """What it says with its label, as it is shown beside a value."""
        return f"{self.label}: {self.text}" if self.label else self.text

    @property
    def has_box(self) -> bool:
        """Whether there is a tick or an empty box in it."""
        return any(sign in self.text for sign in (TICKED, OPEN))

    def with_cells(self, *cells: Rich) -> "Entry":
        """Return the same entry with other contents."""
        return replace(self, cells=cells)


@dataclass(frozen=True, slots=True)
class Part:
    """An annex or the agreement itself: its kind, title, entries in reading order, and the blocks they are of."""

    kind: PartKind
    title: str
    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...] = ()

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.blocks[0].page if self.blocks else 1

    def under(self, *sections: str) -> list[Entry]:
        """Return the entries that stand under one of these sections, without the headings themselves."""
        wanted = set(sections)
        return [entry for entry in self.entries if entry.sections & wanted and not entry.is_title]
