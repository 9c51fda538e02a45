"""The screens on which two suppliers that are one are put together: choose the other, see what comes of it, confirm."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.errors import NotFound
from registry.model import Supplier
from registry.queries.suppliers.merging import plan_merge
from registry.services.records import fetch
from registry.services.suppliers.merging import merge_suppliers
from registry.web.suppliers.merging_form import MergeForm, merge_form

blueprint = Blueprint("merging", __name__, url_prefix="/leveranciers/<number:supplier_id>/samenvoegen")


@blueprint.get("/")
@needs(Right.EDIT_REGISTER)
def choose(supplier_id: int) -> str | Response:
    """Ask with which other supplier this one is the same; a chosen one leads to the preview."""
    supplier = fetch(db.session, Supplier, supplier_id)
    others = db.session.scalars(select(Supplier).where(Supplier.id != supplier_id).order_by(Supplier.name)).all()
    if request.args.get("met") in {str(other.id) for other in others}:
        return redirect(url_for("merging.merge", supplier_id=supplier_id, other_id=int(request.args["met"])))
    return render_template("merging/choose.html", supplier=supplier, others=others)


@blueprint.route("/<number:other_id>", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def merge(supplier_id: int, other_id: int) -> Response | tuple[str, int]:
    """Show what comes of it when the other supplier goes up in this one, and do it."""
    if supplier_id == other_id:
        raise NotFound
    form = merge_form(plan_merge(db.session, *_both(supplier_id, other_id)))
    other = fetch(db.session, Supplier, other_id).name
    if kept := form.save(lambda: _merge(form, supplier_id, other_id)):
        flash(f"{other} is samengevoegd met {kept.name}.")
        return redirect(url_for("suppliers.show", supplier_id=supplier_id))
    kept, emptied = _both(supplier_id, other_id)  # read anew: a refused attempt has let go of them
    if form.conflict:
        form.remember(kept, emptied)
    return render_template("merging/merge.html", form=form, plan=plan_merge(db.session, kept, emptied)), form.status


def _both(*numbers: int) -> tuple[Any, Any]:
    kept, emptied = (fetch(db.session, Supplier, number) for number in numbers)
    return kept, emptied


def _merge(form: MergeForm, kept_number: int, emptied_number: int) -> Supplier:
    return merge_suppliers(db.session, kept_number, emptied_number, form.seen_both, form.choices(), form.names())
