"""The screens of papers: what can be made, one paper with what it lacks, its draft, and the final ones."""

from datetime import date
from functools import partial

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Agreement, GeneratedDocument, School, SchoolBoard
from registry.queries.suppliers.suppliers import find_with_agreement
from registry.services.history.noting import note_download
from registry.services.paper import MadePaper
from registry.services.records import fetch
from registry.web import downloads
from registry.web.paging import page_of
from registry.web.papers.paper_choice import ProcessorFilter
from registry.web.papers.paper_desk import Desk, FinishForm, board_desk, school_desk, supplier_desk, word_file

blueprint = Blueprint("papers", __name__, url_prefix="/documenten")


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show which papers can be made: the board's own, a list per school, an agreement per processor."""
    today = date.today()
    schools = [school for school in db.session.scalars(select(School).order_by(School.name)) if school.is_open(today)]
    wished = ProcessorFilter(request.args)
    page = page_of(partial(find_with_agreement, db.session, wished.wanted(), today))
    board = db.session.get(SchoolBoard, 1)
    return render_template("papers/index.html", board=board, schools=schools, page=page, form=wished)


@blueprint.get("/school/<number:school_id>")
@needs(Right.MAKE_SCHOOL_PAPER)
def school(school_id: int) -> tuple[str, int]:
    """Show the list of a school as a paper: what it will say and what it lacks."""
    return school_desk(school_id).page(FinishForm())


@blueprint.get("/school/<number:school_id>/concept")
@needs(Right.MAKE_SCHOOL_PAPER)
def school_draft(school_id: int) -> Response:
    """Give the draft of a school's list."""
    return school_desk(school_id).draft()


@blueprint.post("/school/<number:school_id>")
@needs(Right.MAKE_SCHOOL_PAPER)
def finish_school(school_id: int) -> Response | tuple[str, int]:
    """Make a school's list final."""
    return _finish(school_desk(school_id), "school")


@blueprint.get("/leverancier/<number:supplier_id>")
@needs(Right.MAKE_PAPER)
def supplier(supplier_id: int) -> tuple[str, int]:
    """Show the agreement with a supplier, or one of its annexes, as a paper."""
    return supplier_desk(supplier_id).page(FinishForm())


@blueprint.get("/leverancier/<number:supplier_id>/concept")
@needs(Right.MAKE_PAPER)
def supplier_draft(supplier_id: int) -> Response:
    """Give the draft of such a paper."""
    return supplier_desk(supplier_id).draft()


@blueprint.post("/leverancier/<number:supplier_id>")
@needs(Right.MAKE_PAPER)
def finish_supplier(supplier_id: int) -> Response | tuple[str, int]:
    """Make such a paper final."""
    return _finish(supplier_desk(supplier_id), "supplier")


@blueprint.get("/bestuur")
@needs(Right.MAKE_PAPER)
def school_board() -> tuple[str, int]:
    """Show a paper of the board: its register, its yearly report."""
    return board_desk().page(FinishForm())


@blueprint.get("/bestuur/concept")
@needs(Right.MAKE_PAPER)
def school_board_draft() -> Response:
    """Give the draft of such a paper."""
    return board_desk().draft()


@blueprint.post("/bestuur")
@needs(Right.MAKE_PAPER)
def finish_school_board() -> Response | tuple[str, int]:
    """Make such a paper final."""
    return _finish(board_desk(), "school_board")


@blueprint.get("/overeenkomst/<number:agreement_id>")
@needs(Right.MAKE_PAPER)
def agreement(agreement_id: int) -> Response:
    """Lead to the papers of this agreement."""
    found = fetch(db.session, Agreement, agreement_id)
    return redirect(url_for("papers.supplier", supplier_id=found.supplier_id, overeenkomst=found.id))


@blueprint.get("/bestand/<number:document_id>")
@needs(Right.READ)
def file(document_id: int) -> Response:
    """Give a final paper as it was made."""
    document = fetch(db.session, GeneratedDocument, document_id)
    note_download(db.session, "generated_document", document_id, document.title)
    return downloads.stored(document.file)


def _finish(desk: Desk, page: str) -> Response | tuple[str, int]:
    """Make the paper final and come back to its page, or give it where it is not kept; or say there why not."""
    form = FinishForm()
    made = form.save(desk.finish)
    if isinstance(made, MadePaper):
        return word_file(made)
    if made:
        flash(f"{made.title} is definitief gemaakt en bewaard.")
        return redirect(desk.url(page))
    return desk.page(form)
