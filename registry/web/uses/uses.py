"""The screens of one use: add it, look at it, edit it, end it."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry import dutch
from registry.access import Right, needs
from registry.database import db
from registry.model import Product, School, Use
from registry.queries.agreements.terms import outside_term
from registry.queries.uses.grid import grid
from registry.services.records import fetch
from registry.services.uses.uses import edit_use, end_use, proposal_for, start_use
from registry.web.numbers import record_number
from registry.web.onward import back_or
from registry.web.uses.use_form import ChooseForm, EndForm, UseForm

blueprint = Blueprint("uses", __name__, url_prefix="/gebruik")


@blueprint.get("/<number:use_id>")
@needs(Right.READ)
def show(use_id: int) -> str:
    """Show one use with all that is known about it."""
    use = fetch(db.session, Use, use_id)
    return render_template("uses/show.html", use=use, today=date.today(), outside=outside_term(db.session, use))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def add() -> str | Response | tuple[str, int]:
    """Add a use by the school and of the product in the address; ask for them when they are not there."""
    school_id, product_id = _number("school_id"), _number("product_id")
    if school_id is None or product_id is None:
        return _choose()
    school, product = fetch(db.session, School, school_id), fetch(db.session, Product, product_id)
    form = UseForm(product, data={"since": date.today(), "in_guide": True, **proposal_for(product)})
    if use := form.save(lambda: start_use(db.session, school_id, product_id, form.fields(), form.opened)):
        return _done(use, f"{use.school.name} gebruikt {use.product.name} vanaf {dutch.long_date(use.since)}.")
    return render_template("uses/form.html", form=form, use=None, school=school, product=product), form.status


@blueprint.route("/<number:use_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def edit(use_id: int) -> Response | tuple[str, int]:
    """Edit a use."""
    use = fetch(db.session, Use, use_id)
    form = UseForm(use.product, obj=use)
    if form.save(lambda: edit_use(db.session, use_id, form.seen, form.fields(), form.opened)):
        return _done(use, f"Het gebruik van {use.product.name} is bewaard.")
    return render_template("uses/form.html", form=form, use=use, school=use.school, product=use.product), form.status


@blueprint.route("/<number:use_id>/beeindigen", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def end(use_id: int) -> Response | tuple[str, int]:
    """End a use on a day."""
    use = fetch(db.session, Use, use_id)
    form = EndForm(obj=use)
    if form.save(lambda: end_use(db.session, use_id, form.until.data, form.seen)):
        return _done(use, f"De laatste dag van {use.product.name} is {dutch.long_date(form.until.data)}.")
    if not form.is_submitted():
        form.until.data = use.until or date.today()
    return render_template("uses/end.html", form=form, use=use), form.status


def _done(use: Use, sentence: str) -> Response:
    flash(sentence)
    if outside := outside_term(db.session, use):
        flash(outside.sentence, "warning")
    return redirect(back_or(url_for("schools.show", school_id=use.school_id)))


def _choose() -> str:
    known = grid(db.session, date.today())
    products = [(row.product_id, f"{row.product} ({row.supplier})") for row in known.rows]
    return render_template("uses/choose.html", form=ChooseForm(known.schools, products))


def _number(name: str) -> int | None:
    return record_number(request.args.get(name))
