"""A whole file as it was read: what each of its annexes says, and the text in which that stands."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from registry.exchange.annexes.annex_json import as_json
from registry.exchange.annexes.paper.block import Paper
from registry.exchange.annexes.paper.opening import open_paper
from registry.exchange.annexes.reading import read_paper


@dataclass(frozen=True, slots=True)
class Whole:
    """`annexes` as in `read-annex --json`; `pages` as [number or None, paragraphs]: plain lists, fit for JSON."""

    annexes: list[dict[str, Any]]
    pages: list[list[Any]]


def read_whole(name: str, content: bytes) -> Whole:
    """Return what each annex in a Word file or PDF says, and all its text. FileRefused as `read_annexes`."""
    paper = open_paper(content)
    return Whole(as_json(read_paper(paper))["annexes"], _pages(paper))


def _pages(paper: Paper) -> list[list[Any]]:
    if not paper.knows_pages:
        texts = [block.text for block in paper.everything() if block.text]
        return [[None, texts]] if texts else []
    blocks = sorted(paper.everything(), key=lambda block: block.page)
    told = [
        (page, [block.text for block in some if block.text]) for page, some in groupby(blocks, lambda one: one.page)
    ]
    return [[page, texts] for page, texts in told if texts]
