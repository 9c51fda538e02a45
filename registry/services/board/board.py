"""The board: set up once, then edited."""

from typing import Any

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.model import SchoolBoard
from registry.services.records import Fields, assign, edit, fetch


def set_up_board(session: Any, fields: Fields) -> SchoolBoard:
    """Return the board of this register, made on its first day; AlreadyExists on any later day."""
    with change(session, "bestuur ingevuld"):
        if (known := session.get(SchoolBoard, 1)) is not None:
            raise AlreadyExists(f"Dit register heeft al een bestuur: {known.name}. Wijzig dat.")
        board = SchoolBoard(id=1)
        assign(board, fields)
        _check(board)
        session.add(board)
    return board


def edit_board(session: Any, seen: int, fields: Fields) -> SchoolBoard:
    """Return the board with these fields."""
    with change(session, "bestuur gewijzigd"):
        board = fetch(session, SchoolBoard, 1)
        edit(session, board, seen, fields)
        _check(board)
    return board


def _check(board: SchoolBoard) -> None:
    if not board.name:
        raise BrokenRule("Geef het bestuur een naam.", field="name")
