"""What each request leaves behind: one line in the log, its number in the answer, and a count for who watches."""

import logging
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from flask import Flask, request, request_started
from werkzeug.wsgi import ClosingIterator

from registry.settings import whole_number
from registry.web.watching.log_lines import OURS, PASSAGE, begin, request_id
from registry.web.watching.measures import Measures

HEADER, GIVEN = "X-Request-Id", "HTTP_X_REQUEST_ID"
# As proxies make them, in hexadecimal. Long enough to be no number of a pupil or a telephone, and never a word.
PLAIN = re.compile(r"[0-9a-f-]{16,64}", re.ASCII)
KEY = "registry.passage"
NO_ROUTE = "-"
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


@dataclass
class Passage:
    """One request on its way; `route` is the rule of its screen, without numbers, names or what was asked behind it."""

    id: str
    method: str
    begun: float
    route: str = NO_ROUTE
    status: int = 0


def init(app: Flask) -> None:
    """Follow every request from the door to its last byte; last of all that goes around the app."""
    if not app.testing:
        begin(str(app.config["LOG_FORMAT"]))
    app.extensions["measures"] = Measures()
    request_started.connect(_note_route, app)  # before the first gate, which may turn the request away
    app.wsgi_app = _Followed(app)  # type: ignore[method-assign]


def _note_route(sender: Flask, **more: Any) -> None:
    passage = request.environ.get(KEY)
    if passage is not None and request.url_rule is not None:
        passage.route = request.url_rule.rule


class _Followed:
    """The app, of which each answer carries the number of its request and leaves a line when it is done."""

    def __init__(self, app: Flask) -> None:
        self.inner, self.measures = app.wsgi_app, app.extensions["measures"]
        self.is_behind_proxy = whole_number(app.config, "TRUSTED_PROXIES") > 0
        self.logger = logging.getLogger(f"{OURS}.requests")

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer the request."""
        passage = Passage(self._id(environ), _method(environ), perf_counter())
        environ[KEY] = passage
        request_id.set(passage.id)

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            passage.status = int(status[:3])
            headers = [one for one in headers if one[0].lower() != HEADER.lower()]
            return start_response(status, [*headers, (HEADER, passage.id)], exc_info)

        return ClosingIterator(self.inner(environ, start), lambda: self._done(passage))

    def _id(self, environ: dict[str, Any]) -> str:
        given = str(environ.get(GIVEN, "")).lower() if self.is_behind_proxy else ""
        return given if PLAIN.fullmatch(given) else secrets.token_hex(8)

    def _done(self, passage: Passage) -> None:
        seconds = perf_counter() - passage.begun
        self.measures.note(passage.method, passage.route, passage.status, seconds)
        facts = {
            "method": passage.method,
            "route": passage.route,
            "status": passage.status,
            "ms": round(seconds * 1000),
        }
        self.logger.info("request", extra={PASSAGE: facts})


def _method(environ: dict[str, Any]) -> str:
    """The method, when it is one that exists: any word may stand there."""
    method = str(environ.get("REQUEST_METHOD", ""))
    return method if method in METHODS else NO_ROUTE
