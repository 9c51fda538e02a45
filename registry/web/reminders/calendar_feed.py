"""Somebody's own calendar: at a secret address, for a program that fetches it every now and then (RFC 5545)."""

from collections import Counter
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, request

from registry.access import is_public
from registry.database import db
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem
from registry.services.reminders.feeds import feed_items
from registry.web import hosts
from registry.web.reminders.places import place_of

if TYPE_CHECKING:
    from icalendar import Event

SECONDS = 3600  # for so long may a calendar keep what it fetched

blueprint = Blueprint("calendar_feed", __name__)


@blueprint.get("/agenda/<token>.ics")
@is_public
def show(token: str) -> Response:
    """Give the calendar at this address; whoever has the address is its owner to us, and nobody else gets anything."""
    on = date.today()
    content = written(feed_items(db.session, token, on), on, hosts.origin())
    answer = Response(content, content_type="text/calendar; charset=utf-8")
    answer.cache_control.private = True
    answer.cache_control.max_age = SECONDS
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def written(items: list[DueItem], on: date, origin: str) -> bytes:
    """Return these things as a calendar of whole days, the same bytes all day long."""
    from icalendar import Calendar  # heavy, and asked for seldom: not at every start

    calendar = Calendar()
    told = {
        "prodid": "-//Verwerkersregister//Termijnen//NL",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "x-wr-calname": "Verwerkersregister",
    }
    for name, value in told.items():
        calendar.add(name, value)
    seen: Counter[str] = Counter()
    for item in items:
        calendar.add_component(_event(item, on, origin, seen))
    return bytes(calendar.to_ical())


def _event(item: DueItem, on: date, origin: str, seen: Counter[str]) -> "Event":
    from icalendar import Event

    place, event = place_of(current_app, item, origin), Event()
    event.add("uid", _uid(item, origin, seen))
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("dtstart", item.on)
    is_own = item.kind is DeadlineKind.ACTION  # its words are those of who wrote it down
    event.add("summary", item.sentence if is_own else f"{item.subject}: {item.kind.label}")
    what = item.action if item.is_doable else "Ter informatie"
    event.add("description", f"{item.sentence}\n{what}: {place}")
    event.add("url", place)
    event.add("transp", "TRANSPARENT")  # a day with something due is no day on which nobody is free
    return event


def _uid(item: DueItem, origin: str, seen: Counter[str]) -> str:
    """By what a calendar knows this again tomorrow; of two of a kind on one record and day the second is counted."""
    name = f"{item.kind.value}-{item.table}-{item.number}-{item.on:%Y%m%d}"
    seen[name] += 1
    return f"{name}{f'-{seen[name]}' if seen[name] > 1 else ''}@{urlsplit(origin).hostname}"
