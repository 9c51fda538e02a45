"""The guard against forged forms: a token, and a sender that is this register itself; it stays on, in tests too."""

from typing import Any

from flask import Flask, abort, g, request
from flask_wtf import CSRFProtect

from registry.web.hosts import origin


class Guard(CSRFProtect):
    """The token, and behind it the sender; what is exempt from the one is from the other."""

    def protect(self, *args: Any, **kwargs: Any) -> None:
        """Refuse a form without its token, or that a page of another site sends."""
        super().protect(*args, **kwargs)
        if g.get("csrf_valid", False):
            _refuse_another_sender()


csrf = Guard()


def init(app: Flask) -> None:
    """Let no form of another site through, and none without its token."""
    # Its look at the Referer is left to ours at the Origin, which holds without https too.
    app.config["WTF_CSRF_SSL_STRICT"] = False
    csrf.init_app(app)


def _refuse_another_sender() -> None:
    """A browser names the sender; other programs need not."""
    sender = request.headers.get("Origin")
    is_elsewhere = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    if is_elsewhere or (sender is not None and sender.lower() != origin()):
        abort(400)
