"""The seal on a plan: whoever confirms, confirms what they saw, for a day, and nobody else does it for them."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from registry.access import viewer_of
from registry.errors import BrokenRule
from registry.model import Import
from registry.services.imports.plan import Plan

HOLDS = timedelta(hours=24)
TOO_OLD = "Deze controle is meer dan een dag oud. Bekijk de lijst opnieuw; er is niets ingelezen."
ANOTHER = (
    "Het register of de lijst is veranderd sinds u de controle bekeek. "
    "Bekijk de controle opnieuw; er is niets ingelezen."
)


def seal(session: Any, one: Import, plan: Plan, moment: datetime) -> str:
    """Return what belongs to this plan of this file, for the session's viewer, made at this moment."""
    viewer = viewer_of(session)
    told = [moment.isoformat(), one.id, one.sha256, viewer.account, viewer.name, plan.kind.value, _content(plan)]
    return f"{moment.isoformat()}~{sha256(repr(told).encode()).hexdigest()}"


def refuse_broken(session: Any, one: Import, plan: Plan, given: str, now: datetime) -> None:
    """Raise BrokenRule unless this seal was put on this very plan, within a day before `now`."""
    try:
        moment = datetime.fromisoformat(given.partition("~")[0])
    except ValueError:
        raise BrokenRule(ANOTHER) from None
    if moment.tzinfo is None or seal(session, one, plan, moment) != given:
        raise BrokenRule(ANOTHER)
    if not moment <= now <= moment + HOLDS:
        raise BrokenRule(TOO_OLD)


def _content(plan: Plan) -> Any:
    touches = [
        (
            touch.target.key,
            sorted((name, _was(touch, name), repr(value)) for name, value in touch.changes.items()),
            sorted((name, repr(rows)) for name, rows in touch.rows.items()),
        )
        for touch in plan.touches
    ]
    lines = [(line.entry.sheet, line.entry.row, line.action.value) for line in plan.lines]
    return touches, lines, plan.left_out


def _was(touch: Any, name: str) -> str:
    return repr(getattr(touch.target.record, name)) if touch.target.record is not None else ""
