"""One way to add a supplier completely: supplier, product, privacy annex, schools. It can be left and taken up again.

The first three steps are the ordinary screens, which with `?flow=1` in their address lead on to the next step.
"""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Product, Supplier
from registry.model.annex_state import AnnexStatus
from registry.queries.signals.some_files import lacking_files
from registry.queries.suppliers.doubles import known_as
from registry.queries.suppliers.owed import owed
from registry.queries.uses.product_schools import product_with_schools, running_uses, schools_beside
from registry.services.asking.app_requests import begin_uses
from registry.services.records import fetch
from registry.web.mending import action, linked, mended_at
from registry.web.products.flow_form import FlowUsesForm
from registry.web.products.requested import requested, requested_use
from registry.web.suppliers.catalogue import asked_entry, catalogue_choices

blueprint = Blueprint("flow", __name__, url_prefix="/leverancier-toevoegen")


def flows() -> bool:
    """Return whether this screen is shown as a step of the flow."""
    return request.args.get("flow") == "1"


def step_of(product: Product, today: date) -> int:
    """Return the number of the first step that this product still needs: 3 annex, 4 schools, 5 nothing more."""
    if not any(annex.status is not AnnexStatus.WITHDRAWN for annex in product.privacy_annexes):
        return 3
    return 5 if running_uses(product, today) else 4


def next_step(product: Product, today: date) -> str:
    """Return the address of the first step that this product still needs."""
    step = step_of(product, today)
    if step == 3 and (annex_step := linked("privacy_annexes.add", product_id=product.id, flow=1)):
        return annex_step
    return url_for("flow.done" if step == 5 else "flow.uses", product_id=product.id)


@blueprint.get("/")
@needs(Right.EDIT_REGISTER)
def start() -> str | Response:
    """Offer the starter catalogue; what is chosen leads to the form of the supplier, or to the supplier itself."""
    entry = asked_entry()
    if entry is None:
        return render_template("flow/start.html", choices=catalogue_choices(), asked=requested())
    if known := known_as(db.session, entry.supplier):
        flash(f"{known[0].name} staat al in het register.", "info")
        return redirect(url_for("flow.product", supplier_id=known[0].id, keuze=entry.code))
    return redirect(url_for("suppliers.add", flow=1, keuze=entry.code))


@blueprint.get("/<number:supplier_id>/product")
@needs(Right.EDIT_REGISTER)
def product(supplier_id: int) -> str | Response:
    """Lead to a new product; where there are products, show how far each is."""
    supplier, entry = fetch(db.session, Supplier, supplier_id), asked_entry()
    names = {product.name.casefold() for product in supplier.products}
    if not names or (entry and entry.product and entry.product.casefold() not in names):
        return redirect(url_for("products.add", supplier_id=supplier_id, flow=1, keuze=entry.code if entry else None))
    return render_template(
        "flow/product.html", supplier=supplier, next_step=next_step, running_uses=running_uses, today=date.today()
    )


@blueprint.route("/product/<number:product_id>/scholen", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def uses(product_id: int) -> Response | tuple[str, int]:
    """Ask which schools use the product, since when."""
    product, today = product_with_schools(db.session, product_id), date.today()
    running, others = running_uses(product, today), schools_beside(db.session, product, today)
    form = FlowUsesForm(others, requested_use())
    if form.save(lambda: _begin(form, product_id)):
        flash("Bewaard welke scholen dit gebruiken.")
        return redirect(url_for("flow.done", product_id=product_id))
    return render_template("flow/uses.html", form=form, product=product, running=running, others=others), form.status


def _begin(form: FlowUsesForm, product_id: int) -> bool:
    asked = requested()
    begin_uses(db.session, product_id, form.schools.data or [], form.since.data, asked.id if asked else None)
    return True


@blueprint.get("/product/<number:product_id>/klaar")
@needs(Right.READ)
def done(product_id: int) -> str:
    """Tell what stands in the register now, and what is still missing."""
    product, today = product_with_schools(db.session, product_id), date.today()
    (file,) = lacking_files(db.session, [product.supplier_id], today)
    return render_template(
        "flow/done.html",
        product=product,
        supplier=product.supplier,
        lacking=[(item, mended_at(item), action(item)) for item in owed(file, today)],
        running=running_uses(product, today),
        step=step_of(product, today),
        next_step=next_step(product, today),
        today=today,
    )
