"""What every request passes: the viewer, their right, and one writing transaction."""

from dataclasses import replace

from flask import Flask, abort, current_app, redirect, request, url_for
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response

from registry import access
from registry.database import begin_writing, db
from registry.services.history.noting import note_refusal
from registry.web import csrf
from registry.web.accounts.sign_in import ask_to_sign_in
from registry.web.accounts.signed_in import lacks_second_step, viewer_of_request
from registry.web.numbers import NUMBER

SECOND_STEP = "own_account.second_factor"
READING = {"GET", "HEAD", "OPTIONS"}


class NumberConverter(BaseConverter):
    """The number of a record in an address: ASCII digits, at most what every database can hold."""

    regex = NUMBER

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)


def init(app: Flask) -> None:
    """Put the gates before every page."""
    app.url_map.converters["number"] = NumberConverter
    csrf.init(app)  # before the next gate, which keeps what was typed in a form: only in a form of ours
    app.before_request(_let_in)


def as_nobody() -> None:
    """Give the request's session to nobody in particular: whatever is answered from here on is answered to somebody."""
    access.bind(db.session, access.PUBLIC)


def _let_in() -> Response | tuple[str, int] | None:
    if request.endpoint in (None, "static") or request.blueprint == "api":  # which has a door of its own
        return None
    screen = current_app.view_functions[request.endpoint]
    if getattr(screen, "is_public", False):
        return None
    viewer = viewer_of_request()
    if viewer is None:
        return ask_to_sign_in()
    if lacks_second_step():
        access.bind(db.session, replace(viewer, rights=frozenset()))
        if request.endpoint != SECOND_STEP:
            return redirect(url_for(SECOND_STEP))
    if not hasattr(screen, "right") or not (screen.right is None or viewer.may(screen.right)):
        note_refusal(db.session, request.endpoint)
        abort(403)
    if request.method not in READING:
        begin_writing(db.session)
    return None
