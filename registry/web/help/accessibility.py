"""The screen that says how accessible these screens are: what was looked at, how, and what is known not to be right."""

from flask import Blueprint, render_template

from registry.access import Right, is_public, viewer_of
from registry.database import db
from registry.model import SchoolBoard
from registry.web.accounts.signed_in import recognise

blueprint = Blueprint("accessibility", __name__)


@blueprint.get("/toegankelijkheid")
@is_public
def show() -> str:
    """Show the statement, with whom to tell of a hindrance."""
    recognise()
    board = db.session.get(SchoolBoard, 1) if viewer_of(db.session).may(Right.READ) else None
    return render_template("accessibility/show.html", board=board)
