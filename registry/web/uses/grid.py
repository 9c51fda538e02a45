"""The screen "wie gebruikt wat": ticks for every school and product, all at once, per school or per product."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from registry import dutch
from registry.access import Right, needs
from registry.database import db
from registry.model import Product, School, Use
from registry.queries.agreements.terms import uses_outside_terms
from registry.queries.uses.grid import GridUse, grid, open_schools
from registry.services.records import fetch
from registry.services.uses.grid import Cell, Plan, mark_grid, plan_marks
from registry.web.uses.grid_form import LAST_YEAR, GridFilter, MarkForm

blueprint = Blueprint("grid", __name__, url_prefix="/wie-gebruikt-wat")
MOST_SQUARES = 30_000  # more makes a page of many megabytes
NOT_ON_THIS_DAY = "Op deze dag kan dat niet. Kies een andere dag, of haal deze vinkjes weg."


@blueprint.get("/")
@needs(Right.READ)
def index() -> tuple[str, int]:
    """Show the grid of all schools and products."""
    return _show(MarkForm())


@blueprint.get("/school/<number:school_id>")
@needs(Right.READ)
def school(school_id: int) -> tuple[str, int]:
    """Show all products as a list for one school."""
    return _show(MarkForm(), school_id)


@blueprint.get("/product/<number:product_id>")
@needs(Right.READ)
def product(product_id: int) -> tuple[str, int]:
    """Show all schools as a list for one product."""
    return _show(MarkForm(), product_id=product_id)


@blueprint.post("/")
@blueprint.post("/school/<number:school_id>")
@blueprint.post("/product/<number:product_id>")
@needs(Right.EDIT_USES)
def mark(school_id: int | None = None, product_id: int | None = None) -> Response | tuple[str, int]:
    """Tell what the ticks come to, ask whether that is right, and do it."""
    _place(school_id, product_id)
    form = MarkForm()
    if request.form.keys() & {"all", "back", "copy"} or not form.validate():
        return _show(form, school_id, product_id)
    plan = plan_marks(db.session, form.marks(), form.on.data, date.today())
    if plan.faults:
        form.form_errors.extend(plan.faults)
        form.on.errors = [NOT_ON_THIS_DAY]
        return _show(form, school_id, product_id)
    if plan.news or (plan.changes_something and "sure" not in request.form):
        return _confirm(form, plan)
    return _save(plan)


def _show(form: MarkForm, school_id: int | None = None, product_id: int | None = None) -> tuple[str, int]:
    school, product = _place(school_id, product_id)
    asked = GridFilter()
    most = None if school_id or product_id else MOST_SQUARES
    shown = grid(db.session, date.today(), asked.selection(school_id, product_id), most)
    marks = form.marks_on(shown)
    running = {(school, product) for school, product, use in shown.squares if use.id not in marks.ends}
    form.remember(shown.squares)
    page = render_template(
        "grid/list.html" if school_id or product_id else "grid/index.html",
        form=form,
        filter=asked,
        grid=shown,
        ticked=running | marks.starts,
        note=_note,
        school=school,
        product=product,
        sources=_sources(school_id) if school_id else [],
    )
    return page, form.status


def _sources(school_id: int) -> list[tuple[str, str]]:
    """From whom a school may copy its ticks: itself a year ago, and the other open schools that the viewer sees."""
    others = [(str(number), name) for number, name in open_schools(db.session, date.today()) if number != school_id]
    return [(LAST_YEAR, "deze school, een jaar geleden"), *others]


def _place(school_id: int | None, product_id: int | None) -> tuple[School | None, Product | None]:
    """The school or the product whose list it is; NotFound where there is none for this viewer."""
    school = fetch(db.session, School, school_id) if school_id else None
    return school, fetch(db.session, Product, product_id) if product_id else None


def _confirm(form: MarkForm, plan: Plan) -> tuple[str, int]:
    form.remember((use.school_id, use.product_id, use) for use in plan.ends)
    return render_template("grid/confirm.html", form=form, plan=plan, named=_named), 409 if plan.news else 200


def _named(cells: Sequence[Cell | Use]) -> list[tuple[str, list[str]]]:
    """The products of these cells, each with the names of its schools; two that are called alike stay two."""
    products = groupby(cells, key=lambda cell: cell.product)
    return [(product.name, [cell.school.name for cell in group]) for product, group in products]


def _save(plan: Plan) -> Response:
    mark_grid(db.session, plan.started, plan.ended, plan.on)
    more, fewer = (dutch.count(len(some), "vinkje", "vinkjes") for some in (plan.starts, plan.ends))
    if plan.changes_something:
        flash(f"Bewaard: {more} erbij, {fewer} weg. Onder de vinkjes kunt u dit ongedaan maken.")
    else:
        flash("Er is niets veranderd.", "info")
    _warn_outside_terms(plan)
    return redirect(request.full_path)  # the same page with the same filters, read anew


def _warn_outside_terms(plan: Plan) -> None:
    started = set(plan.started)
    uses = [one.use for one in uses_outside_terms(db.session, plan.on)] if started else []
    names = dict.fromkeys(use.product.name for use in uses if (use.school_id, use.product_id) in started)
    if names:
        day = dutch.long_date(plan.on)
        flash(f"Op {day} geldt er geen overeenkomst voor {dutch.enumeration(list(names))}.", "warning")


def _note(use: GridUse) -> str:
    """In a few letters since when the product is used, or what is going to change; it breaks at the blank only."""
    if use.until is not None:
        note = f"t/m {dutch.short_date(use.until)}"
    elif use.since > date.today():
        note = f"vanaf {dutch.short_date(use.since)}"
    else:
        note = f"sinds {use.since:%m-%Y}"
    return note.replace("-", "\N{NON-BREAKING HYPHEN}")
