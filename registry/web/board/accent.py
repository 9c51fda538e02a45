"""The style sheet of a board's own colour: a few variables that lie over those of style.css."""

from flask import Blueprint, Response, abort

from registry.access import is_public
from registry.colours import in_the_dark
from registry.database import db
from registry.model import SchoolBoard
from registry.web.parents.answers import ACCENT, public_answer

RULES = """:root {{ --accent: {accent}; }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ --link: {bright}; }} }}
"""

blueprint = Blueprint("accent", __name__)


@blueprint.get(ACCENT)
@is_public
def show() -> Response:
    """Give the board's colour; not there while the board has none of its own."""
    board = db.session.get(SchoolBoard, 1)
    accent = (board and board.accent) or abort(404)
    return public_answer(RULES.format(accent=accent, bright=in_the_dark(accent)), "text/css")
