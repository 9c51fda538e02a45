"""The screens of one school in the dossier of stopping: add it, and keep what it did."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs
from registry.database import db
from registry.dutch import long_date
from registry.model import Closing, ClosingLine, Use
from registry.queries.cases.closings import uses_outside
from registry.services.cases.closings import add_line, closing_line, edit_line
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("closing_lines", __name__, url_prefix="/jaar/stoppen/<number:closing_id>/school")


class LineForm(RegisterForm):
    """What one school did."""

    until = fields.day(Use.until, help="Vanaf de dag erna staat het product niet meer in de lijst voor ouders.")
    exported_on = fields.day(ClosingLine.exported_on)
    export_note = fields.line(ClosingLine.export_note, help="Of waarom dat niet nodig is.")
    accounts_closed_on = fields.day(ClosingLine.accounts_closed_on)

    def fields(self) -> dict[str, Any]:
        """Return what was typed about the line; its last day is one of the use."""
        return {name: value for name, value in super().fields().items() if name != "until"}


class AddLineForm(RegisterForm):
    """A school to put in the dossier."""

    use_id = SelectField("School", coerce=int)


@blueprint.route("/<number:line_id>", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def edit(closing_id: int, line_id: int) -> Response | tuple[str, int]:
    """Keep what a school did: its last day, its data, its accounts."""
    line = closing_line(db.session, closing_id, line_id)
    form = LineForm(obj=line, until=line.use.until)
    verb = lambda: edit_line(  # noqa: E731 - the form calls it, after it was checked
        db.session, closing_id, line_id, form.seen, form.fields(), form.until.data, date.today()
    )
    if form.save(verb):
        flash(f"{line.school.name} is bewaard.")
        return redirect(url_for("closings.show", closing_id=closing_id))
    return render_template("closing_lines/form.html", form=form, line=line), form.status


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(closing_id: int) -> Response | tuple[str, int]:
    """Put a school in the dossier that was not in it."""
    closing, form = fetch(db.session, Closing, closing_id), AddLineForm()
    form.use_id.choices = [SelectChoice(one.id, _named(one)) for one in uses_outside(db.session, closing)]
    if line := form.save(lambda: add_line(db.session, closing_id, form.use_id.data)):
        flash(f"{line.school.name} staat in het dossier.")
        return redirect(url_for("closings.show", closing_id=closing_id))
    return render_template("closing_lines/add.html", form=form, closing=closing), form.status


def _named(use: Use) -> str:
    until = f" tot en met {long_date(use.until)}" if use.until else ""
    return f"{use.school.name}, sinds {long_date(use.since)}{until}"
