"""The screens on which the public page of a school is switched on, looked at, and taken over by its own website."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from markupsafe import escape
from werkzeug.wrappers import Response
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from registry.access import Right, needs
from registry.database import db
from registry.model import ParentsPage, School, SchoolBoard
from registry.model.base import label_of
from registry.model.parents_page import Part
from registry.queries.parents.addresses import page_of
from registry.queries.parents.parents_page import parents_page
from registry.queries.uses.school_list import school_list
from registry.services.parents.parents_page import proposed_page, set_parents_page
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields
from registry.web.parents.parents_page import written

blueprint = Blueprint("parents_page_settings", __name__, url_prefix="/scholen/<number:school_id>/openbare-pagina")

# What a school puts into a page of its own website: a link, which the list takes the place of.
SNIPPET = """<div id="leveranciers">
  <a href="{page}">Wie krijgt gegevens van leerlingen van {school}?</a>
</div>
<script>
  fetch("{fragment}")
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
    .then((list) => (document.getElementById("leveranciers").innerHTML = list))
    .catch(() => "de link blijft staan");
</script>
"""


class ParentsPageForm(RegisterForm):
    """Whether parents can see the page, where, and what stands on it."""

    is_on = fields.yes(ParentsPage.is_on, help="Iedereen met het adres kan de pagina dan lezen, zonder account.")
    slug = fields.line(
        ParentsPage.slug, required=True, help="Het laatste deel. Een eerder adres blijft naar de pagina leiden."
    )
    parts = SelectMultipleField(
        label_of(ParentsPage.parts),
        choices=[SelectChoice(part.value, part.label) for part in Part],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        description="Product, leverancier en waarvoor staan er altijd.",
    )


@blueprint.get("")
@needs(Right.SET_UP)
def show(school_id: int) -> str:
    """Show whether the page is on, where it stands, and how a website takes it over."""
    school, page = _school_and_page(school_id)
    return render_template(
        "parents_page_settings/show.html",
        school=school,
        page=page,
        parts=list(Part),
        address=_address(".show", page),
        json_address=_address(".as_json", page),
        snippet=_snippet(school, page),
        unsettled=_unsettled(school_id),
        is_open=school.is_open(date.today()),
    )


@blueprint.route("/wijzigen", methods=["GET", "POST"])
@needs(Right.SET_UP)
def edit(school_id: int) -> Response | tuple[str, int]:
    """Switch the page on or off, change its address and what stands on it."""
    school, page = _school_and_page(school_id)
    form = ParentsPageForm(obj=page)
    if form.save(lambda: set_parents_page(db.session, school_id, form.seen, form.fields(), date.today())):
        flash("De openbare pagina is bewaard.")
        return redirect(url_for(".show", school_id=school_id))
    return render_template("parents_page_settings/form.html", form=form, school=school), form.status


@blueprint.get("/voorbeeld")
@needs(Right.SET_UP)
def preview(school_id: int) -> str:
    """Show the page as parents see it, or will see it once it is switched on."""
    _, page = _school_and_page(school_id)
    told = parents_page(db.session, page, db.session.get(SchoolBoard, 1), date.today())
    sentence = "Zo zien ouders de pagina." if page.is_on else "Zo zien ouders de pagina zodra u haar aanzet."
    return written(told, "parents/page.html", preview=sentence, back=url_for(".show", school_id=school_id))


def _school_and_page(school_id: int) -> tuple[School, ParentsPage]:
    """The school with its page, or with the page that it would get."""
    school = fetch(db.session, School, school_id)
    return school, page_of(db.session, school_id) or proposed_page(db.session, school)


def _address(endpoint: str, page: ParentsPage) -> str:
    return url_for(f"parents_page{endpoint}", slug=page.slug, _external=True)


def _snippet(school: School, page: ParentsPage) -> str:
    at = {"page": _address(".show", page), "fragment": _address(".fragment", page)}
    return SNIPPET.format(school=escape(school.name), **at)


def _unsettled(school_id: int) -> list[str]:
    """The products of which the list in the schoolgids rests on a leaflet that was not accepted: the page does not."""
    rows: Any = school_list(db.session, school_id, date.today()).rows
    return list(dict.fromkeys(row.product for row in rows if row.is_proposal))
