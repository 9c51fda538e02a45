"""The annual round: the list of rounds, opening one, how far everybody is, stopping and taking up again."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry import dutch
from registry.access import Right, needs, viewer_of
from registry.calendar import day_at_work, school_year_end
from registry.database import db
from registry.model import ReviewRound
from registry.queries.rounds.progress import is_anything_to_ask, own_progress, progress, replies, rounds
from registry.queries.rounds.round_lines import agreement_lines, remarks
from registry.queries.rounds.round_words import judged_words
from registry.queries.rounds.who_answers import who_answers
from registry.queries.year.action_list import round_actions
from registry.services.records import fetch
from registry.services.rounds.rounds import edit_round, open_round, refresh_lines, resume_round, stop_round
from registry.web.forms import RegisterForm, fields
from registry.web.rounds.asking_schools import asking

blueprint = Blueprint("rounds", __name__, url_prefix="/jaar/rondes")
blueprint.add_app_template_filter(judged_words)
TIME_TO_ANSWER = timedelta(weeks=8)


class OpenForm(RegisterForm):
    """A new round: its year, and until when there is to answer."""

    year = fields.number(ReviewRound.year, help="De ronde krijgt dit jaar als naam.")
    answer_by = fields.day(ReviewRound.answer_by, "Op welke dag moeten de antwoorden er uiterlijk zijn?", required=True)


class TermForm(RegisterForm):
    """Another day to answer by."""

    answer_by = fields.day(ReviewRound.answer_by, "Op welke dag moeten de antwoorden er uiterlijk zijn?", required=True)


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show all rounds, the newest first, each with how far it is."""
    today = date.today()
    told = [(one, own_progress(db.session, one.id, one.closed_on or today)) for one in rounds(db.session)]
    return render_template("rounds/index.html", rounds=told)


@blueprint.route("/openen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add() -> Response | tuple[str, int]:
    """Open the round of a year."""
    today = date.today()
    taken = {one.year for one in rounds(db.session)}
    year = today.year + 1 if today.year in taken else today.year
    form = OpenForm(data={"year": year, "answer_by": day_at_work(today + TIME_TO_ANSWER)})
    if one := form.save(lambda: open_round(db.session, form.year.data, form.answer_by.data, today)):
        flash(f"{one.name} is geopend.")
        return redirect(url_for("rounds.show", round_id=one.id))
    running = [one for one in rounds(db.session) if one.closed_on is None]
    asks = is_anything_to_ask(db.session, today)
    return render_template("rounds/open.html", form=form, running=running, asks=asks), form.status


@blueprint.get("/<number:round_id>")
@needs(Right.READ)
def show(round_id: int) -> str:
    """Show how far each school is, how the agreements stand, what schools remarked, and the actions."""
    one, today = fetch(db.session, ReviewRound, round_id), date.today()
    on = one.closed_on or today
    parts = progress(db.session, round_id, on)
    return render_template(
        "rounds/show.html",
        round=one,
        schools=[part for part in parts if part.school_id is not None],
        board=next((part for part in parts if part.school_id is None), None),
        total=own_progress(db.session, round_id, on),
        replies={f"{name} {reply.value}": many for (name, reply), many in replies(db.session, round_id, on).items()},
        agreements=agreement_lines(db.session, round_id, on),
        remarks=remarks(db.session, round_id),
        actions=round_actions(db.session, round_id),
        running=one.is_running(today),
        reported_on=min(today, school_year_end(on)),
        today=today,
        **_asked(one, today),
    )


def _asked(one: ReviewRound, today: date) -> dict[str, Any]:
    """Who answers for each school, and how they are asked; nothing where nobody can answer, or asking is not theirs."""
    may_ask = viewer_of(db.session).may(Right.EDIT_REGISTER) and current_app.config["SIGN_IN"]
    if not may_ask or not one.is_running(today):
        return {}
    return {"answerers": who_answers(db.session), "asking": partial(asking, one)}


@blueprint.route("/<number:round_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(round_id: int) -> Response | tuple[str, int]:
    """Choose another day to answer by."""
    one = fetch(db.session, ReviewRound, round_id)
    form = TermForm(obj=one)
    if form.save(lambda: edit_round(db.session, round_id, form.seen, form.answer_by.data)):
        flash("De dag is gewijzigd.")
        return redirect(url_for("rounds.show", round_id=round_id))
    return render_template("rounds/term.html", form=form, round=one), form.status


@blueprint.route("/<number:round_id>/stilleggen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def stop(round_id: int) -> Response | tuple[str, int]:
    """Stop the round half-way."""
    return _step(round_id, "rounds/stop.html", "is stilgelegd", stop_round, date.today())


@blueprint.route("/<number:round_id>/opnemen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def resume(round_id: int) -> Response | tuple[str, int]:
    """Take the round up again."""
    return _step(round_id, "rounds/resume.html", "loopt weer", resume_round)


@blueprint.route("/<number:round_id>/bijwerken", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def refresh(round_id: int) -> Response | tuple[str, int]:
    """Add what came into force since the round was opened."""
    one, form = fetch(db.session, ReviewRound, round_id), RegisterForm()
    added = form.save(lambda: refresh_lines(db.session, round_id, date.today()))
    if added is None:
        return render_template("rounds/refresh.html", form=form, round=one), form.status
    agreements, uses = added
    many = dutch.count(agreements, "overeenkomst", "overeenkomsten"), dutch.count(uses, "product", "producten")
    if agreements or uses:
        flash(f"Erbij: {many[0]}, en {many[1]} van scholen.")
    else:
        flash("De ronde was al bij. Er is niets toegevoegd.", "info")
    return redirect(url_for("rounds.show", round_id=round_id))


def _step(round_id: int, template: str, told: str, verb: Any, *given: Any) -> Response | tuple[str, int]:
    one = fetch(db.session, ReviewRound, round_id)
    form = RegisterForm(obj=one)
    if form.save(lambda: verb(db.session, round_id, form.seen, *given)):
        flash(f"{one.name} {told}.")
        return redirect(url_for("rounds.show", round_id=round_id))
    return render_template(template, form=form, round=one), form.status
