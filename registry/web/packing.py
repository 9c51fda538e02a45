"""Styles and scripts, sent packed to a browser that takes them so.

Pages are sent as they are: beside what a visitor may choose, the size of a packed page tells of the token in its forms
(the attack BREACH). A style or script holds nothing of anybody.
"""

import gzip
from functools import lru_cache

from flask import Flask, Response, request


def init(app: Flask) -> None:
    """Have the static files of the app sent packed."""
    app.after_request(_pack)


def _pack(response: Response) -> Response:
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return response
    response.vary.add("Accept-Encoding")
    tag = response.get_etag()[0]
    if tag:
        response.set_etag(tag, weak=True)  # one name for both forms of it
    if response.status_code == 200 and request.accept_encodings["gzip"] > 0:
        response.direct_passthrough = False
        response.set_data(_packed(response.get_data()))
        response.content_encoding = "gzip"
    return response


@lru_cache(maxsize=32)
def _packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
