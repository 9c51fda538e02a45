"""What somebody wants to be reminded of: a weekly mail, which kinds, how early, and the address of their calendar."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import BooleanField
from wtforms.validators import NumberRange, Optional

from registry.access import Right, needs, viewer_of
from registry.database import db
from registry.mail import server_of
from registry.model import Account, ReminderChoice
from registry.model.deadline_kind import DeadlineKind
from registry.model.reminder import DAYS_EARLY, MOST_DAYS
from registry.queries.deadlines.who_does import kinds_for
from registry.queries.reminders.wanted import choice_of, feed_of
from registry.services.reminders.choices import Kinds, set_choice
from registry.services.reminders.feeds import DAYS_AHEAD, make_feed, stop_feed
from registry.web import hosts
from registry.web.accounts.signed_in import account_of_request
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("reminders", __name__, url_prefix="/mijn-account/herinneringen")
RANGE = NumberRange(0, MOST_DAYS, f"Vul een getal in van 0 tot en met {MOST_DAYS}.")


class ReminderForm(RegisterForm):
    """The weekly digest; for each kind of deadline the form below adds a box and a number of days."""

    wants_digest = fields.yes(ReminderChoice.wants_digest)

    def kinds(self, asked: Iterable[DeadlineKind]) -> Kinds:
        """Return of each kind that was asked whether it is wanted and how many days early."""
        return {kind: (self[f"{kind.value}_on"].data, self[f"{kind.value}_days"].data) for kind in asked}


for _kind in DeadlineKind:
    setattr(ReminderForm, f"{_kind.value}_on", BooleanField(_kind.label))
    _days = fields.DutchIntegerField(f"Hoeveel dagen vooraf: {_kind.label}", [Optional(), RANGE])
    setattr(ReminderForm, f"{_kind.value}_days", _days)


@blueprint.route("/", methods=["GET", "POST"])
@needs(Right.READ)
def edit() -> Response | tuple[str, int]:
    """Show and save what somebody wants to be reminded of."""
    account = _account()
    choice, asked = choice_of(db.session, account.id), kinds_for(viewer_of(db.session))
    form = ReminderForm(data=_chosen(choice))
    if form.save(lambda: set_choice(db.session, account.id, form.seen, form.wants_digest.data, form.kinds(asked))):
        flash("Uw herinneringen zijn bewaard.")
        return redirect(url_for("reminders.edit"))
    page = render_template(
        "reminders/edit.html",
        form=form,
        kinds=[(kind, form[f"{kind.value}_on"], form[f"{kind.value}_days"]) for kind in asked],
        email=account.email,
        feed=feed_of(db.session, account.id),
        days_ahead=DAYS_AHEAD,
        has_mail=server_of(current_app.config) is not None,
    )
    return page, form.status


@blueprint.post("/agenda")
@needs(Right.READ)
def make() -> str:
    """Make the address of one's own calendar, or another; it is shown once."""
    account = _account()
    token = make_feed(db.session, account.id, date.today())
    return render_template("reminders/address.html", address=hosts.link("calendar_feed.show", token=token))


@blueprint.post("/agenda/stoppen")
@needs(Right.READ)
def stop() -> Response:
    """Let the address of one's own calendar stop working."""
    stop_feed(db.session, _account().id)
    flash("Het adres van uw agenda werkt niet meer.")
    return redirect(url_for("reminders.edit"))


def _account() -> Account:
    return account_of_request() or abort(404)


def _chosen(choice: ReminderChoice | None) -> dict[str, Any]:
    early = DAYS_EARLY if choice is None else choice.days_early()
    rows = {row.kind: row.days_early for row in choice.kinds} if choice else {}
    told: dict[str, Any] = {f"{kind.value}_on": kind in early for kind in DeadlineKind}
    told |= {f"{kind.value}_days": rows.get(kind.value, DAYS_EARLY[kind]) for kind in DeadlineKind}
    return told | {
        "wants_digest": bool(choice and choice.wants_digest),
        "version": str(choice.version if choice else 0),
    }
