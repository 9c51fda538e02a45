"""Where a visitor goes on to: an address of this register, never one that somebody made up."""

import re

from flask import request
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException

BACK = "terug"  # in an address: the page to which one comes back once it is saved
MOST = 2000
ADDRESS = re.compile(r"/(?![/\\])[!-\[\]-~]*")  # a path, in signs that every browser reads alike


def back_or(url: str) -> str:
    """Return the page of the register that the address says to come back to, else this address."""
    return onward(request.args.get(BACK, "")) or url


def onward(target: str) -> str:
    """Return this path when it is a page of the register that can be opened by a link, else nothing.

    Nothing rather than the overview: who may not read the register begins elsewhere.
    """
    if len(target) > MOST or not ADDRESS.fullmatch(target):
        return ""
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    adapter = request_ctx.url_adapter
    if adapter is None or "%" in path:
        return ""
    try:
        endpoint, _ = adapter.match(path, "GET")
    except HTTPException:  # not there, not by a link, or only under another spelling
        return ""
    return "" if endpoint in ("static", "overview.index") else target
