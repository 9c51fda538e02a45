"""The screen that takes the last change of a record back: one address for each right that this takes."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs, viewer_of
from registry.database import db
from registry.queries.history.blocks import find_blocks
from registry.queries.history.kinds import PAGES, SLUGS, name_of, word_of
from registry.queries.history.last_change import is_added, last_change
from registry.queries.history.wanted import Wanted
from registry.services.history.editors import EDITORS
from registry.services.history.undoing import refusal, undo_last
from registry.services.records import fetch
from registry.web.forms import RegisterForm

blueprint = Blueprint("undoing", __name__, url_prefix="/geschiedenis")
ENDPOINTS = {right: f"undo_{right.name.lower()}" for right in dict.fromkeys(one.right for one in EDITORS.values())}


class UndoForm(RegisterForm):
    """Nothing but the button, and the number of the change that its reader saw."""


def undo_url(record: Any) -> str:
    """Return the address where the last change of this record is taken back; "" where the viewer may not edit it."""
    table = record.__tablename__
    if table not in EDITORS or not viewer_of(db.session).may(EDITORS[table].right):
        return ""
    return url_for(f"undoing.{ENDPOINTS[EDITORS[table].right]}", slug=SLUGS[table], number=record.id)


def _screen(right: Right) -> Callable[..., Response | tuple[str, int]]:
    @needs(right)
    def undo(slug: str, number: int) -> Response | tuple[str, int]:
        """Show what would be taken back, or why it cannot; take it back when asked."""
        record = fetch(db.session, PAGES[slug], number)
        table, name = record.__tablename__, name_of(record)
        last = last_change(db.session, table, number)
        form = UndoForm(data={"version": last.number if last else 0})
        if form.save(lambda: [undo_last(db.session, PAGES[slug], number, form.seen)]):
            flash(f"De laatste wijziging van {name} is teruggedraaid.")
            return redirect(_after(table, number))
        page = find_blocks(db.session, Wanted(record=(table, number), with_notes=False), 0, 1)[0]
        return (
            render_template(
                "history/undo.html",
                form=form,
                name=name,
                kind=word_of(table),
                block=page[0] if page else None,
                refusal=refusal(db.session, record),
                removes=last is not None and is_added(last, table, number),
                back=url_for("history.record", slug=slug, number=number),
            ),
            form.status,
        )

    return undo


def _after(table: str, number: int) -> str:
    """The history of the record, or the overview when the record itself went."""
    if db.session.get(PAGES[SLUGS[table]], number) is None:
        return url_for("overview.index")
    return url_for("history.record", slug=SLUGS[table], number=number)


for right, endpoint in ENDPOINTS.items():
    slugs = ",".join(f'"{SLUGS[table]}"' for table, editor in EDITORS.items() if editor.right is right)
    rule = f"/<any({slugs}):slug>/<number:number>/terugdraaien"
    blueprint.add_url_rule(rule, endpoint, _screen(right), methods=["GET", "POST"])
