"""Questions on the history: what changed on a record, in the words of the screen."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from registry.model import AuditEvent
from registry.model.base import Versioned
from registry.queries.history.blocks import field_line
from registry.queries.history.kinds import class_of


def changes_since(session: Any, record: Versioned, seen: int) -> list[tuple[str, str, str]]:
    """Return (Dutch field name, old, new) for every change of the record after version `seen`, oldest first.

    The values are in words, as the page of the history has them.
    """
    told = (field_line(session.get, line) for line in lines_since(session, record, seen))
    return [(one.label, one.old, one.new) for one in told]


def lines_since(session: Any, record: Versioned, seen: int) -> Iterator[AuditEvent]:
    """Yield the lines of the history of this record after version `seen`, without what only ties a row to it."""
    lines = session.scalars(
        select(AuditEvent)
        .where(AuditEvent.subject == type(record).__tablename__, AuditEvent.subject_id == record.id)  # type: ignore[attr-defined]
        .where(AuditEvent.subject_version > seen)
        .order_by(AuditEvent.id)
    )
    return (line for line in lines if not _only_ties(line))


def _only_ties(line: AuditEvent) -> bool:
    kind = class_of(line.record)
    return line.record != line.subject and kind is not None and line.field in kind.belongs_to
