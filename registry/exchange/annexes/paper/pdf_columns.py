"""A page set in columns: what stands in the right one is read after what stands in the left one."""

from dataclasses import replace
from statistics import median

from registry.exchange.annexes.paper.pdf_page import Piece

_JUMP = 60.0  # points: from the foot of one column up to the head of the next
_WIDTH = 100.0  # points: the narrowest column
_FEWEST = 5  # pieces that make a column
_PAGE = 2000.0  # points: more than the height of a page


def in_reading_order(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a page, those of a further column set below those of the one before it.

    A word processor writes one column after the other, and a table row by row: so a jump up and to the right tells
    that a column begins, where all that is written after it stands to the right of all beside it.
    """
    starts = [at for at in range(1, len(pieces)) if _begins(pieces[at - 1], pieces[at])]
    for number, at in enumerate(starts, start=1):
        end = starts[number] if number < len(starts) else len(pieces)
        if not _is_column(pieces[:at], pieces[at:end]):
            return pieces
    ordered = list(pieces)
    for number, at in enumerate(starts, start=1):
        ordered[at:] = [
            replace(piece, y=pieces[at + place].y - number * _PAGE) for place, piece in enumerate(pieces[at:])
        ]
    return ordered


def _begins(before: Piece, piece: Piece) -> bool:
    return piece.y - before.y > _JUMP and piece.x - before.x > _WIDTH


def _is_column(before: list[Piece], column: list[Piece]) -> bool:
    left, top = min(piece.x for piece in column), max(piece.y for piece in column)
    beside = [piece for piece in before if piece.y <= top + 1]
    if len(column) < _FEWEST or len(beside) < _FEWEST:
        return False
    return all(piece.x < left - _WIDTH / 2 for piece in beside[-_FEWEST:]) and median(one.end for one in beside) < left
