"""The screens of the files in the dossier of stopping: keep one, fetch it."""

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask_wtf.file import FileField, FileRequired
from werkzeug.wrappers import Response as Answer

from registry.access import Right, needs
from registry.database import db
from registry.model import Closing, ClosingFile
from registry.queries.cases.closings import file_in
from registry.services.agreements.file_types import TYPES
from registry.services.cases.closings import attach_statement
from registry.services.history.noting import note_download
from registry.services.records import fetch
from registry.web.downloads import stored
from registry.web.forms import RegisterForm
from registry.web.uploads import uploaded

blueprint = Blueprint("closing_files", __name__, url_prefix="/jaar/stoppen/<number:closing_id>/bestanden")


class StatementForm(RegisterForm):
    """A file to keep."""

    file = FileField(
        "Bestand", [FileRequired("Kies een bestand.")], description=f"Hoogstens 25 MB. Kan: {', '.join(TYPES)}."
    )


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(closing_id: int) -> Answer | tuple[str, int]:
    """Keep a file with the dossier, such as the statement of deletion."""
    closing, form = fetch(db.session, Closing, closing_id), StatementForm()
    if attached := form.save(lambda: _attach(form, closing_id)):
        flash(f"“{attached.file.name}” is bewaard.")
        return redirect(url_for("closings.show", closing_id=closing_id))
    return render_template("closing_files/form.html", form=form, closing=closing), form.status


@blueprint.get("/<number:file_id>")
@needs(Right.READ)
def download(closing_id: int, file_id: int) -> Response:
    """Send the file as it came."""
    file = file_in(db.session, closing_id, file_id).file
    note_download(db.session, "closing", closing_id, file.name)
    return stored(file)


def _attach(form: StatementForm, closing_id: int) -> ClosingFile:
    return attach_statement(db.session, closing_id, *uploaded(form.file))
