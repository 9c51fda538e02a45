"""The screens of suppliers: the list, one supplier's whole story, its form, and taking it out of use."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Supplier
from registry.queries.board.custom_fields import custom_values
from registry.queries.suppliers.next_action import next_action
from registry.queries.suppliers.supplier_story import supplier_story
from registry.queries.suppliers.suppliers import find_suppliers
from registry.queries.uses.product_schools import running_uses
from registry.queries.year.action_list import open_actions
from registry.services.records import fetch
from registry.services.suppliers.suppliers import add_supplier, bring_back_supplier, edit_supplier, retire_supplier
from registry.web.forms.own_fields import with_own_fields
from registry.web.mending import action, linked, mended_at
from registry.web.onward import back_or
from registry.web.paging import page_of
from registry.web.products.flow import flows
from registry.web.suppliers.catalogue import asked_entry, supplier_values
from registry.web.suppliers.next_step import next_step_of
from registry.web.suppliers.retiring import BringBackForm, RetireForm
from registry.web.suppliers.supplier_filter import SupplierFilter
from registry.web.suppliers.supplier_form import ROLES, SupplierForm

blueprint = Blueprint("suppliers", __name__, url_prefix="/leveranciers")


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show the suppliers that the address asks for."""
    wished, today = SupplierFilter(), date.today()
    wanted = wished.wanted()
    page = page_of(lambda skip, most: find_suppliers(db.session, wanted, today, skip, most, wished.order))
    heads = wished.heads(
        [("Leverancier", "naam"), ("Convenant", "convenant"), "Overeenkomst", "Ontbreekt"], ["Ontbreekt"]
    )
    return render_template("suppliers/index.html", form=wished, page=page, heads=heads)


@blueprint.get("/<number:supplier_id>")
@needs(Right.READ)
def show(supplier_id: int) -> str:
    """Show everything about one supplier."""
    story = supplier_story(db.session, supplier_id, date.today())
    return render_template(
        "suppliers/show.html",
        story=story,
        supplier=story.supplier,
        next=next_step_of(next_action(story)),
        mended_at=mended_at,
        action=action,
        linked=linked,
        running_uses=running_uses,
        open_actions=open_actions(db.session, date.today(), supplier_id),
    )


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add() -> Response | tuple[str, int]:
    """Add a supplier, perhaps with what the starter catalogue knows of it, perhaps as the first step of the flow."""
    entry = asked_entry()
    form = with_own_fields(SupplierForm, custom_values(db.session))(data=supplier_values(entry))
    if supplier := form.save(lambda: add_supplier(db.session, form.fields(), form.rows(), form.own_values())):
        flash(f"{supplier.name} is toegevoegd.")
        return redirect(_after_adding(supplier))
    return render_template("suppliers/form.html", form=form, supplier=None, roles=ROLES, entry=entry), form.status


def _after_adding(supplier: Supplier) -> str:
    if flows():
        return url_for("flow.product", supplier_id=supplier.id, keuze=request.args.get("keuze"))
    return url_for("suppliers.show", supplier_id=supplier.id)


@blueprint.route("/<number:supplier_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(supplier_id: int) -> Response | tuple[str, int]:
    """Edit a supplier."""
    supplier = fetch(db.session, Supplier, supplier_id)
    form = with_own_fields(SupplierForm, custom_values(db.session, supplier=supplier_id))(obj=supplier)
    if form.save(
        lambda: edit_supplier(db.session, supplier_id, form.seen, form.fields(), form.rows(), form.own_values())
    ):
        flash(f"{supplier.name} is bewaard.")
        return redirect(back_or(url_for("suppliers.show", supplier_id=supplier_id)))
    return render_template("suppliers/form.html", form=form, supplier=supplier, roles=ROLES, entry=None), form.status


@blueprint.route("/<number:supplier_id>/uit-gebruik", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def retire(supplier_id: int) -> Response | tuple[str, int]:
    """Take a supplier out of use; all that was stays readable."""
    supplier, form = fetch(db.session, Supplier, supplier_id), RetireForm()
    if form.save(lambda: retire_supplier(db.session, supplier_id, form.on.data)):
        flash(f"{supplier.name} is niet meer in gebruik.")
        return redirect(url_for("suppliers.show", supplier_id=supplier_id))
    running = [use for product in supplier.products for use in running_uses(product, date.today())]
    return render_template("suppliers/retire.html", form=form, supplier=supplier, running=running), form.status


@blueprint.route("/<number:supplier_id>/weer-in-gebruik", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def bring_back(supplier_id: int) -> Response | tuple[str, int]:
    """Take a supplier into use again."""
    supplier, form = fetch(db.session, Supplier, supplier_id), BringBackForm()
    if form.save(lambda: bring_back_supplier(db.session, supplier_id)):
        flash(f"{supplier.name} is weer in gebruik.")
        return redirect(url_for("suppliers.show", supplier_id=supplier_id))
    return render_template("suppliers/bring_back.html", form=form, supplier=supplier), form.status
