"""The screens of paper against practice: what was looked at, the five-minute form, one check, and a note to send on."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs, viewer_of
from registry.database import db
from registry.model import PracticeCheck, PracticeRow, PrivacyAnnex, Product, School
from registry.model.practice_check import RowKind, Seen
from registry.queries.asking.practice import (
    answer_in,
    asked_of,
    check_before,
    checks_of,
    products_in_use,
    question_words,
)
from registry.queries.asking.practice_note import practice_note
from registry.queries.uses.product_schools import product_with_schools, running_uses
from registry.services.asking.practice import check_practice
from registry.services.records import fetch
from registry.web.asking.practice_form import PracticeForm, practice_form
from registry.web.paging import page_of

blueprint = Blueprint("practice", __name__)
blueprint.add_app_template_filter(question_words)


@blueprint.get("/jaar/praktijk")
@needs(Right.READ)
def index() -> str:
    """Show the products in use, with when each was held beside practice."""
    today = date.today()
    products = products_in_use(db.session, today)
    page = page_of(lambda skip, most: (products[skip : skip + most], len(products)))
    return render_template("practice/index.html", page=page, today=today)


@blueprint.get("/producten/<number:product_id>/praktijk")
@needs(Right.READ)
def product(product_id: int) -> str:
    """Show all checks of one product, the newest first."""
    one = fetch(db.session, Product, product_id)
    now = one.privacy_annex_on(date.today()) if one.supplier.is_held_to_agreement else None
    checks = checks_of(db.session, product_id)
    return render_template("practice/product.html", product=one, checks=checks, now=now)


@blueprint.route("/producten/<number:product_id>/praktijk/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def add(product_id: int) -> str | Response | tuple[str, int]:
    """Ask what is really in the app; without an annex that holds there is nothing to ask."""
    one, today = product_with_schools(db.session, product_id), date.today()
    annex, schools = one.privacy_annex_on(today), _schools(one, today)
    if annex is None or not one.supplier.is_held_to_agreement or not (schools or _sees_all()):
        return render_template("practice/nothing.html", product=one, annex=annex)
    form = _form(annex, schools)
    if check := form.save(lambda: _saved(form, annex, today)):
        flash(_told(check))
        return redirect(url_for(".show", check_id=check.id))
    return render_template("practice/form.html", form=form, product=one, annex=annex, kinds=RowKind), form.status


@blueprint.get("/praktijk/<number:check_id>")
@needs(Right.READ)
def show(check_id: int) -> str:
    """Show one check beside the one before it."""
    check = fetch(db.session, PracticeCheck, check_id)
    before = check_before(db.session, check)
    return render_template(
        "practice/show.html",
        check=check,
        before=before,
        rows=[(row, answer_in(before, row)) for row in sorted(check.rows, key=_weight)],
        now=check.product.privacy_annex_on(date.today()),
    )


@blueprint.get("/praktijk/<number:check_id>/notitie")
@needs(Right.READ)
def note(check_id: int) -> str:
    """Show the note on what differs, as text to send on."""
    check = fetch(db.session, PracticeCheck, check_id)
    return render_template("practice/note.html", check=check, text=practice_note(check))


def _weight(row: PracticeRow) -> tuple[bool, bool]:
    """What differs comes first, then what nobody knows."""
    return not row.is_mismatch, row.seen is not Seen.UNKNOWN


def _sees_all() -> bool:
    return viewer_of(db.session).schools is None


def _schools(product: Product, today: date) -> list[School]:
    return list({use.school.id: use.school for use in running_uses(product, today)}.values())


def _form(annex: PrivacyAnnex, schools: list[School]) -> PracticeForm:
    given: dict[str, Any] = {"annex": str(annex.id)}
    asked = request.args.get("school_id", "")
    if asked in {str(school.id) for school in schools}:
        given["school_id"] = int(asked)
    return practice_form(asked_of(annex))(schools, _sees_all(), data=given)


def _saved(form: PracticeForm, annex: PrivacyAnnex, today: date) -> PracticeCheck:
    answers = form.answers(annex.id)
    return check_practice(db.session, annex.id, form.about(), answers, form.rows()["extra"], today)


def _told(check: PracticeCheck) -> str:
    if not check.mismatches:
        return "Bewaard. Er zijn geen verschillen gevonden."
    number = len(check.mismatches)
    return (
        "Bewaard. Er is 1 verschil: dat staat bij de acties."
        if number == 1
        else (f"Bewaard. Er zijn {number} verschillen: die staan bij de acties.")
    )
