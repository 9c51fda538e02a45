"""The screens on which a board manages the fields that only it keeps."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import CustomField
from registry.queries.board.custom_fields import custom_fields
from registry.services.board.custom_fields import add_custom_field, edit_custom_field
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("custom_fields", __name__, url_prefix="/eigen-velden")


class EditForm(RegisterForm):
    """An own field that is there."""

    label = fields.line(CustomField.label, required=True, help="Bijvoorbeeld: debiteurnummer.")
    help = fields.line(CustomField.help, help="Deze uitleg staat onder de naam, zoals hier.")
    retired = fields.yes(CustomField.retired, help="Het veld verdwijnt van formulieren. Wat is ingevuld, blijft staan.")


class AddForm(RegisterForm):
    """A new own field."""

    subject = fields.choice(CustomField.subject, radio=True)
    label = fields.line(CustomField.label, required=True, help="Bijvoorbeeld: debiteurnummer.")
    help = fields.line(CustomField.help, help="Deze uitleg staat onder de naam, zoals hier.")


@blueprint.get("/")
@needs(Right.SET_UP)
def index() -> str:
    """Show all own fields."""
    return render_template("custom_fields/index.html", own_fields=custom_fields(db.session))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.SET_UP)
def add() -> Response | tuple[str, int]:
    """Add an own field."""
    form = AddForm()
    if own := form.save(lambda: add_custom_field(db.session, form.fields())):
        flash(f"Het veld {own.label} is toegevoegd.")
        return redirect(url_for("custom_fields.index"))
    return render_template("custom_fields/form.html", form=form, own=None), form.status


@blueprint.route("/<number:field_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.SET_UP)
def edit(field_id: int) -> Response | tuple[str, int]:
    """Edit an own field, or take it out of use."""
    own = fetch(db.session, CustomField, field_id)
    form = EditForm(obj=own)
    if form.save(lambda: edit_custom_field(db.session, field_id, form.seen, form.fields())):
        flash(f"Het veld {own.label} is bewaard.")
        return redirect(url_for("custom_fields.index"))
    return render_template("custom_fields/form.html", form=form, own=own), form.status
