"""What awaits the board's signature, for who signs: read it, and record the day."""

from datetime import date

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from registry.access import Right, needs
from registry.database import db
from registry.errors import NotFound
from registry.model import Agreement
from registry.queries.agreements.awaiting import awaiting_signature, one_awaiting
from registry.services.agreements.signing import record_signature
from registry.services.history.noting import note_download
from registry.web.downloads import stored
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("signing", __name__, url_prefix="/tekenen")


class SignatureForm(RegisterForm):
    """The day on which the board signed."""

    signed_on = fields.day(Agreement.board_signed_on, "Op welke dag is getekend?", required=True)


@blueprint.get("/")
@needs(Right.SIGN)
def index() -> str:
    """Show what awaits a signature."""
    return render_template("signing/index.html", agreements=awaiting_signature(db.session))


@blueprint.route("/<number:agreement_id>", methods=["GET", "POST"])
@needs(Right.SIGN)
def sign(agreement_id: int) -> Answer | tuple[str, int]:
    """Show what is to be signed, and record that it was."""
    agreement = one_awaiting(db.session, agreement_id)
    form, today = SignatureForm(obj=agreement), date.today()
    if not form.is_submitted():
        form.signed_on.data = today
    name = agreement.supplier.name
    if form.save(lambda: record_signature(db.session, agreement_id, form.signed_on.data, today, form.seen)):
        flash(f"De handtekening onder de overeenkomst met {name} is vastgelegd.")
        return redirect(url_for("signing.index"))
    return render_template("signing/sign.html", agreement=agreement, form=form), form.status


@blueprint.get("/<number:agreement_id>/bestanden/<number:file_id>")
@needs(Right.SIGN)
def download(agreement_id: int, file_id: int) -> Response:
    """Send a file of what is to be signed."""
    files = {one.id: one.file for one in one_awaiting(db.session, agreement_id).files}
    if file_id not in files:
        raise NotFound("Dit bestand hoort niet bij wat getekend moet worden.")
    note_download(db.session, "agreement", agreement_id, files[file_id].name)
    return stored(files[file_id])
