"""Closing a round: what it will do and leave open is shown, and asked for once more."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField

from registry.access import Right, needs
from registry.database import db
from registry.model import ReviewRound
from registry.services.records import fetch
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("closing_rounds", __name__, url_prefix="/jaar/rondes")


class CloseForm(RegisterForm):
    """The next date of the agreements that were judged; `seal` marks the plan that was shown."""

    seal = HiddenField(default="")
    next_on = fields.day(ReviewRound.closed_on, "Wanneer kijkt u opnieuw naar deze overeenkomsten?", required=True)


@blueprint.route("/<number:round_id>/afsluiten", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def close(round_id: int) -> Response | tuple[str, int]:
    """Show what closing will do, and do it."""
    one, today = fetch(db.session, ReviewRound, round_id), date.today()
    plan = plan_closing(db.session, round_id, today)
    form = CloseForm(obj=one, data={"next_on": plan.next_on, "seal": plan.seal})
    seal = form.seal.data or ""
    if form.save(lambda: close_round(db.session, round_id, form.seen, seal, form.next_on.data, today)):
        flash(f"{one.name} is afgesloten. De antwoorden blijven bewaard.")
        return redirect(url_for("rounds.show", round_id=round_id))
    plan = plan_closing(db.session, round_id, today)  # read anew: a refusal may mean that it changed
    form.seal.data = plan.seal
    return render_template("closing_rounds/close.html", form=form, round=one, plan=plan), form.status
