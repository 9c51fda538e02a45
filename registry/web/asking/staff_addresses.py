"""The screens on which a school makes the secret address for its staff, renews it, or switches it off."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import School
from registry.queries.asking.app_requests import staff_address_of
from registry.services.asking.staff_addresses import make_staff_address, stop_staff_address
from registry.services.records import fetch
from registry.web.forms import RegisterForm

blueprint = Blueprint("staff_addresses", __name__, url_prefix="/scholen/<number:school_id>/aanvraagadres")


class SureForm(RegisterForm):
    """Nothing but the button."""


@blueprint.get("")
@needs(Right.EDIT_USES)
def show(school_id: int) -> str:
    """Show whether the staff can ask for an app, and since when; the address itself is never shown again."""
    school, known = fetch(db.session, School, school_id), staff_address_of(db.session, school_id)
    return render_template("staff/address.html", school=school, address=known, is_open=school.is_open(date.today()))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def make(school_id: int) -> str | tuple[str, int]:
    """Make an address and show it this once; the one before it stops."""
    school, form = fetch(db.session, School, school_id), SureForm()
    if made := form.save(lambda: make_staff_address(db.session, school_id, date.today())):
        link = url_for("staff.ask", token=made.token, _external=True)
        return render_template("staff/made.html", school=school, link=link)
    known = staff_address_of(db.session, school_id)
    return render_template("staff/make.html", form=form, school=school, address=known), form.status


@blueprint.route("/uitzetten", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def stop(school_id: int) -> Response | tuple[str, int]:
    """Switch the address off."""
    school, form = fetch(db.session, School, school_id), SureForm()
    if form.save(lambda: (stop_staff_address(db.session, school_id), True)):
        flash("Het aanvraagadres staat uit. Wie al iets vroeg, kan het antwoord nog lezen.")
        return redirect(url_for(".show", school_id=school_id))
    return render_template("staff/stop.html", form=form, school=school), form.status
