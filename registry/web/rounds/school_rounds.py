"""A school's page in a round: five minutes on a phone, product by product."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.dutch import count
from registry.model import Review, ReviewRound, School
from registry.queries.rounds.progress import Progress
from registry.queries.rounds.round_lines import UseLine, use_lines
from registry.queries.rounds.round_words import use_words
from registry.services.records import fetch
from registry.web.rounds.school_round_form import SchoolRoundForm, school_form

blueprint = Blueprint("school_rounds", __name__, url_prefix="/jaar/rondes")
blueprint.add_app_template_filter(use_words)


@blueprint.get("/<number:round_id>/scholen/<number:school_id>")
@needs(Right.READ)
def show(round_id: int, school_id: int) -> tuple[str, int]:
    """Show the products of the school with their questions, what waits for an answer first."""
    one, school, lines = _read(round_id, school_id)
    return _page(one, school, lines, school_form(lines))


@blueprint.post("/<number:round_id>/scholen/<number:school_id>")
@needs(Right.EDIT_USES)
def answer(round_id: int, school_id: int) -> Response | tuple[str, int]:
    """Keep all that was answered well, whichever of the buttons was pressed; what was not is shown again."""
    one, school, lines = _read(round_id, school_id)
    form = school_form(lines)
    kept = form.answer(date.today())
    if kept:
        flash(f"Bewaard: {count(len(kept), 'product', 'producten')}.")
    if form.errors or form.conflict:
        return _again(one, school, form, kept)
    if not kept:
        flash("Er is niets veranderd.", "info")
    return redirect(url_for("school_rounds.show", round_id=round_id, school_id=school_id))


def _again(one: ReviewRound, school: School, form: SchoolRoundForm, kept: list[Review]) -> tuple[str, int]:
    asked = form.lines.keys()  # who added a product meanwhile finds it on the next page
    lines = [line for line in _read(one.id, school.id)[2] if line.review.id in asked]
    form.show_anew(lines, kept)
    return _page(one, school, lines, form)


def _read(round_id: int, school_id: int) -> tuple[ReviewRound, School, list[UseLine]]:
    one, school = fetch(db.session, ReviewRound, round_id), fetch(db.session, School, school_id)
    return one, school, use_lines(db.session, one, school_id, one.closed_on or date.today())


def _page(one: ReviewRound, school: School, lines: list[UseLine], form: SchoolRoundForm) -> tuple[str, int]:
    page = render_template(
        "school_rounds/show.html",
        round=one,
        school=school,
        lines=lines,
        form=form,
        progress=Progress(len(lines), sum(line.review.answered_on is not None for line in lines)),
        running=one.is_running(date.today()),
    )
    return page, form.status
