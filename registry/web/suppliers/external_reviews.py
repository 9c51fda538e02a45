"""The screens of external reviews: note a test of a supplier, and add to it."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import ExternalReview, Supplier
from registry.services.records import fetch
from registry.services.suppliers.external_reviews import add_review, edit_review
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("external_reviews", __name__, url_prefix="/toetsen")


class ReviewForm(RegisterForm):
    """What was tested, how far the test is, and what the board decided on it."""

    reviewer = fields.code(ExternalReview.reviewer, required=True)
    step = fields.code(ExternalReview.step)
    reviewed_on = fields.day(ExternalReview.reviewed_on)
    risk = fields.choice(
        ExternalReview.risk, help="Het zwaarste risico dat de toets noemt. Een toets geeft geen voldoende."
    )
    findings = fields.prose(ExternalReview.findings, help="Kort: wat viel op?")
    link = fields.line(ExternalReview.link, help="Rapporten van SIVON staan in de Dienst Verwerkersovereenkomsten.")
    decision = fields.prose(ExternalReview.decision, help="Bijvoorbeeld: het bestuur neemt dit risico tot 1 augustus.")


@blueprint.route("/nieuw/<number:supplier_id>", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(supplier_id: int) -> Response | tuple[str, int]:
    """Note an external review of this supplier."""
    supplier, form = fetch(db.session, Supplier, supplier_id), ReviewForm()
    if form.save(lambda: add_review(db.session, supplier_id, form.fields(), date.today())):
        flash("De toets is genoteerd.")
        return redirect(url_for("suppliers.show", supplier_id=supplier_id))
    return render_template("external_reviews/form.html", form=form, supplier=supplier, review=None), form.status


@blueprint.route("/<number:review_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(review_id: int) -> Response | tuple[str, int]:
    """Add to an external review, or mend it."""
    review = fetch(db.session, ExternalReview, review_id)
    supplier = fetch(db.session, Supplier, review.supplier_id)
    form = ReviewForm(obj=review, version=supplier.version)
    if form.save(lambda: edit_review(db.session, review_id, form.seen, form.fields(), date.today())):
        flash("De toets is bewaard.")
        return redirect(url_for("suppliers.show", supplier_id=supplier.id))
    return render_template("external_reviews/form.html", form=form, supplier=supplier, review=review), form.status
