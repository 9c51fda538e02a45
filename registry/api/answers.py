"""Answers that succeed, as JSON; who has the newest state already gets nothing again."""

from typing import Any

from flask import json, request
from werkzeug.wrappers import Response

JSON = "application/json"


def as_json(content: Any, status: int = 200) -> Response:
    """Return the answer with this content."""
    return Response(json.dumps(content), status, content_type=JSON)


def unless_known(answer: Response, tag: str = "") -> Response:
    """Return the answer with its ETag, which follows from its content unless given; 304 to who named that one.

    Not Werkzeug's own way: that minds If-Match as well, and answers a question with a bare 412.
    """
    answer.set_etag(tag) if tag else answer.add_etag()
    if request.if_none_match.contains_weak(answer.get_etag()[0] or ""):
        known = Response(status=304)
        known.headers["ETag"] = answer.headers["ETag"]
        return known
    return answer
