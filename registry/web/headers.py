"""The headers that every answer carries, whoever made it: a page, a file, a fault, or nothing of ours at all."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import Headers

from registry.settings import is_secure
from registry.web.faults import told
from registry.web.parents.answers import is_for_everybody

HEADERS = {
    "Content-Security-Policy": "; ".join(
        ("default-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
YEAR = 365 * 24 * 3600
HSTS = {"Strict-Transport-Security": f"max-age={YEAR}; includeSubDomains"}
PRIVATE = "no-store"
SAME_FOR_ALL = ("/static/", "/.well-known/")  # whatever their cookie


def init(app: Flask) -> None:
    """Put the headers on every answer of the app, and those of a private page on each that says nothing of keeping."""
    app.after_request(_keep_private)
    app.extensions["headers"] = HEADERS | (HSTS if is_secure(app.config) else {})  # the server's own answers ask these
    app.wsgi_app = _Covered(app)  # type: ignore[method-assign]


def _keep_private(response: Response) -> Response:
    if not is_same_for_all(request.path):
        response.headers.setdefault("Cache-Control", PRIVATE)
        response.vary.add("Cookie")
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = PRIVATE
    return response


def is_same_for_all(path: str) -> bool:
    """Return whether what stands at this path is the same for whoever asks."""
    return path.startswith(SAME_FOR_ALL) or is_for_everybody(path)


class _Covered:
    """The app, with these headers on whatever it answers; what it could not answer at all becomes a bare sentence."""

    def __init__(self, app: Flask) -> None:
        self.app, self.inner = app, app.wsgi_app
        self.headers: dict[str, str] = app.extensions["headers"]

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer the request."""

        def start(status: str, given: list[tuple[str, str]], exc_info: Any = None) -> Any:
            headers = Headers(given)
            for name, value in self.headers.items():
                headers.setdefault(name, value)
            return start_response(status, headers.to_wsgi_list(), exc_info)

        try:
            return self.inner(environ, start)
        except Exception as fault:
            if self.app.testing or self.app.debug:
                raise
            self.app.logger.error("no page at all: %s", told(fault))
            return _bare(start)


def _bare(start: Any) -> Iterable[bytes]:
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    start(
        f"{status.value} {status.phrase}", [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", PRIVATE)]
    )
    return [b"Er ging iets mis in het register. Probeer het nog eens."]
