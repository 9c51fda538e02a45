"""The screens of an agreement's files: add one, fetch it, let go of it."""

from babel.numbers import format_decimal
from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask_wtf.file import FileField, FileRequired
from werkzeug.wrappers import Response as Answer

from registry.access import Right, needs
from registry.database import db
from registry.model import Agreement, AgreementFile, ReadPaper, StoredFile
from registry.queries.agreements.agreement_files import attached_file
from registry.queries.agreements.agreement_words import agreement_title
from registry.services.agreements.file_types import TYPES, label_of_type
from registry.services.agreements.files import attach_file, detach_file
from registry.services.agreements.filing import file_paper
from registry.services.history.noting import note_download
from registry.services.records import fetch
from registry.web.agreements.agreement_paper import asked_paper
from registry.web.downloads import stored
from registry.web.forms import RegisterForm, fields
from registry.web.uploads import uploaded

blueprint = Blueprint("agreement_files", __name__, url_prefix="/overeenkomsten/<number:agreement_id>/bestanden")


@blueprint.app_template_filter()
def file_words(file: StoredFile) -> str:
    """Return what a file is and how large, such as "pdf, 1,4 MB"."""
    kilobytes = max(1, round(file.size / 1024))
    megabytes = format_decimal(round(file.size / 1024**2, 1), locale="nl")
    size = f"{kilobytes}\N{NO-BREAK SPACE}kB" if kilobytes < 1024 else f"{megabytes}\N{NO-BREAK SPACE}MB"
    return f"{label_of_type(file.media_type)}, {size}"


class FileForm(RegisterForm):
    """A file to keep."""

    kind = fields.choice(AgreementFile.kind, "Wat is het?")
    file = FileField(
        "Bestand", [FileRequired("Kies een bestand.")], description=f"Hoogstens 25 MB. Kan: {', '.join(TYPES)}."
    )


class DetachForm(RegisterForm):
    """Nothing but the button."""


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(agreement_id: int) -> Answer | tuple[str, int]:
    """Keep a file with the agreement."""
    agreement, form, paper = fetch(db.session, Agreement, agreement_id), FileForm(), asked_paper()
    if paper is not None:
        del form.file
    if name := form.save(lambda: _attach(form, agreement_id, paper)):
        flash(f"“{name}” is bewaard.")
        return redirect(url_for("agreements.show", agreement_id=agreement_id))
    title = agreement_title(agreement)
    page = render_template("agreement_files/form.html", form=form, agreement=agreement, title=title, paper=paper)
    return page, form.status


@blueprint.get("/<number:file_id>")
@needs(Right.READ)
def download(agreement_id: int, file_id: int) -> Response:
    """Send the file as it came, always to be saved and never to be shown inside the register."""
    file = attached_file(db.session, agreement_id, file_id).file
    note_download(db.session, "agreement", agreement_id, file.name)
    return stored(file)


@blueprint.route("/<number:file_id>/losmaken", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def remove(agreement_id: int, file_id: int) -> Answer | tuple[str, int]:
    """Let go of a file, after asking."""
    attached, form = attached_file(db.session, agreement_id, file_id), DetachForm()
    name, supplier = attached.file.name, fetch(db.session, Agreement, agreement_id).supplier
    if form.save(lambda: detach_file(db.session, agreement_id, file_id)):
        flash(f"“{name}” hoort niet meer bij de afspraak.")
        return redirect(url_for("agreements.show", agreement_id=agreement_id))
    page = render_template(
        "agreement_files/remove.html", form=form, attached=attached, agreement_id=agreement_id, supplier=supplier
    )
    return page, form.status


def _attach(form: FileForm, agreement_id: int, paper: ReadPaper | None) -> str:
    if paper is None:
        return attach_file(db.session, agreement_id, form.kind.data, *uploaded(form.file)).file.name
    name = paper.file.name
    file_paper(db.session, lambda: fetch(db.session, Agreement, agreement_id), paper.id, form.kind.data)
    return name
