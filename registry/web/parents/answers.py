"""Answers for everybody: without a session, kept for a minute on the way, told apart by their content."""

from hashlib import sha256

from flask import Response, request

PREFIX = "/ouders"
ROBOTS = "/robots.txt"
ACCENT = "/kleur.css"  # of the board
SECONDS = 60  # for so long may a page that was switched off still be seen
# What a school's own website may fetch: by the page's script (CORS), and past a rule that keeps answers to one site.
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def is_for_everybody(path: str) -> bool:
    """Return whether this path lies among what everybody may read, also where there is nothing."""
    return path in (PREFIX, ROBOTS, ACCENT) or path.startswith(f"{PREFIX}/")


def public_answer(content: str, media_type: str, is_open: bool = False) -> Response:
    """Return the content as an answer that may be kept; 304 without it when the visitor has this content already."""
    answer = kept(Response(content, content_type=f"{media_type}; charset=utf-8"), is_open)
    answer.set_etag(sha256(f"{media_type}\n{content}".encode()).hexdigest()[:32])
    answer.make_conditional(request)
    return answer


def kept(answer: Response, is_open: bool = False) -> Response:
    """Return the answer with what tells browsers and servers how long they may keep it, and who may fetch it."""
    answer.cache_control.public = True
    answer.cache_control.max_age = SECONDS
    if is_open:
        answer.headers.update(OPEN)
    return answer
