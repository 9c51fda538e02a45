"""The screens of the API's keys: the list, a new one which is shown once, and revoking one."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from registry.access import Right, needs
from registry.database import db
from registry.model import ApiKey, ApiKeySchool, School
from registry.services.keys.keys import MOST_YEARS, add_key, revoke_key
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields

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
    schools = SelectMultipleField(
        "Alleen voor deze scholen",
        description="Geen vinkje: alle scholen. Met een vinkje mag de sleutel niet meer dan een schoolcoördinator.",
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    begins_on = fields.day(ApiKey.begins_on, required=True)
    ends_on = fields.day(ApiKey.ends_on, required=True, help=f"Hoogstens {MOST_YEARS} jaar later.")

    def __init__(self) -> None:
        super().__init__(data={"begins_on": date.today(), "ends_on": date.today() + USUAL_DAYS})
        self.schools.choices = [(one.id, one.name) for one in db.session.scalars(select(School).order_by(School.name))]

    def fields(self) -> dict[str, Any]:
        """Return what was typed, without the schools."""
        return {name: value for name, value in super().fields().items() if name != "schools"}


class RevokeForm(RegisterForm):
    """Nothing but the button."""


@blueprint.get("/")
@needs(Right.MANAGE)
def index() -> str:
    """Show every key: what it is for, until when, and when it was used last."""
    return render_template("keys/index.html", keys=_all_keys(), today=date.today())


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


def _all_keys() -> Sequence[ApiKey]:
    schools = selectinload(ApiKey.schools).joinedload(ApiKeySchool.school)
    keys = select(ApiKey).order_by(ApiKey.revoked_on.is_not(None), ApiKey.ends_on.desc(), ApiKey.id)
    return db.session.scalars(keys.options(schools)).all()
