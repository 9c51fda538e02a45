"""One record at an address: found, shown with its ETag, and changed only by who saw its newest state."""

from typing import Any, TypeVar

from flask import request, url_for
from werkzeug.datastructures import ETags
from werkzeug.wrappers import Response

from registry.api.answers import as_json, unless_known
from registry.api.problems import Refused
from registry.api.shapes.shape import Shape
from registry.database import db
from registry.errors import BrokenRule, ChangedMeanwhile, NotFound
from registry.model.base import Record, Versioned
from registry.services.records import fetch, refuse_stale

Kind = TypeVar("Kind", bound=Record)


def at(kind: type[Kind], number: int) -> Kind:
    """Return the record of the address; Refused as not there when it is not, or not for this key."""
    try:
        return fetch(db.session, kind, number)
    except NotFound:
        raise Refused(404) from None


def seen(record: Versioned) -> int:
    """Return the version that the asker saw, which is the newest; Refused without If-Match, ChangedMeanwhile if not."""
    tags = request.if_match
    if not tags:
        raise Refused(428)
    if tags.star_tag or tags.contains(str(record.version)):
        return record.version
    first = first_of(tags)
    is_version = first.isascii() and first.isdigit() and len(first) < 10
    if is_version and 0 < int(first) < record.version:
        refuse_stale(db.session, record, int(first))
    raise ChangedMeanwhile("Deze stand is er niet.", record.version, [])


def first_of(tags: ETags) -> str:
    """Return one of the ETags that were sent, weak or not; "" for an empty one, of which Werkzeug makes None."""
    return next(iter(tags.as_set(include_weak=True)), "") or ""


def named(kind: type[Kind], number: int, key: str) -> Kind:
    """Return the record that the body names; BrokenRule at that field when it is not there, or not for this key."""
    try:
        return fetch(db.session, kind, number)
    except NotFound as fault:
        raise BrokenRule(fault.sentence, field=key) from fault


def shown(shape: Shape, record: Any, status: int = 200) -> Response:
    """Return the record as the answer, with its version as the ETag; 304 to who has it already."""
    tag = str(record.version)
    if status == 200 and request.method == "GET":
        return unless_known(as_json(shape.show(record)), tag)
    answer = as_json(shape.show(record), status)
    answer.set_etag(tag)
    return answer


def made(shape: Shape, record: Any, name: str) -> Response:
    """Return the new record, and where it is."""
    answer = shown(shape, record, 201)
    answer.headers["Location"] = url_for(f"api.{name}", number=record.id)
    return answer
