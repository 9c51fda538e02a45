"""Text of a model that was left where an answer belongs: `<duur>`, `[INVULLEN]`, `{{naam}}`, `…………`."""

import re
from collections.abc import Iterable, Iterator

from registry.exchange.annexes.annex_reading import CERTAIN, Findings, found
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain

# The signs are those of reference/data/leftover_marks.toml, each with the text between them.
_MARKS = (
    re.compile(r"\{\{(?!\s*\})[^{}\n]{1,60}\}\}"),
    re.compile(r"<(?![\s<])[^<>\n]{1,60}>"),
    re.compile(r"\[(?!\s*\])[^\[\]\n]{1,60}\]"),
)
_DOTS = re.compile(r"(?<![.…])(?:…{2,60}|\.{6,200})(?![.…])")
_SIGNED = phrases("placeholders.signed")


def read_placeholders(blocks: Iterable[Block], prompts: Iterable[tuple[str, int]], findings: Findings) -> None:
    """Find `placeholders`, each with the line in which it stands."""
    told = [found(left, block.page, block.text, CERTAIN) for block in blocks for left in leftovers_in(block)]
    findings.many("placeholders", [*told, *(found(text, page, text, CERTAIN) for text, page in prompts)])


def _is_signature(block: Block) -> bool:
    """Whether a row is one of the block in which the parties sign: that is filled in by hand."""
    return len(block.cells) > 1 and plain(block.cells[0].kept).strip() in phrases("signature")


def leftovers_in(block: Block) -> Iterator[str]:
    """Yield what was left in a block, as it stands there. A note such as [1] and an address between <> are none."""
    for cell in block.cells:
        for mark in _MARKS:
            for one in mark.findall(cell.kept):
                inside = one.strip("{}<>[] ")
                if "@" not in one and "://" not in one and any(sign.isalpha() or sign in "…." for sign in inside):
                    yield one
        yield from (one for one in phrases("prompts") if one in cell.kept)
        if not _is_signature(block) and not any(word in cell.kept.lower() for word in _SIGNED):
            for match in _DOTS.finditer(cell.kept):
                if not cell.kept[match.end() :].strip().isdigit():  # the dots of a table of contents
                    yield match[0]
