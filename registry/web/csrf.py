"""The guard against forged forms: a token, and a sender that is this register itself; it stays on, in tests too."""

from flask import Flask, abort, request
from flask_wtf import CSRFProtect

from registry.web.hosts import origin

csrf = CSRFProtect()


def init(app: Flask) -> None:
    """Let no form of another site through, and none without its token."""
    # Its look at the Referer is left to ours at the Origin, which holds without https too.
    app.config["WTF_CSRF_SSL_STRICT"] = False
    app.before_request(_refuse_another_sender)
    csrf.init_app(app)


def _refuse_another_sender() -> None:
    """Refuse what a page of another site sends; a browser names the sender, and other programs need not."""
    if request.method not in ("POST", "PUT", "PATCH", "DELETE"):
        return
    sender = request.headers.get("Origin")
    is_elsewhere = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    if is_elsewhere or (sender is not None and sender.lower() != origin()):
        abort(400)
