"""The screens of Word templates: which one each paper uses, its versions, its fields, bringing a new one."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.errors import NotFound
from registry.model import PaperTemplate, School
from registry.queries.papers.paper_templates import Key, template_versions, templates_in_use
from registry.services.paper import WORD, Origin, Template
from registry.services.paper.checking import check_template
from registry.services.paper.fields import field_lines
from registry.services.paper.own_templates import stop_using, use_template
from registry.services.paper.proposing import open_blanks
from registry.services.paper.template_kinds import TemplateKind, template_kind, template_kinds
from registry.services.paper.templates import Templates, Version
from registry.services.records import fetch
from registry.web.downloads import attachment
from registry.web.numbers import record_number
from registry.web.papers.paper_desk import own_templates
from registry.web.papers.template_form import ButtonForm, TemplateForm
from registry.web.papers.template_previews import preview_choices, preview_url, tried_on

blueprint = Blueprint("word_templates", __name__, url_prefix="/sjablonen")
InUse = dict[Key, PaperTemplate]


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show for each paper which template it gets."""
    own, in_use = own_templates(), templates_in_use(db.session)
    rows = [(kind, _current(kind, own, in_use), _schools_with_their_own(kind, in_use)) for kind in template_kinds()]
    return render_template("word_templates/index.html", rows=rows)


@blueprint.get("/<name>")
@needs(Right.READ)
def show(name: str) -> str:
    """Show one template with all its versions."""
    kind = template_kind(name)
    versions = template_versions(db.session, name)
    current = _current(kind, own_templates(), templates_in_use(db.session))
    page = {"kind": kind, "current": current, "versions": versions, "choices": preview_choices(tried_on(kind))}
    return render_template("word_templates/show.html", **page, form=ButtonForm())


@blueprint.get("/<name>/velden")
@needs(Right.READ)
def fields(name: str) -> str:
    """List every field that this template may use, with a sentence and an example, to copy."""
    kind = template_kind(name)
    return render_template("word_templates/fields.html", kind=kind, lines=field_lines(name))


@blueprint.route("/<name>/nieuw", methods=["GET", "POST"])
@needs(Right.SET_UP)
def add(name: str) -> Response | tuple[str, int]:
    """Bring a template; one that is not right is not kept, and the page says what is wrong with it."""
    kind = template_kind(name)
    if kind.is_official_model:
        return redirect(url_for("official_model.add"))
    form = TemplateForm(kind)
    if template := form.save(form.add):
        flash(f"“{template.named}” is bewaard. Het sjabloon is nog niet in gebruik.")
        return redirect(url_for("word_templates.version", template_id=template.id))
    return render_template("word_templates/form.html", form=form, kind=kind), form.status


@blueprint.get("/<name>/meegeleverd")
@needs(Right.READ)
def shipped(name: str) -> Response:
    """Give the template as it comes with the register, to edit in Word."""
    kind = template_kind(name)
    if not kind.is_shipped:
        raise NotFound("Hier hoort geen meegeleverd sjabloon bij.")
    return attachment(own_templates().shipped(name).content, f"{name}.docx", WORD)


@blueprint.get("/<name>/voorbeeld")
@needs(Right.READ)
def preview(name: str) -> Response:
    """Lead to the preview of this template's paper, about the record that was chosen."""
    number, trying = (record_number(request.args.get(asked)) for asked in ("van", "sjabloon"))
    if number is None:
        raise NotFound("Kies eerst waarvan u een voorbeeld wilt zien.")
    tried = fetch(db.session, PaperTemplate, trying) if trying else None
    return redirect(preview_url(tried_on(template_kind(name)), number, tried))


@blueprint.get("/versie/<number:template_id>")
@needs(Right.READ)
def version(template_id: int) -> str:
    """Show one version: what it asks for, and what can be done with it."""
    template = fetch(db.session, PaperTemplate, template_id)
    kind = template_kind(template.paper)
    report = check_template(template.content, template.paper)
    left = open_blanks(template.content) if kind.is_official_model else 0
    page = {"template": template, "kind": kind, "report": report, "choices": preview_choices(tried_on(kind))}
    return render_template("word_templates/version.html", **page, left=left, form=ButtonForm())


@blueprint.get("/versie/<number:template_id>/bestand")
@needs(Right.READ)
def file(template_id: int) -> Response:
    """Give the Word file of a version as it was brought."""
    template = fetch(db.session, PaperTemplate, template_id)
    return attachment(template.content, template.file.name, WORD)


@blueprint.post("/versie/<number:template_id>/gebruik")
@needs(Right.SET_UP)
def use(template_id: int) -> Response | tuple[str, int]:
    """Take a version in use."""
    return _done(template_id, use_template, "is nu in gebruik.")


@blueprint.post("/versie/<number:template_id>/stop")
@needs(Right.SET_UP)
def stop(template_id: int) -> Response | tuple[str, int]:
    """Take a version out of use."""
    return _done(template_id, stop_using, "is niet meer in gebruik.")


def _done(template_id: int, verb: object, said: str) -> Response:
    form = ButtonForm()
    if template := form.save(lambda: verb(db.session, template_id)):  # type: ignore[operator]
        flash(f"“{template.named}” {said}")
        return redirect(url_for("word_templates.show", name=template.paper))
    return redirect(url_for("word_templates.version", template_id=template_id))


def _current(kind: TemplateKind, own: Templates, in_use: InUse) -> Template | None:
    """What the board's papers of this kind are made from; None where it still has to be brought."""
    if not kind.is_shipped:
        found = in_use.get((kind.name, None))
        return Template(found.content, Origin.BOARD, Version.of(found)) if found else None
    return own.read(kind.name)


def _schools_with_their_own(kind: TemplateKind, in_use: InUse) -> list[School]:
    return [one.school for (name, _), one in in_use.items() if name == kind.name and one.school]
