"""The screens of the API's keys: the list, a new one which is shown once, and revoking one."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import ApiKey
from registry.queries.accounts.accounts import all_keys
from registry.services.keys.keys import MOST_YEARS, add_key, revoke_key
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields
from registry.web.forms.schools import SchoolsField, without_schools

blueprint = Blueprint("keys", __name__, url_prefix="/api-sleutels")
USUAL_DAYS = timedelta(days=365)


class KeyForm(RegisterForm):
    """What a new key is for."""

    purpose = fields.line(
        ApiKey.purpose,
        required=True,
        help="Welk systeem hem gebruikt. Zo staat het ook in de geschiedenis. Bijvoorbeeld: koppeling met Magister.",
    )
    scope = fields.choice(ApiKey.scope, radio=True)
    schools = SchoolsField(
        "Alleen voor deze scholen",
        help="Geen vinkje: alle scholen. Met een vinkje mag de sleutel niet meer dan een schoolcoördinator.",
    )
    begins_on = fields.day(ApiKey.begins_on, required=True)
    ends_on = fields.day(ApiKey.ends_on, required=True, help=f"Hoogstens {MOST_YEARS} jaar later.")

    def __init__(self) -> None:
        super().__init__(data={"begins_on": date.today(), "ends_on": date.today() + USUAL_DAYS})

    def fields(self) -> dict[str, Any]:
        """Return what was typed about the key itself."""
        return without_schools(super().fields())


class RevokeForm(RegisterForm):
    """Nothing but the button."""


@blueprint.get("/")
@needs(Right.MANAGE)
def index() -> str:
    """Show every key: what it is for, until when, and when it was used last."""
    return render_template("keys/index.html", keys=all_keys(db.session), today=date.today())


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.MANAGE)
def add() -> str | tuple[str, int]:
    """Make a key, and show it this once."""
    form = KeyForm()
    if made := form.save(lambda: add_key(db.session, form.fields(), form.schools.data or ())):
        return render_template("keys/made.html", made=made)
    return render_template("keys/form.html", form=form), form.status


@blueprint.route("/<number:key_id>/intrekken", methods=["GET", "POST"])
@needs(Right.MANAGE)
def revoke(key_id: int) -> Response | tuple[str, int]:
    """Revoke a key; there is no way back."""
    key, form = fetch(db.session, ApiKey, key_id), RevokeForm()
    if form.save(lambda: revoke_key(db.session, key_id, date.today())):
        flash(f"De sleutel “{key.purpose}” is ingetrokken.")
        return redirect(url_for("keys.index"))
    return render_template("keys/revoke.html", form=form, key=key), form.status
