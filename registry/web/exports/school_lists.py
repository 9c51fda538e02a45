"""The list for the schoolgids as HTML and as JSON: what the page for parents says, also while that is off."""

import json
from datetime import date
from typing import Any

from flask import Blueprint, Response

from registry.access import Right, needs
from registry.database import db
from registry.model import School, SchoolBoard
from registry.queries.parents.addresses import page_of
from registry.queries.parents.allowed import PublicPage, plain
from registry.queries.parents.parents_page import parents_page
from registry.services.parents.parents_page import proposed_page
from registry.services.records import fetch
from registry.web.downloads import attachment
from registry.web.parents.parents_page import JSON_VERSION, written

blueprint = Blueprint("school_lists", __name__, url_prefix="/scholen/<number:school_id>")


@blueprint.get("/lijst.html")
@needs(Right.READ)
def fragment(school_id: int) -> Response:
    """Send the list of this school as a piece of HTML for its own website."""
    page = _page(school_id)
    return attachment(written(page, "parents/fragment.html").encode(), _name(page, "html"), "text/html")


@blueprint.get("/lijst.json")
@needs(Right.READ)
def as_json(school_id: int) -> Response:
    """Send the list of this school as JSON; docs/ouderpagina.md tells its shape."""
    page = _page(school_id)
    told: dict[str, Any] = {"versie": JSON_VERSION, **plain(page, page.shown)}
    content = json.dumps(told, ensure_ascii=False, indent=2).encode()
    return attachment(content, _name(page, "json"), "application/json")


def _page(school_id: int) -> PublicPage:
    school = fetch(db.session, School, school_id)
    page = page_of(db.session, school_id) or proposed_page(db.session, school)
    return parents_page(db.session, page, db.session.get(SchoolBoard, 1), date.today())


def _name(page: PublicPage, extension: str) -> str:
    return f"Leverancierslijst {page.school} {page.on.isoformat()}.{extension}"
