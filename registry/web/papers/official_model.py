"""The screens of the official model: bring the Word file, confirm which field belongs to each blank, keep it."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs
from registry.database import db
from registry.errors import NotFound
from registry.model import PaperTemplate
from registry.model.paper_template import OFFICIAL_FILE, OFFICIAL_MODEL
from registry.queries.papers.paper_templates import template_versions
from registry.services.paper.fields import text_fields
from registry.services.paper.own_templates import fill_official_model
from registry.services.paper.proposing import Proposal, proposals
from registry.services.records import fetch
from registry.web.forms import RegisterForm
from registry.web.papers.template_form import OfficialForm

OPEN = SelectChoice("", "Laat open: dit vult u zelf in")
GROUPS = {
    "bestuur": "Het schoolbestuur",
    "leverancier": "De leverancier",
    "overeenkomst": "De overeenkomst",
    "document": "Het document zelf",
}

blueprint = Blueprint("official_model", __name__, url_prefix="/sjablonen/officieel-model")


class BlankSelect(SelectField):
    """The field that belongs to one blank; the proposal is chosen beforehand."""

    def __init__(self, label: str, number: int, **given: Any) -> None:
        super().__init__(label, **given)
        self.number = number


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.SET_UP)
def add() -> Response | tuple[str, int]:
    """Bring the official Word file."""
    form = OfficialForm()
    if template := form.save(form.add):
        return redirect(url_for("official_model.blanks", template_id=template.id))
    kept = template_versions(db.session, OFFICIAL_FILE)
    return render_template("official_model/add.html", form=form, kept=kept), form.status


@blueprint.route("/<number:template_id>", methods=["GET", "POST"])
@needs(Right.SET_UP)
def blanks(template_id: int) -> Response | tuple[str, int]:
    """Show the blanks of the file in order, each with its proposal, and keep the template once all are confirmed."""
    source = fetch(db.session, PaperTemplate, template_id)
    if source.paper != OFFICIAL_FILE:
        raise NotFound("Dit is geen officieel model.")
    found = proposals(source.content, _before())
    form = blanks_form(found)
    if template := form.save(lambda: fill_official_model(db.session, template_id, _chosen(form), date.today())):
        flash(f"“{template.named}” is bewaard en in gebruik. De tekst van het model is niet veranderd.")
        return redirect(url_for("word_templates.show", name=OFFICIAL_MODEL))
    page = {"source": source, "found": found, "form": form, "offered": text_fields(OFFICIAL_MODEL)}
    return render_template("official_model/blanks.html", **page), form.status


def blanks_form(found: list[Proposal]) -> RegisterForm:
    """Return the form with a choice for each blank."""
    choices = field_choices()
    made = {
        blank_name(one.blank.number): BlankSelect(
            f"Plek {one.blank.number}", one.blank.number, choices=choices, default=one.field
        )
        for one in found
    }
    form: RegisterForm = type("BlanksForm", (RegisterForm,), made)()
    return form


def blank_name(number: int) -> str:
    """Return the name of the field of the blank with this number."""
    return f"plek_{number}"


def field_choices() -> list[SelectChoice]:
    """Return the fields that can take the place of a blank, by the thing that they are about."""
    by_thing = sorted(text_fields(OFFICIAL_MODEL).items(), key=lambda one: list(GROUPS).index(_thing(one[0])))
    return [OPEN, *(_choice(path, field.sentence) for path, field in by_thing)]


def _choice(path: str, sentence: str) -> SelectChoice:
    # The thing stands in the choice as well: a closed list shows no group, and both parties have an address.
    return SelectChoice(path, f"{_thing(path)}: {sentence}", optgroup=GROUPS[_thing(path)])


def _thing(path: str) -> str:
    return path.partition(".")[0]


def _before() -> bytes | None:
    """The template that was made of the official model last time."""
    versions = template_versions(db.session, OFFICIAL_MODEL)
    return versions[0].content if versions else None


def _chosen(form: RegisterForm) -> dict[int, str]:
    return {field.number: field.data for field in form if isinstance(field, BlankSelect)}
