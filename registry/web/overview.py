"""The screen that everybody opens first."""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import SchoolBoard

blueprint = Blueprint("overview", __name__)


@blueprint.get("/")
@needs(Right.READ)
def index() -> str | Response:
    """Show what the register holds and what needs attention; an empty register shows its first steps."""
    if db.session.get(SchoolBoard, 1) is None:
        return render_template("overview/first_run.html")
    return render_template("overview/index.html")
