"""Text of a model that was left where an answer belongs: `<duur>`, `[INVULLEN]`, `{{naam}}`, `…………`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from registry.exchange.annexes.annex_reading import CERTAIN, UNSURE, Findings, Found, found
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.reference import load
from registry.reference.leftovers import left_in
from registry.reference.signals import LeftoverMark

_DOTS = re.compile(r"(?<![.…])(?:…{2,60}|\.{6,200})(?![.…])")
_SIGNED = phrases("placeholders.signed")


def read_placeholders(blocks: Iterable[Block], prompts: Iterable[tuple[str, int]], findings: Findings) -> None:
    """Find `placeholders`, each with the line in which it stands."""
    told = [found(left, block.page, block.text, CERTAIN) for block in blocks for left in leftovers_in(block)]
    findings.many("placeholders", [*told, *(found(text, page, text, CERTAIN) for text, page in prompts)])


def doubt_left_open(findings: Findings) -> None:
    """Make a value unsure that has a mark of the model in it: "<aantal> maanden" tells no term."""
    findings.single = {path: _doubted(one) for path, one in findings.single.items()}
    findings.lists = {
        name: told if name == "placeholders" else tuple(_doubted(one) for one in told)
        for name, told in findings.lists.items()
    }


def _doubted(one: Found) -> Found:
    texts = one.value.values() if isinstance(one.value, Mapping) else [one.value]
    left = any(isinstance(text, str) and next(left_in(text, _marks()), None) for text in texts)
    return found(one.value, one.page, one.text, min(one.certainty, UNSURE)) if left else one


def _is_signature(block: Block) -> bool:
    """Whether a row is one of the block in which the parties sign: that is filled in by hand."""
    return len(block.cells) > 1 and plain(block.cells[0].kept).strip() in phrases("signature")


def leftovers_in(block: Block) -> Iterator[str]:
    """Yield what was left in a block, as it stands there. A note such as [1] and an address between <> are none."""
    signature = _is_signature(block)
    for cell in block.cells:
        text = cell.kept
        left = list(left_in(text, _marks()))
        left += [(text.index(one), one) for one in phrases("prompts") if one in text]
        if not signature and not any(word in text.lower() for word in _SIGNED):
            left += [(match.start(), match[0]) for match in _DOTS.finditer(text) if not _leads(text[match.end() :])]
        yield from (one for _at, one in sorted(left))


@cache
def _marks() -> tuple[LeftoverMark, ...]:
    """The signs of the reference data as shipped: a reader knows no board."""
    return tuple(load().leftover_marks.values())


def _leads(behind: str) -> bool:
    """Whether dots lead to the number of a page: a table of contents."""
    return behind.strip().isdigit()
