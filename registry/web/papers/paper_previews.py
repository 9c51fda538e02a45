"""A paper to look at before it is made: what the Word file will say, with a link at everything that is missing."""

from functools import partial
from typing import Any

from flask import Blueprint, render_template, request

from registry.access import Right, needs
from registry.database import db
from registry.errors import BrokenRule, InvalidText, NotFound, TemplateRefused
from registry.model import PaperTemplate
from registry.queries.papers.places import places_of
from registry.services.paper.previewing import preview_paper
from registry.services.records import fetch
from registry.web.numbers import record_number
from registry.web.papers.paper_desk import Desk, board_desk, school_desk, supplier_desk
from registry.web.papers.paper_links import gap_url, open_places

TRYING = "sjabloon"  # in the address: the number of a version that is looked at before it is in use

blueprint = Blueprint("paper_previews", __name__, url_prefix="/documenten")


@blueprint.get("/school/<number:school_id>/voorbeeld")
@needs(Right.MAKE_SCHOOL_PAPER)
def school(school_id: int) -> tuple[str, int]:
    """Show what a paper about a school will say."""
    return _page(school_desk(school_id, trying := _trying()), trying)


@blueprint.get("/leverancier/<number:supplier_id>/voorbeeld")
@needs(Right.MAKE_PAPER)
def supplier(supplier_id: int) -> tuple[str, int]:
    """Show what a paper about a supplier will say."""
    return _page(supplier_desk(supplier_id, trying := _trying()), trying)


@blueprint.get("/bestuur/voorbeeld")
@needs(Right.MAKE_PAPER)
def school_board() -> tuple[str, int]:
    """Show what a paper about the board will say."""
    return _page(board_desk(trying := _trying()), trying)


def _page(desk: Desk, trying: PaperTemplate | None) -> tuple[str, int]:
    shown: dict[str, Any] = {
        "desk": desk,
        "trying": trying,
        "preview": None,
    }
    try:
        paper = desk.paper
        found = preview_paper(paper, desk.templates)
        places, back = places_of(db.session, [gap.where for gap in found.gaps]), desk.preview_url
        shown |= {"paper": paper, "preview": found, "places": open_places(found.gaps, places, back)}
        shown["gap_url"] = partial(gap_url, places=places, back=back)
    except (BrokenRule, TemplateRefused, InvalidText) as fault:
        shown["sentence"] = fault.sentence
    return render_template("paper_previews/show.html", **shown), 200


def _trying() -> PaperTemplate | None:
    if not (written := request.args.get(TRYING, "")):
        return None
    if (number := record_number(written)) is None:
        raise NotFound("Dit sjabloon bestaat niet.")
    return fetch(db.session, PaperTemplate, number)
