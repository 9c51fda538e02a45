"""What every request and every answer passes: the viewer, their right, one writing transaction, the headers."""

from flask import Flask, Response, abort, current_app, request
from werkzeug.routing import BaseConverter

from registry import access
from registry.database import begin_writing, db

HEADERS = {
    "Content-Security-Policy": "; ".join(
        ("default-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
READING = {"GET", "HEAD", "OPTIONS"}


class NumberConverter(BaseConverter):
    """The number of a record in an address: ASCII digits, at most what every database can hold."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)


def init(app: Flask) -> None:
    """Put the gate before every page and the headers behind it."""
    app.url_map.converters["number"] = NumberConverter
    app.before_request(_let_in)
    app.after_request(_add_headers)


def _let_in() -> None:
    if request.blueprint == "api":  # which has a door of its own
        return
    viewer = access.BUILT_IN
    access.bind(db.session, viewer)
    if request.endpoint in (None, "static"):
        return
    right = getattr(current_app.view_functions[request.endpoint], "right", None)
    if right is None or not viewer.may(right):
        abort(403)
    if request.method not in READING:
        begin_writing(db.session)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response
