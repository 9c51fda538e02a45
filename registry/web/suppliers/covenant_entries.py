"""The screen on which somebody notes what the covenant's public list said of a supplier on a day."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs
from registry.database import db
from registry.model import CovenantEntry, Supplier
from registry.model.base import label_of
from registry.model.supplier import CovenantStatus
from registry.services.records import fetch
from registry.services.suppliers.suppliers import note_covenant
from registry.web.forms import RegisterForm, fields
from registry.web.forms.fields import REQUIRED
from registry.web.forms.unverified import mark_unverified

blueprint = Blueprint("covenant_entries", __name__, url_prefix="/leveranciers/<number:supplier_id>/convenant")
FOUND = [status for status in CovenantStatus if status is not CovenantStatus.UNKNOWN]
HINTS = {
    "participant": "Staat op de lijst van deelnemers. Daarbij hoort het convenantmodel.",
    "supporter": "Staat op de lijst van medestanders. Daarbij hoort het algemene model.",
    "none": "Staat op geen van beide lijsten. Dan past een eigen tekst, of het algemene model.",
}


class CovenantForm(RegisterForm):
    """One look at the list."""

    found = RadioField(
        label_of(CovenantEntry.status),
        [REQUIRED],
        choices=[SelectChoice(status.value, status.label) for status in FOUND],
        coerce=CovenantStatus,
    )
    checked_on = fields.day(CovenantEntry.checked_on, required=True, help="De dag waarop u op de lijst keek.")
    source = fields.line(
        CovenantEntry.source, required=True, help="Bijvoorbeeld: lijst van deelnemers op privacyconvenant.nl."
    )
    covenant_version = fields.code(CovenantEntry.covenant_version, help="Alleen als de lijst het zegt.")

    def __init__(self, **known: Any) -> None:
        super().__init__(**known)
        mark_unverified(self.covenant_version)

    def fields(self) -> dict[str, Any]:
        """Return what was typed; on a form `status` is that of the page."""
        typed = super().fields()
        return {"status": typed.pop("found"), **typed}


@blueprint.route("/", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(supplier_id: int) -> Response | tuple[str, int]:
    """Note where the supplier stands in the covenant; earlier entries stay."""
    supplier, form = fetch(db.session, Supplier, supplier_id), CovenantForm(data={"checked_on": date.today()})
    if form.save(lambda: note_covenant(db.session, supplier_id, form.fields(), date.today())):
        flash(f"De status van {supplier.name} in het convenant is genoteerd.")
        return redirect(url_for("suppliers.show", supplier_id=supplier_id))
    return render_template("covenant_entries/form.html", form=form, supplier=supplier, hints=HINTS), form.status
