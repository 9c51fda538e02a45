"""Takes back the last save of the grid, within a day and as long as nothing was built on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from registry.access import viewer_of
from registry.database import change
from registry.errors import BrokenRule
from registry.model import AuditEvent, Use
from registry.queries.history.blocks import DONE
from registry.services.history.whole_change import hindrances_of, put_back_all, refusal_of
from registry.services.uses.grid import SAVED

UNDOABLE = timedelta(hours=24)  # what stood longer was told to parents, and is ended instead
GONE = "De laatste keer bewaren kan niet meer ongedaan worden gemaakt. Kijk in het rooster hoe het nu staat."


@dataclass(frozen=True)
class GridSave:
    """A save of the grid: its number and moment in UTC, what it started and ended, and what stands in the way."""

    number: int
    at: datetime
    started: list[Use]
    ended: list[Use]
    hindrances: list[str]


def last_save(session: Any, now: datetime) -> GridSave | None:
    """Return the viewer's last save of the grid; None when there was none within a day, or it is taken back already."""
    lines = _lines(session, now)
    started, ended = (_uses(session, lines, action) for action in ("added", "changed"))
    if not lines or None in (*started, *ended):
        return None
    moment = lines[0].at if lines[0].at.tzinfo else lines[0].at.replace(tzinfo=UTC)
    return GridSave(lines[0].change_id, moment, started, ended, hindrances_of(session, lines))  # type: ignore[arg-type]


def undo_save(session: Any, number: int, now: datetime) -> GridSave:
    """Return the save, with the uses that it started gone and those that it ended running as before.

    A use that was ticked by mistake an hour ago never told parents anything true, so it goes; the history keeps that it
    was there. BrokenRule when something was built on it, or it is not the viewer's last save any more.
    """
    with change(session, "vinkjes ongedaan gemaakt"):
        save = last_save(session, now)
        if save is None or save.number != number:
            raise BrokenRule(GONE)
        if save.hindrances:
            raise BrokenRule(refusal_of(save.hindrances))
        put_back_all(session, _lines(session, now))
    return save


def _lines(session: Any, now: datetime) -> Sequence[AuditEvent]:
    viewer = viewer_of(session)
    own = (AuditEvent.who == viewer.name, AuditEvent.account_id.is_not_distinct_from(viewer.account))
    saves = select(func.max(AuditEvent.change_id)).where(AuditEvent.why == SAVED, AuditEvent.at >= now - UNDOABLE, *own)
    about = (AuditEvent.change_id == saves.scalar_subquery(), AuditEvent.action.in_(DONE))
    return session.scalars(select(AuditEvent).where(*about).order_by(AuditEvent.id)).all()  # type: ignore[no-any-return]


def _uses(session: Any, lines: Sequence[AuditEvent], action: str) -> list[Use | None]:
    """The uses of these lines; None for one that is gone, or that the viewer may not see any more."""
    numbers = dict.fromkeys(line.record_id for line in lines if line.record == "use" and line.action == action)
    found = {use.id: use for use in session.scalars(select(Use).where(Use.id.in_(numbers)))}
    return [found.get(number) for number in numbers]
