"""A draft or a final paper as PDF, where LibreOffice is installed."""

from pathlib import PurePath

from flask import Blueprint
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.documents.pdf import pdf
from registry.model import GeneratedDocument
from registry.services.paper import MadePaper, draft
from registry.services.records import fetch
from registry.web.downloads import attachment
from registry.web.papers.paper_desk import Desk, board_desk, school_desk, supplier_desk

PDF = "application/pdf"
blueprint = Blueprint("paper_pdfs", __name__, url_prefix="/documenten")


@blueprint.get("/school/<number:school_id>/pdf")
@needs(Right.MAKE_SCHOOL_PAPER)
def school(school_id: int) -> Response:
    """Give the draft of a paper about a school as PDF."""
    return _draft_of(school_desk(school_id))


@blueprint.get("/leverancier/<number:supplier_id>/pdf")
@needs(Right.MAKE_PAPER)
def supplier(supplier_id: int) -> Response:
    """Give the draft of a paper about a supplier as PDF."""
    return _draft_of(supplier_desk(supplier_id))


@blueprint.get("/bestuur/pdf")
@needs(Right.MAKE_PAPER)
def school_board() -> Response:
    """Give the draft of a paper about the board as PDF."""
    return _draft_of(board_desk())


@blueprint.get("/bestand/<number:document_id>/pdf")
@needs(Right.READ)
def file(document_id: int) -> Response:
    """Give a final paper as PDF; the Word file is what the register keeps."""
    kept = fetch(db.session, GeneratedDocument, document_id)
    return _given(MadePaper(kept.file.content.content, (), kept.file.name, kept.title))


def _draft_of(desk: Desk) -> Response:
    return _given(draft(desk.paper, desk.templates))


def _given(made: MadePaper) -> Response:
    db.session.rollback()  # LibreOffice takes seconds: no look at the database stays open meanwhile
    return attachment(pdf(made.content), str(PurePath(made.file_name).with_suffix(".pdf")), PDF)
