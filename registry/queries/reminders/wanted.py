"""What is due for one person: what they may see, of the kinds that they chose, as early as they chose."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from registry.access import Right, viewer_of
from registry.model import CalendarFeed, ReminderChoice
from registry.model.deadline_kind import DeadlineKind
from registry.model.reminder import DAYS_EARLY
from registry.queries.deadlines.due import due
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.who_does import only_looks_on


def choice_of(session: Any, account_id: int) -> ReminderChoice | None:
    """Return what this account chose; None while they chose nothing."""
    return session.scalar(select(ReminderChoice).where(ReminderChoice.account_id == account_id))  # type: ignore[no-any-return]


def feed_of(session: Any, account_id: int) -> CalendarFeed | None:
    """Return the calendar of this account; None while they have none."""
    return session.scalar(select(CalendarFeed).where(CalendarFeed.account_id == account_id))  # type: ignore[no-any-return]


def days_early(session: Any, account_id: int) -> Mapping[DeadlineKind, int]:
    """Return the kinds that this account wants to hear of with how many days early; the usual ones without a choice."""
    choice = choice_of(session, account_id)
    return DAYS_EARLY if choice is None else choice.days_early()


def wanted_items(session: Any, early: Mapping[DeadlineKind, int], on: date) -> list[DueItem]:
    """Return what is due on this date, or so many days after it as its kind says, the longest overdue first.

    It is what the session's viewer may do. Who has nothing to do, such as the FG, hears of what others are to do;
    somebody who may not read the register hears nothing.
    """
    viewer = viewer_of(session)
    if not early or not viewer.may(Right.READ):
        return []
    found = due(session, on, on + timedelta(days=max(early.values())))
    theirs = found if only_looks_on(viewer) else [item for item in found if item.is_doable]
    return [item for item in theirs if item.kind in early and item.on <= on + timedelta(days=early[item.kind])]
