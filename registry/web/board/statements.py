"""The screens of statements to parents: the list, one statement, and its form."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs
from registry.database import db
from registry.model import School, Statement
from registry.queries.board.statements import consent_words, statements_by_kind
from registry.services.board.statements import add_statement, edit_statement
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("statements", __name__, url_prefix="/verklaringen")
blueprint.add_app_template_filter(consent_words)


class StatementForm(RegisterForm):
    """A text to parents, and how it came about."""

    kind = fields.choice(Statement.kind, radio=True)
    school_id = SelectField("Van wie is de tekst?", coerce=lambda value: int(value) if value else None)
    title = fields.line(Statement.title, required=True, help="Zoals de tekst heet. Bijvoorbeeld: Privacyreglement.")
    edition = fields.line(Statement.edition, help="Bijvoorbeeld: 2026-2027, of versie 3.")
    link = fields.line(Statement.link, help="Waar ouders de tekst kunnen lezen.")
    adopted_on = fields.day(Statement.adopted_on)
    review_on = fields.day(Statement.review_on, help="Een jaar later is gebruikelijk.")
    council = fields.choice(Statement.council, help="De raad die over deze tekst gaat.", radio=True)
    consent_asked_on = fields.day(Statement.consent_asked_on)
    consent_given_on = fields.day(Statement.consent_given_on)
    consent_undated = fields.yes(Statement.consent_undated)
    promises = fields.prose(
        Statement.promises,
        rows=5,
        help="Neem de zinnen over. Bijvoorbeeld: met alle leveranciers sluiten we een overeenkomst.",
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        schools = db.session.scalars(select(School).order_by(School.name))
        kept = self.school_id.object_data
        offered = [SelectChoice(one.id, one.name) for one in schools if one.closed_on is None or one.id == kept]
        self.school_id.choices = [SelectChoice("", "Het bestuur, voor alle scholen"), *offered]


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show all statements by kind."""
    groups = statements_by_kind(db.session)
    return render_template("statements/index.html", groups=groups, today=date.today())


@blueprint.get("/<number:statement_id>")
@needs(Right.READ)
def show(statement_id: int) -> str:
    """Show one statement with its consent and what it promises."""
    statement = fetch(db.session, Statement, statement_id)
    return render_template("statements/show.html", statement=statement, today=date.today())


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add() -> Response | tuple[str, int]:
    """Add a statement."""
    form = StatementForm()
    if statement := form.save(lambda: add_statement(db.session, form.fields(), date.today())):
        flash(f"“{statement.title}” is toegevoegd.")
        return redirect(url_for("statements.show", statement_id=statement.id))
    return render_template("statements/form.html", form=form, statement=None), form.status


@blueprint.route("/<number:statement_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(statement_id: int) -> Response | tuple[str, int]:
    """Edit a statement."""
    statement = fetch(db.session, Statement, statement_id)
    form = StatementForm(obj=statement)
    if form.save(lambda: edit_statement(db.session, statement_id, form.seen, form.fields(), date.today())):
        flash(f"“{statement.title}” is bewaard.")
        return redirect(url_for("statements.show", statement_id=statement_id))
    return render_template("statements/form.html", form=form, statement=statement), form.status
