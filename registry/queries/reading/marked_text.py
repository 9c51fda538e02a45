"""The text of a read paper with the places marked where something was found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from registry.queries.reading.findings import Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a paragraph; `finding` names the field that was found in it, "" for none."""

    text: str
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its number, None where the file does not tell its pages, and its paragraphs in pieces."""

    number: int | None
    paragraphs: tuple[tuple[Piece, ...], ...]


def marked(pages: Iterable[Any], found: Iterable[Finding]) -> list[Page]:
    """Return the pages; each finding is marked once, at the first place on its page where its words stand."""
    left = [one for one in found if one.quotation]
    return [Page(number, tuple(_pieces(number, paragraph, left) for paragraph in texts)) for number, texts in pages]


def _pieces(number: int | None, paragraph: str, left: list[Finding]) -> tuple[Piece, ...]:
    spots: list[tuple[int, int, Finding]] = []
    for one in [finding for finding in left if finding.page in (number, None)]:
        start = paragraph.find(one.quotation)
        end = start + len(one.quotation)
        if start >= 0 and all(end <= begun or start >= ended for begun, ended, _ in spots):
            spots.append((start, end, one))
            left.remove(one)
    return tuple(_cut(paragraph, sorted(spots, key=lambda spot: spot[0])))


def _cut(paragraph: str, spots: list[tuple[int, int, Finding]]) -> Iterator[Piece]:
    done = 0
    for start, end, one in spots:
        if start > done:
            yield Piece(paragraph[done:start])
        yield Piece(paragraph[start:end], one.name)
        done = end
    if done < len(paragraph):
        yield Piece(paragraph[done:])
