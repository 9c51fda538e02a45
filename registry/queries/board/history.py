"""Questions on the history: what changed on a record, in the words of the screen."""

from typing import Any

from sqlalchemy import select

from registry.model import AuditEvent
from registry.model.base import Base, Versioned, label_of


def changes_since(session: Any, record: Versioned, seen: int) -> list[tuple[str, str, str]]:
    """Return (Dutch field name, old, new) for every change of the record after version `seen`, oldest first."""
    lines = session.scalars(
        select(AuditEvent)
        .where(AuditEvent.subject == type(record).__tablename__, AuditEvent.subject_id == record.id)  # type: ignore[attr-defined]
        .where(AuditEvent.subject_version > seen)
        .order_by(AuditEvent.id)
    )
    return [(field_label(line.record, line.field), line.old, line.new) for line in lines]


def field_label(table: str, field: str) -> str:
    """Return the Dutch name of a stored field, given its table and key."""
    for mapper in Base.registry.mappers:
        if mapper.local_table.name == table and field in mapper.column_attrs:  # type: ignore[attr-defined]
            return label_of(getattr(mapper.class_, field))
    return field
