"""What is done to the ticked rows of a list at once: a page names what will happen, and then it is done."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField

from registry import dutch
from registry.access import Right, needs
from registry.database import db
from registry.model import CovenantEntry, Use
from registry.services.lists.covenant_checks import check_again, plan_checks
from registry.services.lists.step import Step, mark_of
from registry.services.lists.use_ends import end_uses, plan_ends
from registry.web.forms import RegisterForm, fields
from registry.web.numbers import record_number

blueprint = Blueprint("together", __name__, url_prefix="/samen")
NUMBER = "nummer"
Plan = Callable[[list[int], date], list[Step]]
Page = Response | tuple[str, int]


class EndForm(RegisterForm):
    """The last day; `seen` marks what the page said would happen."""

    on = fields.day(Use.until, "Laatste dag waarop de scholen dit gebruiken", required=True)
    seen = HiddenField(default="")

    def __init__(self) -> None:
        super().__init__(data={"on": date.today()})


class CheckForm(RegisterForm):
    """The day on which somebody looked, and where; `seen` marks what the page said would happen."""

    on = fields.day(CovenantEntry.checked_on, required=True, help="De dag waarop u op de lijst keek.")
    source = fields.line(CovenantEntry.source, help="Bijvoorbeeld: privacyconvenant.nl, lijst van deelnemers.")
    seen = HiddenField(default="")

    def __init__(self) -> None:
        super().__init__(data={"on": date.today()})


@blueprint.route("/convenant-nagaan", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def check() -> Page:
    """Note that the covenant's list still says the same of these suppliers."""
    form = CheckForm()
    return _together(
        form,
        lambda numbers, on: plan_checks(db.session, numbers, on),
        lambda numbers, on: check_again(db.session, numbers, on, form.source.data or "", date.today()),
        {"title": "Convenant nagegaan", "back": url_for("suppliers.index"), "primary": "Nagegaan: niets veranderd"},
    )


@blueprint.route("/gebruik-beeindigen", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def end() -> Page:
    """End the use of these products at the schools of the viewer."""
    return _together(
        EndForm(),
        lambda numbers, on: plan_ends(db.session, numbers, on),
        lambda numbers, on: end_uses(db.session, numbers, on),
        {"title": "Gebruik beëindigen", "back": url_for("lists.products"), "primary": "Beëindig het gebruik"},
    )


def _together(form: Any, plan: Plan, do: Plan, words: dict[str, str]) -> Page:
    numbers = list(dict.fromkeys(filter(None, map(record_number, request.args.getlist(NUMBER)))))
    if not numbers:
        flash("Kies eerst één of meer regels in de lijst.", "info")
        return redirect(words["back"])
    form.validate_on_submit()
    on = form.on.data or date.today()
    steps = plan(numbers, on)
    is_new = form.is_submitted() and not form.errors and form.seen.data != mark_of(steps)
    form.seen.data = mark_of(steps)
    changes = not is_new and any(not step.is_refused for step in steps)
    if changes and (done := form.save(lambda: do(numbers, on))):
        _tell(done)
        return redirect(words["back"])
    return render_template("together/confirm.html", form=form, steps=steps, is_new=is_new, **words), form.status


def _tell(steps: list[Step]) -> None:
    done = [step for step in steps if not step.is_refused]
    flash(f"Gedaan: {dutch.count(len(done), 'regel', 'regels')}.")
    if refused := [f"{step.name}: {step.sentence}" for step in steps if step.is_refused]:
        flash("Hier gebeurde niets. " + " ".join(refused), "warning")
