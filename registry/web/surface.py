"""What every request passes: the viewer, their right, and one writing transaction."""

from flask import Flask, abort, current_app, request
from werkzeug.routing import BaseConverter

from registry import access
from registry.database import begin_writing, db

READING = {"GET", "HEAD", "OPTIONS"}


class NumberConverter(BaseConverter):
    """The number of a record in an address: ASCII digits, at most what every database can hold."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)


def init(app: Flask) -> None:
    """Put the gate before every page."""
    app.url_map.converters["number"] = NumberConverter
    app.before_request(_let_in)


def _let_in() -> None:
    viewer = access.BUILT_IN
    access.bind(db.session, viewer)
    if request.endpoint in (None, "static"):
        return
    screen = current_app.view_functions[request.endpoint]
    if getattr(screen, "is_public", False):
        access.bind(db.session, access.PUBLIC)
        return
    right = getattr(screen, "right", None)
    if right is None or not viewer.may(right):
        abort(403)
    if request.method not in READING:
        begin_writing(db.session)
