"""The form that Word and PDF are both brought into: blocks of text in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

TICKED, OPEN = "☒", "☐"  # every kind of tick and of empty box is brought back to these two


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table
    FRAME = "frame"  # header or footer


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with the marks that may tell a choice."""

    text: str
    bold: bool = False
    struck: bool = False
    marked: bool = False  # underlined, highlighted or in a colour: what that means, the paper has to say


@dataclass(frozen=True, slots=True)
class Rich:
    """Text with its marks; `kept` is what was not struck through: made once, for it is asked for most of all."""

    runs: tuple[Run, ...] = ()
    kept: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        still = "".join([run.text for run in self.runs if not run.struck]).strip()
        object.__setattr__(self, "kept", still)

    @property
    def text(self) -> str:
        """All text, struck or not."""
        return "".join(run.text for run in self.runs).strip()

    @property
    def bold(self) -> str:
        """The text that is bold and still stands."""
        return "".join(run.text for run in self.runs if run.bold and not run.struck).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all that can be seen is bold."""
        seen = [run for run in self.runs if run.text.strip(" \n\t:") and not run.struck]
        return bool(seen) and all(run.bold for run in seen)

    @property
    def is_marked(self) -> bool:
        """Whether all that can be seen is underlined, highlighted or in a colour."""
        seen = [run for run in self.runs if run.text.strip(" \n\t:") and not run.struck]
        return bool(seen) and all(run.marked for run in seen)

    @property
    def is_struck(self) -> bool:
        """Whether all that can be seen is struck through."""
        return bool(self.text) and not self.kept

    def lines(self) -> "list[Rich]":
        """The lines of it that hold something."""
        lines: list[list[Run]] = [[]]
        for run in self.runs:
            first, *rest = run.text.split("\n")
            lines[-1].append(Run(first, run.bold, run.struck, run.marked))
            lines += [[Run(piece, run.bold, run.struck, run.marked)] for piece in rest]
        return [line for line in (Rich(tuple(runs)) for runs in lines) if line.text]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or table row. A row has its cells, anything else one cell. Pages count from 1.

    `level` is that of a heading by its style, 0 for none; `table` tells the rows of one table from those of another.
    """

    kind: BlockKind
    cells: tuple[Rich, ...]
    page: int
    level: int = 0
    table: int = 0

    @property
    def rich(self) -> Rich:
        """The first cell, which is all there is outside a table."""
        return self.cells[0] if self.cells else Rich()

    @property
    def text(self) -> str:
        """What still stands in it, cells side by side."""
        return " | ".join(cell.kept for cell in self.cells)

    @property
    def is_row(self) -> bool:
        """Whether it is a row with more than one cell."""
        return self.kind is BlockKind.ROW and len(self.cells) > 1


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole file. `frames` are headers and footers; `prompts` what Word shows where nothing was filled in, by page.

    `knows_pages` is False where the file does not tell its pages: those of its blocks mean nothing then.
    """

    blocks: tuple[Block, ...]
    frames: tuple[Block, ...] = ()
    prompts: tuple[tuple[str, int], ...] = ()
    knows_pages: bool = True

    def everything(self) -> Iterator[Block]:
        """The blocks, then the headers and footers."""
        yield from self.blocks
        yield from self.frames


@dataclass(slots=True)
class Gathering:
    """What a reader gathers while it goes through a file."""

    blocks: list[Block] = field(default_factory=list)
    prompts: list[tuple[str, int]] = field(default_factory=list)
    page: int = 1
    table: int = 0
