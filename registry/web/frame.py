"""What the frame around every page shows: the board's name, the navigation, dates and counts in Dutch."""

from typing import Any

from flask import Flask, request

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
# Screens without an entry of their own, by the entry under which people look for them.
SECTIONS = {
    **dict.fromkeys(("products", "privacy_annexes", "security_annexes", "agreements", "agreement_files"), "suppliers"),
    **dict.fromkeys(("covenant_entries", "external_reviews", "merging", "flow"), "suppliers"),
    **dict.fromkeys(("many_papers", "paper_previews", "word_templates", "official_model"), "papers"),
    **dict.fromkeys(("custom_fields", "keys"), "board"),
    **dict.fromkeys(("uses",), "schools"),
}


def init(app: Flask) -> None:
    """Give every template the frame's variables and the Dutch filters."""
    app.context_processor(lambda: _variables(app))
    app.jinja_env.filters.update(
        long_date=dutch.long_date, short_date=dutch.short_date, enumeration=dutch.enumeration, yes_no=dutch.yes_no
    )
    app.jinja_env.filters["closed"] = lambda words: words if words.endswith(".") else f"{words}."
    app.jinja_env.globals.update(count=dutch.count)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _variables(app: Flask) -> dict[str, Any]:
    known = [(endpoint, label) for endpoint, label in NAVIGATION if endpoint in app.view_functions]
    section = SECTIONS.get(request.blueprint or "", request.blueprint)
    return {
        "board_name": _board_name(),
        "navigation": known,
        "section": section,
        "version": registry.__version__,
        "facts": facts(),
    }


def _board_name() -> str:
    board = db.session.get(SchoolBoard, 1)
    return board.name if board else ""
