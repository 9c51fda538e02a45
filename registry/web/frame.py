"""What the frame around every page shows: the board's name, the navigation, dates and counts in Dutch."""

from typing import Any

from flask import Flask

import registry
from registry import dutch
from registry.database import db
from registry.model import SchoolBoard
from registry.reference import facts

NAVIGATION = [
    ("overview.index", "Overzicht"),
    ("suppliers.index", "Leveranciers"),
    ("grid.index", "Wie gebruikt wat"),
    ("schools.index", "Scholen"),
    ("papers.index", "Documenten"),
    ("statements.index", "Verklaringen"),
    ("board.show", "Bestuur"),
]


def init(app: Flask) -> None:
    """Give every template the frame's variables and the Dutch filters."""
    app.context_processor(lambda: _variables(app))
    app.jinja_env.filters.update(
        long_date=dutch.long_date, short_date=dutch.short_date, enumeration=dutch.enumeration, yes_no=dutch.yes_no
    )
    app.jinja_env.globals.update(count=dutch.count)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _variables(app: Flask) -> dict[str, Any]:
    known = [(endpoint, label) for endpoint, label in NAVIGATION if endpoint in app.view_functions]
    return {"board_name": _board_name(), "navigation": known, "version": registry.__version__, "facts": facts()}


def _board_name() -> str:
    board = db.session.get(SchoolBoard, 1)
    return board.name if board else ""
