"""The page for parents of one school as a page, as JSON and as a fragment for its website; the board's list of them."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response as AnyResponse

from registry.access import is_public
from registry.database import db, read_replica
from registry.queries.parents.addresses import page_at, public_board
from registry.queries.parents.allowed import PublicPage, plain
from registry.queries.parents.parents_page import parents_page
from registry.web.parents.answers import PREFIX, ROBOTS, kept, public_answer
from registry.web.parents.columns import columns_of

JSON_VERSION = 1
RULES = f"User-agent: *\nAllow: {PREFIX}/\nDisallow: /\n"

blueprint = Blueprint("parents_page", __name__)


class SlugConverter(BaseConverter):
    """The name of a school in an address."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"


@blueprint.record_once
def _know_slugs(state: BlueprintSetupState) -> None:
    state.app.url_map.converters["slug"] = SlugConverter


@blueprint.before_request
def _from_replica() -> None:
    """Spare the database itself: these pages may be a moment old anyway."""
    read_replica(db.session)


@blueprint.get(f"{PREFIX}/")
@is_public
def index() -> Response:
    """Show which schools of the board have a page."""
    board = public_board(db.session, date.today())
    return public_answer(render_template("parents/index.html", board=board or abort(404)), "text/html")


@blueprint.get(f"{PREFIX}/<slug:slug>")
@is_public
def show(slug: str) -> AnyResponse:
    """Show the page of one school."""
    return _answer(slug, lambda page: written(page, "parents/page.html"), "text/html")


@blueprint.get(f"{PREFIX}/<slug:slug>.json")
@is_public
def as_json(slug: str) -> AnyResponse:
    """Give the page of one school as JSON; docs/ouderpagina.md tells its shape."""
    return _answer(slug, _json, "application/json", is_open=True)


@blueprint.get(f"{PREFIX}/<slug:slug>/fragment")
@is_public
def fragment(slug: str) -> AnyResponse:
    """Give the page of one school as a piece of HTML for its own website."""
    return _answer(slug, lambda page: written(page, "parents/fragment.html"), "text/html", is_open=True)


@blueprint.get(ROBOTS)
@is_public
def robots() -> Response:
    """Tell search engines that only the pages for parents are for them."""
    return public_answer(RULES, "text/plain")


def written(page: PublicPage, template: str, **more: Any) -> str:
    """Return the page, written in this template."""
    return render_template(template, page=page, columns_of=columns_of, **more)


def _answer(slug: str, write: Callable[[PublicPage], str], media_type: str, is_open: bool = False) -> AnyResponse:
    on = date.today()
    found = page_at(db.session, slug, on) or abort(404)
    if found.page.slug != slug:
        moved = Response(status=301, headers={"Location": url_for(request.endpoint or "", slug=found.page.slug)})
        return kept(moved, is_open)
    return public_answer(write(parents_page(db.session, found.page, found.board, on)), media_type, is_open)


def _json(page: PublicPage) -> str:
    told = {"versie": JSON_VERSION, **plain(page, page.shown)}
    return json.dumps(told, ensure_ascii=False, indent=2)
