"""The one question: what is due on or before a date and not handled?

Nothing is an event. Each source looks at what the register knows, so a server that slept a week misses nothing.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from registry.queries.deadlines.actions import due_actions
from registry.queries.deadlines.breaches import due_breaches
from registry.queries.deadlines.closings import due_closings
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.notices import due_notices

Source = Callable[[Any, date, date], Iterable[DueItem]]
SOURCES: tuple[Source, ...] = (due_actions, due_breaches, due_closings, due_notices)
"""Each takes the session, the date on which it is asked, and the last day that counts; a module per trade."""


def due(session: Any, on: date, until: date | None = None) -> list[DueItem]:
    """Return what is due by `until` (without it: by `on`) and was not handled on `on`, the longest overdue first.

    The session's viewer gets what is of the board or of their own schools.
    """
    found = [item for source in SOURCES for item in source(session, on, until or on)]
    return sorted(found, key=lambda item: (item.on, item.kind.value, item.subject, item.number))
