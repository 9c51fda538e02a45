"""The door of the API: a key becomes a Viewer, or there is no way in; the cookie of the screens is never read."""

from datetime import date

from flask import Flask, Response, current_app, g, request

from registry.access import Right, Viewer, bind
from registry.api.problems import Refused, lost
from registry.database import begin_writing, db
from registry.services.keys.keys import viewer_with

VERSION = "1.0.0"
MOST_BYTES = 1024 * 1024
READING = {"GET", "HEAD"}
DOORKEEPER = Viewer("API", frozenset())  # who reads the keys, before anybody is let in


def init(app: Flask) -> None:
    """Answer what has no address under /api before any other gate does, and mark every answer of the API."""
    app.before_request(_turn_away)
    app.after_request(_mark)


def is_ours() -> bool:
    """Return whether the request is for the API."""
    return request.path == "/api" or request.path.startswith("/api/")


def _turn_away() -> Response | None:
    fault = request.routing_exception
    if not is_ours() or fault is None:
        return None
    bind(db.session, DOORKEEPER)
    return lost(fault)


def let_in() -> None:
    """Bind the session to the viewer of the key; Refused without one, or without the right that the address asks."""
    request.max_content_length = MOST_BYTES
    bind(db.session, DOORKEEPER)
    view = current_app.view_functions[request.endpoint or ""]
    if getattr(view, "is_public", False):
        return
    viewer = viewer_with(db.session, _written(), date.today())
    if viewer is None:
        raise Refused(401)
    bind(db.session, viewer)
    g.viewer = viewer
    right: Right | None = getattr(view, "right", None)
    if right is None or not viewer.may(right):
        raise Refused(403)
    if request.method not in READING:
        begin_writing(db.session)


def _written() -> str:
    kind, _, written = request.headers.get("Authorization", "").partition(" ")
    return written.strip() if kind.lower() == "bearer" else ""


def _mark(answer: Response) -> Response:
    if is_ours():
        answer.headers["API-Version"] = VERSION
        answer.headers.setdefault("Vary", "Authorization")
    return answer
