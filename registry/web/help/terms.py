"""The screen of the words that screens use, and what each of them means."""

from flask import Blueprint, render_template

from registry.access import is_public
from registry.queries.manual.terms import in_order
from registry.reference import facts
from registry.web.accounts.signed_in import recognise

blueprint = Blueprint("terms", __name__)


@blueprint.get("/begrippen")
@is_public
def index() -> str:
    """Show every term with its meaning and where that was read."""
    recognise()
    return render_template("terms/index.html", terms=in_order(facts().terms))
