"""The screen where many papers are made at once: how many there will be, what they lack, and one zip with all."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Flask, Response, current_app, render_template, url_for

from registry import dutch
from registry.access import Right, Viewer, needs, viewer_of
from registry.database import db, session_for
from registry.queries.papers.paper_subjects import Subject
from registry.services.paper import Asked, Outcome, compose, make_many, zip_of
from registry.web.downloads import name_it
from registry.web.paging import page_of
from registry.web.papers.many_choice import ManyChoice
from registry.web.papers.paper_desk import FinishForm, own_templates

ZIP = "application/zip"
blueprint = Blueprint("many_papers", __name__, url_prefix="/documenten/veel")


@blueprint.get("")
@needs(Right.MAKE_PAPER)
def index() -> str:
    """Show the choice, how many papers that makes, and what those on this page of the list lack."""
    choice = ManyChoice()
    subjects = choice.subjects(db.session)

    def find(skip: int, most: int) -> tuple[list[tuple[str, Outcome]], int]:
        shown = subjects[skip : skip + most]
        outcomes = make_many(db.session, [choice.asked(one) for one in shown], compose, own_templates())
        lines = [(_desk(choice, one), outcome) for one, outcome in zip(shown, outcomes, strict=True)]
        return lines, len(subjects)

    return render_template("many_papers/index.html", choice=choice, page=page_of(find), form=FinishForm())


@blueprint.get("/concept")
@needs(Right.MAKE_PAPER)
def draft() -> Response:
    """Send the drafts."""
    return _zip(ManyChoice(), None)


@blueprint.post("")
@needs(Right.MAKE_PAPER)
def finish() -> Response:
    """Make the papers final, keep them, and send them."""
    return _zip(ManyChoice(), datetime.now(UTC))


def _zip(choice: ManyChoice, final_at: datetime | None) -> Response:
    """The zip, sent while it is made, until the last byte or until the reader goes away."""
    asked = [choice.asked(one) for one in choice.subjects(db.session)]
    db.session.rollback()  # a request that writes holds the right to do so, and nobody else may wait for a download
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    response = Response(_sent(app, viewer_of(db.session), asked, final_at), mimetype=ZIP)
    state = "" if final_at else " (concept)"
    name = f"{dutch.file_name(choice.kind.title)}-{choice.on.isoformat()}{state}.zip"
    name_it(response, name)
    response.headers["X-Accel-Buffering"] = "no"  # a proxy that gathers it first would hide how far it is
    return response


def _sent(app: Flask, viewer: Viewer, asked: list[Asked], final_at: datetime | None) -> Iterator[bytes]:
    """The bytes, from a session of their own: that of the request ends before the first of them is sent."""
    with app.app_context():
        yield from zip_of(make_many(session_for(viewer), asked, compose, own_templates(), final_at))


def _desk(choice: ManyChoice, subject: Subject) -> str:
    """The address of the desk where this one paper is made and mended."""
    values: dict[str, Any] = {f"{choice.kind.subject}_id": subject.number, "welk": choice.kind.code}
    values |= {"op": choice.on.isoformat()} | ({"overeenkomst": subject.agreement} if subject.agreement else {})
    return url_for(f"papers.{choice.kind.subject}", **values)
