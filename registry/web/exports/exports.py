"""The screen "uitvoer": the register as a workbook, the register of processing, and each list as CSV."""

from datetime import date

from flask import Blueprint, Response, abort, render_template

from registry.access import Right, needs
from registry.database import db
from registry.services.exports.lists import LISTS, register_sheets, sheet_of
from registry.services.exports.processing import processing_sheets
from registry.web.exports.answers import table, workbook

blueprint = Blueprint("exports", __name__, url_prefix="/uitvoer")


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show what can be taken out."""
    return render_template("exports/index.html", lists=list(LISTS))


@blueprint.get("/register.xlsx")
@needs(Right.READ)
def register() -> Response:
    """Send all lists as a workbook, as far as the viewer sees them."""
    today = date.today()
    return workbook(register_sheets(db.session, today), "Register", today)


@blueprint.get("/avg-register.xlsx")
@needs(Right.READ)
def processing() -> Response:
    """Send the register of processing as a workbook."""
    today = date.today()
    return workbook(processing_sheets(db.session, today), "AVG-register", today)


@blueprint.get("/<name>.csv")
@needs(Right.READ)
def one_list(name: str) -> Response:
    """Send one list as CSV."""
    if name not in LISTS:
        abort(404)
    today = date.today()
    return table(sheet_of(LISTS[name](db.session, today)), today)
