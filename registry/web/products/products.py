"""The screens of products: one product, its form, and taking it out of use."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Product, Supplier
from registry.queries.signals.some_files import product_file
from registry.queries.suppliers.owed import owed_on_product
from registry.queries.uses.product_schools import past_uses, running_uses
from registry.services.asking.app_requests import enter_product
from registry.services.records import fetch
from registry.services.suppliers.products import bring_back_product, edit_product, retire_product
from registry.web.mending import action, linked, mended_at
from registry.web.onward import back_or
from registry.web.products.flow import flows, next_step
from registry.web.products.product_form import ProductForm
from registry.web.products.requested import requested, requested_product
from registry.web.suppliers.catalogue import asked_entry, product_values
from registry.web.suppliers.retiring import BringBackForm, RetireForm

blueprint = Blueprint("products", __name__, url_prefix="/producten")


@blueprint.get("/<number:product_id>")
@needs(Right.READ)
def show(product_id: int) -> str:
    """Show one product with its annex versions, its schools and what is missing."""
    product, today = product_file(db.session, product_id), date.today()
    return render_template(
        "products/show.html",
        product=product,
        today=today,
        lacking=[(item, mended_at(item), action(item)) for item in owed_on_product(product, today)],
        running=running_uses(product, today),
        past=past_uses(product, today),
        linked=linked,
    )


@blueprint.route("/nieuw/<number:supplier_id>", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(supplier_id: int) -> Response | tuple[str, int]:
    """Add a product of this supplier, perhaps as the second step of the flow."""
    supplier, entry = fetch(db.session, Supplier, supplier_id), asked_entry()
    form, asked = ProductForm(data={**requested_product(), **product_values(entry)}), requested() if flows() else None
    number = asked.id if asked else None
    if product := form.save(
        lambda: enter_product(db.session, supplier_id, form.fields(), form.rows(), number, today=date.today())
    ):
        flash(f"{product.name} is toegevoegd.")
        onward = next_step(product, date.today()) if flows() else url_for("products.show", product_id=product.id)
        return redirect(onward)
    return render_template("products/form.html", form=form, supplier=supplier, product=None, entry=entry), form.status


@blueprint.route("/<number:product_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(product_id: int) -> Response | tuple[str, int]:
    """Edit a product."""
    product = fetch(db.session, Product, product_id)
    form, supplier = ProductForm(obj=product), product.supplier
    if form.save(
        lambda: edit_product(db.session, product_id, form.seen, form.fields(), form.rows(), today=date.today())
    ):
        flash(f"{product.name} is bewaard.")
        return redirect(back_or(url_for("products.show", product_id=product_id)))
    return render_template("products/form.html", form=form, supplier=supplier, product=product, entry=None), form.status


@blueprint.route("/<number:product_id>/uit-gebruik", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def retire(product_id: int) -> Response | tuple[str, int]:
    """Take a product out of use; all that was stays readable."""
    product, form = fetch(db.session, Product, product_id), RetireForm()
    if form.save(lambda: retire_product(db.session, product_id, form.on.data)):
        flash(f"{product.name} is niet meer in gebruik.")
        return redirect(url_for("products.show", product_id=product_id))
    running = running_uses(product, date.today())
    return render_template("products/retire.html", form=form, product=product, running=running), form.status


@blueprint.route("/<number:product_id>/weer-in-gebruik", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def bring_back(product_id: int) -> Response | tuple[str, int]:
    """Take a product into use again."""
    product, form = fetch(db.session, Product, product_id), BringBackForm()
    if form.save(lambda: bring_back_product(db.session, product_id)):
        flash(f"{product.name} is weer in gebruik.")
        return redirect(url_for("products.show", product_id=product_id))
    return render_template("products/bring_back.html", form=form, product=product), form.status
