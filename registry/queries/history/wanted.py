"""Which lines of the history are asked for, and which of them exist for who asks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from registry.access import viewer_of
from registry.dutch import start_of
from registry.model import AuditEvent, School
from registry.model.base import OfSchool, OfSchoolOrBoard
from registry.queries.history.kinds import PAGES, SLUGS

ONLY_FOR_READERS = ("noted", "erased")  # who fetched or saw what: for those who may read the whole history


@dataclass(frozen=True)
class Wanted:
    """What is asked for; what is empty or None does not narrow. `until` is the last day that counts.

    `kind` is a word of PAGES, or OTHER. `record` is a table and a number. `with_notes`: events that change no field.
    """

    who: str = ""
    why: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None
    record: tuple[str, int] | None = None
    with_notes: bool = True


OTHER = "overig"


def conditions(session: Any, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return the conditions for a line that is asked for and that exists for the session's viewer."""
    found: list[ColumnElement[bool]] = list(_visible(session))
    if wanted.who:
        found.append(AuditEvent.who.icontains(wanted.who, autoescape=True))
    if wanted.why:
        found.append(AuditEvent.why.icontains(wanted.why, autoescape=True))
    if wanted.kind:
        is_other = AuditEvent.subject.not_in(SLUGS)
        found.append(is_other if wanted.kind == OTHER else AuditEvent.subject == PAGES[wanted.kind].__tablename__)
    if wanted.since:
        found.append(AuditEvent.at >= start_of(wanted.since))
    if wanted.until:
        found.append(AuditEvent.at < start_of(wanted.until + timedelta(days=1)))
    if wanted.record:
        found += [AuditEvent.subject == wanted.record[0], AuditEvent.subject_id == wanted.record[1]]
    if not wanted.with_notes:
        found.append(AuditEvent.action.not_in(ONLY_FOR_READERS))
    return found


def _visible(session: Any) -> list[ColumnElement[bool]]:
    """For who sees only some schools: lines about records that are there for them, and none about anything else."""
    if viewer_of(session).schools is None:
        return []
    bound = [kind for kind in PAGES.values() if kind is School or issubclass(kind, OfSchool | OfSchoolOrBoard)]
    free = [kind.__tablename__ for kind in PAGES.values() if kind not in bound]
    own = [
        and_(
            AuditEvent.subject == kind.__tablename__, AuditEvent.subject_id.in_(session.scalars(select(kind.id)).all())
        )
        for kind in bound
    ]
    return [or_(AuditEvent.subject.in_(free), *own)]
