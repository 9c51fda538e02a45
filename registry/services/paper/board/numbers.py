"""The board in numbers, as sentences and as bars."""

from collections.abc import Sequence
from datetime import date

from registry import dutch
from registry.model import SchoolBoard
from registry.queries.board.board_numbers import BoardNumbers
from registry.services.paper.known import Values

BAR_LENGTH = 40  # of the longest bar; in blanks, which the template colours and a screen reader passes over
BLANK = "\u2007"  # as wide as a digit; a line does not break at it, and no word processor shows it as a mark


def board_sentence(found: BoardNumbers, board: SchoolBoard, on: date) -> str:
    """Return how many products of how many suppliers the schools of this board use, by its numbers of this day."""
    schools = dutch.count(found.schools, "school", "scholen")
    if not found.uses:
        return f"Op {dutch.long_date(on)} staat in het register van {board.name} geen gebruik van een product."
    products = dutch.count(found.products, "product", "producten")
    suppliers = dutch.count(found.suppliers, "organisatie", "organisaties")
    begun = f"Op {dutch.long_date(on)} staan in het register van {board.name} {schools}"
    return f"{begun}, met {products} van {suppliers} in gebruik."


def bars(numbers: Sequence[tuple[str, int]]) -> list[Values]:
    """Return a row with a bar for every number; the longest bar is the greatest, and one is never without length."""
    greatest = max((number for _, number in numbers), default=0)
    return [{"naam": name, "aantal": number, "staaf": _bar(number, greatest)} for name, number in numbers]


def _bar(number: int, greatest: int) -> str:
    return BLANK * max(1, round(BAR_LENGTH * number / greatest)) if number else ""
