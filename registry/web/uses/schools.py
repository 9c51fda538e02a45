"""The screens of schools: the list, one school, and its form."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Product, School
from registry.queries.rounds.running import school_part
from registry.queries.uses.school_counts import counting_sentence
from registry.queries.uses.school_list import school_list
from registry.queries.uses.school_rows import ListRow
from registry.queries.uses.schools import missing_of, school_lines, uses_beside_the_list
from registry.services.records import fetch
from registry.services.uses.schools import add_school, edit_school
from registry.web.first_steps import first_steps
from registry.web.forms import RegisterForm, fields
from registry.web.mending import linked, may_tell_of_products
from registry.web.numbers import record_number
from registry.web.onward import back_or
from registry.web.paging import page_of

blueprint = Blueprint("schools", __name__, url_prefix="/scholen")


class SchoolForm(RegisterForm):
    """A school's own data."""

    name = fields.line(School.name, required=True, help="Zoals ouders de school kennen. Bijvoorbeeld: De Zonnewijzer.")
    site_code = fields.line(
        School.site_code, help="BRIN met twee cijfers, bijvoorbeeld 16SW03. Staat bij DUO en in RIO."
    )
    sector = fields.code(School.sector)
    address = fields.line(School.address)
    postcode = fields.line(School.postcode)
    city = fields.line(School.city)
    website = fields.line(School.website)
    pupils = fields.number(School.pupils, help="Ongeveer is genoeg.")
    contact_function = fields.line(School.contact_function, help="Een functie, geen naam. Bijvoorbeeld: de directie.")
    contact_email = fields.line(School.contact_email)
    guide_note = fields.prose(
        School.guide_note, help="Bijvoorbeeld: Heeft u vragen over deze lijst? Loop gerust binnen."
    )
    closed_on = fields.day(
        School.closed_on, help="Alleen als de school dicht is. De lijsten van eerder blijven bewaard."
    )


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show all schools, the closed ones apart."""
    today = date.today()
    lines = school_lines(db.session, today)
    is_open = [line for line in lines if line.school.is_open(today)]
    return render_template("schools/index.html", open=is_open, closed=[line for line in lines if line not in is_open])


@blueprint.get("/<number:school_id>")
@needs(Right.READ)
def show(school_id: int) -> str:
    """Show one school with its list as parents will see it."""
    today = date.today()
    school = fetch(db.session, School, school_id)
    whole = school_list(db.session, school_id, today)
    page = page_of(lambda skip, most: (whole.lines[skip : skip + most], len(whole.lines)))
    return render_template(
        "schools/show.html",
        school=school,
        list=whole.part(page.first - 1, page.per_page) if page.total else whole,
        page=page,
        sentence=counting_sentence(whole.counts, school.name, today),
        beside=uses_beside_the_list(db.session, school_id, today),
        missing=missing_of(school),
        part=school_part(db.session, school_id, today),
        today=today,
        steps=first_steps(today) if "stap" in request.args else None,
        mended_at=_mended_at,
    )


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.SET_UP)
def add() -> Response | tuple[str, int]:
    """Add a school."""
    form = SchoolForm(data=_as_before())
    if school := form.save(lambda: add_school(db.session, form.fields())):
        flash(f"{school.name} is toegevoegd.")
        if "another" in request.form:
            return redirect(url_for(".add", na=school.id))
        return redirect(url_for(".show", school_id=school.id, stap=1))
    present = list(db.session.scalars(select(School.name).order_by(School.name, School.id)))
    return render_template("schools/form.html", form=form, school=None, present=present), form.status


@blueprint.route("/<number:school_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.SET_UP)
def edit(school_id: int) -> Response | tuple[str, int]:
    """Edit a school."""
    school = fetch(db.session, School, school_id)
    form = SchoolForm(obj=school)
    if form.save(lambda: edit_school(db.session, school_id, form.seen, form.fields())):
        flash(f"{school.name} is bewaard.")
        return redirect(back_or(url_for("schools.show", school_id=school_id)))
    return render_template("schools/form.html", form=form, school=school), form.status


def _as_before() -> dict[str, Any]:
    """What a next school mostly has in common with the one that was just added."""
    before = db.session.get(School, record_number(request.args.get("na", "")) or 0)
    return {name: getattr(before, name) for name in ("sector", "contact_function")} if before else {}


def _mended_at(row: ListRow, field: str) -> str:
    """The address where this field of the row is filled in; the product's own page while that has no screen."""
    table, number, _ = row.missing[field].where.split("/")
    here = request.path  # where who filled it in comes back
    if table == "use" and field == "purpose" and may_tell_of_products():
        return url_for("products.edit", product_id=row.product_id, terug=here, _anchor=Product.purpose_plain.key)
    if table == "use":
        return url_for("uses.edit", use_id=number, terug=here)
    if table == "privacy_annex":
        annex = linked("privacy_annexes.show", annex_id=number)
    else:
        annex = linked("privacy_annexes.add", product_id=row.product_id)
    return annex or url_for("products.show", product_id=row.product_id)
