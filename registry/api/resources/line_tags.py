"""The ETag of a line of a round: its version, and that of the use that it is about, of which it may change groups."""

import re

from flask import request
from werkzeug.wrappers import Response

from registry.api.answers import as_json, unless_known
from registry.api.problems import Refused
from registry.api.records import first_of
from registry.api.shapes.shape import Shape
from registry.model import Review

TAG = re.compile("([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?")


def tag_of(line: Review) -> str:
    """Return the ETag of the line as it stands now: "3" or "3-5"."""
    return f"{line.version}-{line.use.version}" if line.use is not None else str(line.version)


def seen(line: Review) -> tuple[int, int]:
    """Return the versions of line and use that the asker saw, 0 without a use; Refused without If-Match."""
    tags, newest = request.if_match, tag_of(line)
    if not tags:
        raise Refused(428)
    if tags.star_tag or tags.contains(newest):
        return _versions(newest)
    first = first_of(tags)
    # One of this kind of line, and older: that a state never was is no change by somebody else.
    if TAG.fullmatch(first) and ("-" in first) is ("-" in newest):
        older = _versions(first)
        if all(was <= now for was, now in zip(older, _versions(newest), strict=True)):
            return older
    raise Refused(412, tag=newest, wijzigingen=[])


def shown(shape: Shape, line: Review, is_asked: bool) -> Response:
    """Return the line as the answer, with its ETag; 304 to who asked for it and has it already."""
    answer, tag = as_json(shape.show(line)), tag_of(line)
    if is_asked:
        return unless_known(answer, tag)
    answer.set_etag(tag)
    return answer


def _versions(tag: str) -> tuple[int, int]:
    version, _, use = tag.partition("-")
    return int(version), int(use or 0)
