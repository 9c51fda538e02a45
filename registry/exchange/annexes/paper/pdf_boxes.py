"""Boxes that a PDF writes apart from the words between which they stand, put back in their places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from registry.exchange.annexes.paper.block import OPEN, TICKED
from registry.exchange.annexes.paper.pdf_page import Piece

_GAP = "  "  # two blanks: what is left between words where a sign of another font stands
_LONGEST_CODE = 4  # signs
_SAME_LINE = 2.0  # points


def with_boxes_between(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a row of boxes set in the gaps of the text over which it stands.

    A word processor draws the signs of one font after those of another, and pypdf joins what one font draws on a
    line: "  leerlingen  ouders" and "☒ ☐". Where boxes and gaps differ in number, both stay as they are.
    """
    rows = [piece for piece in pieces if _boxes(piece.text)]
    if not rows:
        return pieces
    done: dict[int, Piece | None] = {}
    for row in rows:
        signs = _boxes(row.text)
        under = next(_under(row, len(signs), (one for one in pieces if id(one) not in done)), None)
        if under:
            done |= {id(under): replace(under, text=_set(under.text, signs)), id(row): None}
    kept = [done.get(id(piece), piece) for piece in pieces]
    return [piece for piece in kept if piece]


def _boxes(text: str) -> list[str]:
    """The boxes of a text that holds several of them and nothing else; none for any other text."""
    signs = text.split()
    return signs if len(signs) > 1 and all(sign in (TICKED, OPEN) for sign in signs) else []


def _under(row: Piece, number: int, pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        level = abs(piece.y - row.y) <= _SAME_LINE and piece.x <= row.x + piece.size
        if level and piece is not row and (piece.text.count(_GAP) == number or len(_codes(piece.text)) == number):
            yield piece


def _codes(text: str) -> list[str]:
    """The codes of a list to choose from, behind its name: "Doelen: a a1 b"."""
    words = text.rpartition(":")[2].split()
    return words if words and max(map(len, words)) <= _LONGEST_CODE else []


def _set(text: str, signs: list[str]) -> str:
    if text.count(_GAP) != len(signs):
        before, colon, _codes_behind = text.rpartition(":")
        told = " ".join(f"{sign} {code}" for sign, code in zip(signs, _codes(text), strict=True))
        return f"{before}{colon} {told}"
    for sign in signs:
        text = text.replace(_GAP, f" {sign} ", 1)
    return text
