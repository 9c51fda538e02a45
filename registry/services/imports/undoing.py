"""Takes back a whole import, as long as nothing was built on it since."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import BrokenRule
from registry.model import AuditEvent, Import
from registry.model.imports import ImportState
from registry.queries.history.blocks import DONE
from registry.services.history.whole_change import hindrances_of, put_back_all, refusal_of
from registry.services.records import fetch

OWN = ("import", "stored_file")


def undo_import(session: Any, number: int, now: datetime) -> Import:
    """Return the import, with every record that it made gone and every one that it changed as it was.

    Uses go too, which otherwise only end: a list that was taken over by mistake never told parents anything true, and
    the history keeps that it was there. BrokenRule, naming what stands in the way, when something was built on it.
    """
    with change(session, "import ongedaan gemaakt") as running:
        one = fetch(session, Import, number)
        if one.state is not ImportState.DONE or one.change_number is None:
            raise BrokenRule("Alleen een lijst die is ingelezen, kan ongedaan worden gemaakt.")
        running.why = f"ongedaan gemaakt: {one.change_name}"
        lines = _lines(session, one)
        if found := hindrances_of(session, lines):
            raise BrokenRule(refusal_of(found))
        put_back_all(session, lines)
        session.flush()
        one.state, one.undone_at, one.version = ImportState.UNDONE, now, one.version + 1
    return one


def hindrances(session: Any, one: Import) -> list[str]:
    """Return what stands in the way of undoing this import, in words; nothing where it can be undone."""
    return hindrances_of(session, _lines(session, one))


def _lines(session: Any, one: Import) -> Sequence[AuditEvent]:
    about = (AuditEvent.change_id == one.change_number, AuditEvent.action.in_(DONE), AuditEvent.subject.not_in(OWN))
    return session.scalars(select(AuditEvent).where(*about).order_by(AuditEvent.id)).all()  # type: ignore[no-any-return]
