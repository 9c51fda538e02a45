"""The screens of taking over a list: upload it, choose its columns, see what comes of it, confirm, and undo."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.errors import BrokenRule
from registry.model import Import, SchoolBoard
from registry.model.imports import ImportState
from registry.services.imports.choices import Choices
from registry.services.imports.importing import choose, let_go, offer_import, offered, preview, run_import
from registry.services.imports.plan import Action, Line, Plan
from registry.services.imports.sealing import seal
from registry.services.imports.tables import chosen_from, chosen_tables
from registry.services.imports.undoing import hindrances, undo_import
from registry.services.imports.words import about, assumed, records, told_together
from registry.services.records import fetch
from registry.web.first_steps import first_steps
from registry.web.forms import RegisterForm
from registry.web.imports.import_forms import (
    CheckForm,
    TableChoice,
    UploadForm,
    answers_in,
    columns_form,
    examples,
)
from registry.web.paging import page_of
from registry.web.uploads import uploaded

blueprint = Blueprint("imports", __name__, url_prefix="/inlezen")
SHAPES = {Action.ATTENTION: "warning", Action.NEW: "ok", Action.CHANGED: "info", Action.SAME: "neutral"}
STATES = {ImportState.OFFERED: "warning", ImportState.DONE: "ok", ImportState.UNDONE: "neutral"}


class SureForm(RegisterForm):
    """Nothing but the button."""


@blueprint.get("/")
@needs(Right.SET_UP)
def index() -> str:
    """Show the lists that were uploaded, the newest first."""

    def find(skip: int, most: int) -> tuple[Any, int]:
        newest = select(Import).order_by(Import.id.desc()).offset(skip).limit(most)
        return db.session.scalars(newest).all(), db.session.scalar(select(func.count(Import.id))) or 0

    return render_template("imports/index.html", page=page_of(find), states=STATES)


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.SET_UP)
def add() -> Response | tuple[str, int]:
    """Upload a list; nothing of it enters the register yet."""
    form = UploadForm()
    if one := form.save(lambda: _offer(form)):
        return redirect(url_for("imports.columns", import_id=one.id))
    return render_template("imports/upload.html", form=form), form.status


@blueprint.route("/<number:import_id>/kolommen", methods=["GET", "POST"])
@needs(Right.SET_UP)
def columns(import_id: int) -> Response | tuple[str, int]:
    """Choose the table, the kind of list, and what each column fills."""
    one = offered(db.session, import_id)
    stored = Choices.read(one.choices)
    first = chosen_tables(one)
    choice = TableChoice(first.workbook, stored)
    asked = stored
    if (choice.tabel.data, choice.soort.data) != (stored.table, stored.kind):
        asked = replace(stored, table=choice.tabel.data, kind=choice.soort.data, columns=None)
    chosen = first if asked is stored else chosen_from(first.workbook, first.blanked, asked)
    form = columns_form(chosen, asked, _board_number(), date.today())
    if form.save(lambda: choose(db.session, import_id, form.chosen(asked), form.save_mapping.data)):
        return redirect(url_for("imports.check", import_id=import_id))
    page = render_template(
        "imports/columns.html",
        form=form,
        one=fetch(db.session, Import, import_id),
        choice=choice,
        chosen=chosen,
        examples=examples,
    )
    return page, form.status


@blueprint.route("/<number:import_id>/controle", methods=["GET", "POST"])
@needs(Right.SET_UP)
def check(import_id: int) -> Response | tuple[str, int]:
    """Show what comes of the list; take the answers to questions; and take the list over, once confirmed."""
    today, now = date.today(), datetime.now(UTC)
    if request.method == "POST" and ("answers" in request.form or _says_other(import_id, today)):
        return _answer(import_id)
    form = CheckForm()
    if form.save(lambda: run_import(db.session, import_id, form.seal.data or "", form.skip.data, today, now)):
        flash("De lijst is ingelezen.")
        return redirect(url_for("imports.show", import_id=import_id))
    one = offered(db.session, import_id)
    try:
        plan = preview(db.session, import_id, today)
    except BrokenRule as fault:  # something of the list itself is to be chosen first
        flash(fault.sentence, "error")
        return redirect(url_for("imports.columns", import_id=import_id))
    form.seal.data = seal(db.session, one, plan, now)
    return _check_page(one, plan, form), form.status


@blueprint.get("/<number:import_id>")
@needs(Right.SET_UP)
def show(import_id: int) -> Response | str:
    """Show what an import did; one that was not confirmed yet is shown as its preview."""
    one = fetch(db.session, Import, import_id)
    if one.state is ImportState.OFFERED:
        return redirect(url_for("imports.check", import_id=import_id))
    found = hindrances(db.session, one) if one.state is ImportState.DONE else []
    steps = first_steps(date.today())
    return render_template("imports/show.html", one=one, hindrances=found, states=STATES, steps=steps)


@blueprint.route("/<number:import_id>/ongedaan-maken", methods=["GET", "POST"])
@needs(Right.SET_UP)
def undo(import_id: int) -> Response | tuple[str, int]:
    """Take a whole import back, after asking."""
    one, form = fetch(db.session, Import, import_id), SureForm()
    if form.save(lambda: undo_import(db.session, import_id, datetime.now(UTC))):
        flash("De lijst is ongedaan gemaakt. Het register is weer zoals het was.")
        return redirect(url_for("imports.show", import_id=import_id))
    return render_template("imports/undo.html", form=form, one=fetch(db.session, Import, one.id)), form.status


@blueprint.route("/<number:import_id>/weggooien", methods=["GET", "POST"])
@needs(Right.SET_UP)
def remove(import_id: int) -> Response | tuple[str, int]:
    """Let go of a list that was never taken over, after asking."""
    one, form = offered(db.session, import_id), SureForm()
    name = one.name
    if form.is_submitted() and form.validate():
        let_go(db.session, import_id)
        flash(f"“{name}” is weggegooid. Er is niets van ingelezen.")
        return redirect(url_for("imports.index"))
    return render_template("imports/remove.html", form=form, one=one), form.status


def _offer(form: UploadForm) -> Import:
    return offer_import(db.session, *uploaded(form.file))


def _says_other(import_id: int, today: date) -> bool:
    """Whether answers were chosen that the page did not show yet: what comes of them is to be seen first."""
    given = answers_in(request.form)
    if not given or fetch(db.session, Import, import_id).state is not ImportState.OFFERED:
        return False
    shown = {question.code: question.answer for question in preview(db.session, import_id, today).questions}
    return any(shown.get(code, "") != answer for code, answer in given.items())


def _answer(import_id: int) -> Response:
    if SureForm().validate():
        stored = Choices.read(offered(db.session, import_id).choices)
        choose(db.session, import_id, replace(stored, answers={**stored.answers, **answers_in(request.form)}))
        flash("Uw antwoorden zijn verwerkt. Bekijk wat er nu gebeurt.")
    return redirect(url_for("imports.check", import_id=import_id))


def _check_page(one: Import, plan: Plan, form: CheckForm) -> str:
    wanted = request.args.get("toon", "")
    shown = [line for line in plan.in_order if not wanted or line.action.value == wanted]

    def find(skip: int, most: int) -> tuple[list[Line], int]:
        return shown[skip : skip + most], len(shown)

    return render_template(
        "imports/check.html",
        one=one,
        plan=plan,
        form=form,
        page=page_of(find),
        shapes=SHAPES,
        wanted=wanted,
        actions=list(Action),
        made=records(plan),
        assumed=assumed(plan),
        about=about,
        differences=lambda line: told_together(db.session, line),
    )


def _board_number() -> str:
    board = db.session.get(SchoolBoard, 1)
    return board.board_number if board else ""
