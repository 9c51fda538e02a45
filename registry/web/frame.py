"""What the frame around every page shows: the board's name, the navigation, dates and counts in Dutch."""

from hashlib import sha256
from typing import Any

from flask import Flask, request

import registry
from registry import dutch
from registry.access import Right, viewer_of
from registry.database import db
from registry.identifiers import dialled
from registry.model import SchoolBoard
from registry.reference import facts, pick

NAVIGATION = [
    ("overview.index", "Overzicht"),
    ("suppliers.index", "Leveranciers"),
    ("grid.index", "Wie gebruikt wat"),
    ("schools.index", "Scholen"),
    ("papers.index", "Documenten"),
    ("statements.index", "Verklaringen"),
    ("year.index", "Jaar"),
    ("signing.index", "Tekenen"),
    ("board.show", "Bestuur"),
]
FOOTER = [("terms.index", "Begrippen"), ("accessibility.show", "Toegankelijkheid")]  # for everybody
# Screens without an entry of their own, by the entry under which people look for them.
SECTIONS = {
    **dict.fromkeys(("products", "privacy_annexes", "security_annexes", "agreements", "agreement_files"), "suppliers"),
    **dict.fromkeys(("covenant_entries", "external_reviews", "merging", "flow", "reading"), "suppliers"),
    **dict.fromkeys(("many_papers", "paper_previews", "word_templates", "official_model"), "papers"),
    **dict.fromkeys(("custom_fields", "accounts", "history", "undoing", "keys", "archive"), "board"),
    **dict.fromkeys(("signals", "practice", "app_requests", "actions", "deadlines"), "year"),
    "imports": "board",
    "exports": "board",
    "grid_undo": "grid",
    "shown_lists": "suppliers",
    "lists": "suppliers",
    "together": "suppliers",
    "cards": "suppliers",
    "school_lists": "schools",
    **dict.fromkeys(("rounds", "school_rounds", "agreement_rounds", "closing_rounds"), "year"),
    **dict.fromkeys(("uses", "staff_addresses", "parents_page_settings"), "schools"),
    **dict.fromkeys(("closings", "closing_lines", "closing_files", "breaches", "notices"), "year"),
    **dict.fromkeys(("looking_back", "parent_asks"), "year"),
}


def init(app: Flask) -> None:
    """Give every template the frame's variables and the Dutch filters."""
    fingerprint = _fingerprint(app)
    app.context_processor(lambda: _variables(app) | {"version": fingerprint})
    app.jinja_env.filters.update(
        long_date=dutch.long_date,
        month_year=dutch.month_year,
        short_date=dutch.short_date,
        short_month=dutch.short_month,
        long_moment=dutch.long_moment,
        enumeration=dutch.enumeration,
        yes_no=dutch.yes_no,
        dialled=dialled,
    )
    app.jinja_env.filters["closed"] = lambda words: words if words.endswith(".") else f"{words}."
    app.jinja_env.globals.update(count=dutch.count, term_of=lambda code: pick(facts().terms, code))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _variables(app: Flask) -> dict[str, Any]:
    board = db.session.get(SchoolBoard, 1)
    known = [(endpoint, label) for endpoint, label in NAVIGATION if _may_open(app, endpoint)]
    section = SECTIONS.get(request.blueprint or "", request.blueprint)
    return {
        "board_name": board.name if board else "",
        "is_practice": app.config["PRACTICE"],
        "accent": board.accent if board else "",
        "navigation": known,
        "footer_links": FOOTER,
        "section": section,
        "release": registry.__version__,
        "facts": facts(),
        "viewer": viewer_of(db.session),
        "may": _may,
    }


def _may_open(app: Flask, endpoint: str) -> bool:
    right = getattr(app.view_functions[endpoint], "right", None)
    return right is not None and viewer_of(db.session).may(right)


def _may(right: str) -> bool:
    return viewer_of(db.session).may(Right[right])


def _fingerprint(app: Flask) -> str:
    """What the addresses of style sheet and scripts carry: another at each release, and it does not tell which."""
    return sha256(f"{registry.__version__} {app.config['SECRET_KEY']}".encode()).hexdigest()[:8]
