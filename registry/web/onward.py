"""Where a visitor goes on to after signing in: an address of this register, never one that somebody made up."""

from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def onward(target: str) -> str:
    """Return this path when it is a page of the register, else nothing."""
    path, _, _ = target.partition("?")
    adapter = request_ctx.url_adapter
    try:
        assert adapter is not None
        endpoint, _values = adapter.match(path, "GET")
    except (HTTPException, RequestRedirect):
        return ""
    is_page = path.startswith("/") and not path.startswith("//") and "\\" not in target and target.isprintable()
    return target if is_page and endpoint != "static" else ""
