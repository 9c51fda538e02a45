"""The screens of the history: what happened to one record, all changes, the same as a table, and taking back."""

from collections.abc import Iterator
from itertools import chain

from flask import Blueprint, Flask, Response, abort, current_app, render_template

from registry.access import Right, Viewer, needs, viewer_of
from registry.database import db, session_for
from registry.exchange.sheets.csv import MIMETYPE, csv_lines
from registry.queries.history.blocks import COUNTED, find_blocks
from registry.queries.history.kinds import PAGES, SLUGS, name_of, word_of
from registry.queries.history.rows import HEAD, last_line, rows
from registry.queries.history.wanted import Wanted
from registry.services.history.noting import note_export
from registry.services.history.undoing import refusal
from registry.services.records import fetch
from registry.web.history.history_filter import HistoryFilter
from registry.web.history.record_links import history_url, record_url
from registry.web.history.undoing import undo_url
from registry.web.paging import page_of

blueprint = Blueprint("history", __name__, url_prefix="/geschiedenis")
blueprint.add_app_template_global(history_url)
SHOWN = 8  # fields at once in the list of all changes; the rest is on the page of the record


@blueprint.get("/")
@needs(Right.READ_HISTORY)
def index() -> str:
    """Show all changes that the address asks for."""
    wished = HistoryFilter()
    wanted = wished.wanted()
    page = page_of(lambda skip, most: find_blocks(db.session, wanted, skip, most))
    return render_template("history/index.html", form=wished, page=page, slugs=SLUGS, shown=SHOWN, counted=COUNTED)


@blueprint.get("/csv")
@needs(Right.READ_HISTORY)
def export() -> Response:
    """Send all lines that the address asks for, as a table; the history tells that somebody took it."""
    wanted = HistoryFilter().wanted()
    up_to = last_line(db.session)
    note_export(db.session)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    response = Response(_sent(app, viewer_of(db.session), wanted, up_to), mimetype=MIMETYPE)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers.set("Content-Disposition", "attachment", filename="geschiedenis.csv")
    return response


def _sent(app: Flask, viewer: Viewer, wanted: Wanted, up_to: int) -> Iterator[bytes]:
    """The bytes, from a session of their own: that of the request ends before the first of them is sent."""
    with app.app_context():
        yield from csv_lines(chain([HEAD], rows(session_for(viewer), wanted, up_to)))


@blueprint.get("/<slug>/<number:number>")
@needs(Right.READ)
def record(slug: str, number: int) -> str:
    """Show what happened to one record."""
    if slug not in PAGES:
        abort(404)
    found = fetch(db.session, PAGES[slug], number)
    table, reads_all = found.__tablename__, viewer_of(db.session).may(Right.READ_HISTORY)
    wanted = Wanted(record=(table, number), with_notes=reads_all)
    page = page_of(lambda skip, most: find_blocks(db.session, wanted, skip, most))
    undo = undo_url(found) if page.page == 1 and page.items else ""
    return render_template(
        "history/record.html",
        name=name_of(found),
        kind=word_of(table),
        page=page,
        counted=COUNTED,
        back=record_url(table, number),
        reads_all=reads_all,
        undo=undo,
        refusal=refusal(db.session, found) if undo else "",
    )
