"""The one question: what is due on or before a date and not handled?

Nothing is an event. Each source looks at what the register knows, so a server that slept a week misses nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from registry.access import Viewer, viewer_of
from registry.calendar import day_at_work
from registry.queries.deadlines.actions import due_actions
from registry.queries.deadlines.agreements import due_agreements
from registry.queries.deadlines.app_requests import due_app_requests
from registry.queries.deadlines.breaches import due_breaches
from registry.queries.deadlines.certificates import due_certificates
from registry.queries.deadlines.closings import due_closings
from registry.queries.deadlines.covenant_checks import due_covenant_checks
from registry.queries.deadlines.dpia_reviews import due_dpia_reviews
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.letters import due_letters
from registry.queries.deadlines.notices import due_notices
from registry.queries.deadlines.outside_terms import due_outside_terms
from registry.queries.deadlines.requests import due_requests
from registry.queries.deadlines.rounds import due_answers
from registry.queries.deadlines.statements import due_statements
from registry.queries.deadlines.who_does import right_to_do
from registry.queries.remembered import remembered
from registry.queries.together import together

Source = Callable[[Any, date, date], Iterable[DueItem]]
SOURCES: tuple[Source, ...] = (
    due_actions,
    due_agreements,
    due_answers,
    due_app_requests,
    due_breaches,
    due_certificates,
    due_closings,
    due_covenant_checks,
    due_dpia_reviews,
    due_letters,
    due_notices,
    due_outside_terms,
    due_requests,
    due_statements,
)
"""Each takes the session, the date on which it is asked, and the last day that counts; a module per trade."""


def due(session: Any, on: date, until: date | None = None) -> list[DueItem]:
    """Return what is due by `until` (without it: by `on`) and was not handled on `on`, the longest overdue first.

    What people planned for a weekend is due on Monday; a legal date never moves. The session's viewer gets what is of
    the board or of their own schools; what they may not do themselves says so (`is_doable`).
    """
    last = until or on
    return list(remembered(session, ("due", on, last), lambda: _worked_out(session, on, last)))


def _worked_out(session: Any, on: date, last: date) -> list[DueItem]:
    viewer = viewer_of(session)
    with together(session):
        found = [_at_work(_for_viewer(item, viewer)) for source in SOURCES for item in source(session, on, last)]
    in_time = [item for item in found if item.on <= last]
    return sorted(in_time, key=lambda item: (item.on, item.kind.value, item.subject, item.number))


def _for_viewer(item: DueItem, viewer: Viewer) -> DueItem:
    return replace(item, is_doable=viewer.may(right_to_do(item.kind, item.school_id, item.step)))


def _at_work(item: DueItem) -> DueItem:
    return replace(item, on=day_at_work(item.on)) if item.kind.is_planned else item
