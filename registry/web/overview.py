"""The screen that everybody opens first: what needs attention, what there is, and the first steps of a new register."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template

from registry.access import Right, needs, viewer_of
from registry.database import db
from registry.model import ReviewRound
from registry.queries.board.overview import counts, lacking_by_supplier
from registry.queries.board.pictures import (
    agreements_by_stage,
    last_day_ahead,
    months_ahead,
    schools_by_completeness,
)
from registry.queries.deadlines.due import due
from registry.queries.deadlines.who_does import only_looks_on
from registry.queries.remembered import remembered
from registry.queries.rounds.progress import Progress, own_progress
from registry.queries.rounds.running import running_round
from registry.queries.signals.told import all_signals, counted
from registry.queries.together import together
from registry.web.first_steps import first_steps
from registry.web.year.due_groups import due_groups
from registry.web.year.due_places import form_of, page_of

blueprint = Blueprint("overview", __name__)
MOST_SUPPLIERS = 10
MOST_BEHIND = 50  # lines behind a line that opens; the list of terms has them all, in pages
AHEAD = timedelta(days=100)


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show what needs attention and what there is; an empty register shows its first steps."""
    today = date.today()
    held = counts(db.session, today)
    steps = first_steps(today, held)
    if not held.boards:
        return render_template("overview/first_run.html", steps=steps)
    with together(db.session):
        in_a_year = due(db.session, today, last_day_ahead(today))
        pictures = remembered(db.session, ("overview", today), lambda: _of_signals(today))
        running = _running(today)
    found = [item for item in in_a_year if item.on <= today + AHEAD]
    items = [item for item in found if item.is_doable]
    others = [item for item in found if not item.is_doable]
    return render_template(
        "overview/index.html",
        counts=held,
        steps=steps,
        due=items,
        groups=due_groups(items, today),
        others=due_groups(others, today),
        number_of_others=len(others),
        looks_on=only_looks_on(viewer_of(db.session)),
        **pictures,
        months=months_ahead(in_a_year, today),
        running=running,
        today=today,
        most_suppliers=MOST_SUPPLIERS,
        most_behind=MOST_BEHIND,
        page_of=page_of,
        form_of=form_of,
    )


def _of_signals(today: date) -> dict[str, Any]:
    told, viewer = all_signals(db.session, today), viewer_of(db.session)
    is_theirs = viewer.may(Right.EDIT_REGISTER) or only_looks_on(viewer)  # a school cannot mend a supplier's file
    return {
        "incomplete": lacking_by_supplier(told) if is_theirs else [],
        "signals": counted(told),
        "stages": agreements_by_stage(db.session),
        "schools": schools_by_completeness(db.session, told, today),
    }


def _running(today: date) -> tuple[ReviewRound, Progress] | None:
    """The round that is open today and how far it is, as far as the viewer sees it."""
    running = running_round(db.session, today)
    if running is None:
        return None
    return running, own_progress(db.session, running.id, today)
