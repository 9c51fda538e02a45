"""The board: set up once, then edited."""

from typing import Any

from registry.database import change
from registry.model import SchoolBoard
from registry.services.records import Fields, assign, edit, fetch


def set_up_board(session: Any, fields: Fields) -> SchoolBoard:
    """Return the board of this register, made on its first day."""
    with change(session, "bestuur ingevuld"):
        board = SchoolBoard(id=1)
        assign(board, fields)
        session.add(board)
    return board


def edit_board(session: Any, seen: int, fields: Fields) -> SchoolBoard:
    """Return the board with these fields."""
    with change(session, "bestuur gewijzigd"):
        board = fetch(session, SchoolBoard, 1)
        edit(session, board, seen, fields)
    return board
