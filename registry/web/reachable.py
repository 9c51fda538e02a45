"""Pages without the ways that their reader may not go: a button is left out, of a link in a text the words remain.

The screens need not ask at each link who looks: the right is declared once, at the screen that the link leads to.
"""

import re
from collections.abc import Callable
from html import unescape

from flask import Flask, Response, current_app
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from registry.access import RIGHTS, Viewer, viewer_of
from registry.database import db
from registry.model.account import Role

# A link, with the cell of a "wijzig" around it; links do not lie in each other.
LINK = re.compile(
    r'(?P<cell><dd class="change">)?'
    r'<a\b(?P<before>[^<>]*?)\bhref="(?P<address>[^"<>]*)"(?P<after>[^<>]*)>(?P<words>.*?)</a>'
    r"(?(cell)</dd>)",
    re.DOTALL,
)


def init(app: Flask) -> None:
    """Let every page pass here on its way out."""
    app.after_request(_without_closed_ways)


def _without_closed_ways(answer: Response) -> Response:
    if answer.mimetype != "text/html" or answer.is_streamed:
        return answer
    viewer = viewer_of(db.session)
    if viewer.account is None or viewer.rights >= RIGHTS[Role.ADMINISTRATOR]:  # a visitor's pages lead to signing in
        return answer
    may_open = _asker(viewer)
    answer.set_data(LINK.sub(lambda found: _kept(found, may_open), answer.get_data(as_text=True)))
    return answer


def _kept(found: re.Match[str], may_open: Callable[[str], bool]) -> str:
    before, address, after, words = found.group("before", "address", "after", "words")
    if may_open(unescape(address)):
        return found[0]
    return "" if found["cell"] or 'class="button' in before + after else words


def _asker(viewer: Viewer) -> Callable[[str], bool]:
    """A question that is asked of many addresses on one page: may this viewer open it?"""
    known: dict[str, bool] = {}

    def may_open(address: str) -> bool:
        path = address.partition("?")[0].partition("#")[0]
        if path not in known:
            known[path] = _is_open(path, viewer)
        return known[path]

    return may_open


def _is_open(path: str, viewer: Viewer) -> bool:
    if not path.startswith("/"):
        return True  # a place on this page, or another site
    adapter = request_ctx.url_adapter
    assert adapter is not None  # there is a page, so its address was read
    try:
        endpoint, values = adapter.match(path, "GET")
    except (HTTPException, RequestRedirect):
        return True
    screen = current_app.view_functions[endpoint]
    right, is_open = getattr(screen, "right", None), getattr(screen, "is_open", None)
    return right is None or (viewer.may(right) and (is_open is None or is_open(**values)))
