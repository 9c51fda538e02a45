"""The listener that keeps the history: every written field becomes a line, and no write goes without a Change."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import event, insert, inspect
from sqlalchemy.orm import Session, UOWTransaction

from registry.model import AuditEvent, FileContent
from registry.model.base import Record

# values: what a final paper was made from; they lie in its own row, and go with it when it is forgotten
UNRECORDED_FIELDS = {"id", "version", "name_key", "values"}
UNRECORDED_RECORDS = (FileContent,)  # the bytes of a file: its hash is in the history


def watch(session_class: type[Session]) -> None:
    """Make every session of this class keep its history."""
    event.listen(session_class, "before_flush", _refuse_without_change)
    event.listen(session_class, "after_flush", _write_lines)


def _refuse_without_change(session: Session, context: UOWTransaction, instances: Any) -> None:
    if "change" not in session.info:
        raise RuntimeError("every write happens inside a Change: use database.change(session, why)")


def _write_lines(session: Session, context: UOWTransaction) -> None:
    lines = [line for record, action in _touched(session, context) for line in _lines(session, record, action)]
    if lines:
        session.connection().execute(insert(AuditEvent), lines)


def _touched(session: Session, context: UOWTransaction) -> Iterator[tuple[Record, str]]:
    # not session.deleted: a row that its record's list let go of is found only during the flush
    for state, (is_deleted, only_listed) in context.states.items():
        record = state.obj()
        if isinstance(record, Record) and not isinstance(record, UNRECORDED_RECORDS) and not only_listed:
            yield record, "removed" if is_deleted else "added" if record in session.new else "changed"


def _lines(session: Session, record: Record, action: str) -> Iterator[dict[str, Any]]:
    change = session.info["change"]
    subject, subject_id, version = _subject(session, record)
    shared = {
        "at": change.at,
        "who": change.who,
        "why": change.why,
        "subject": subject,
        "subject_id": subject_id,
        "subject_version": version,
        "record": inspect(record).mapper.local_table.name,
        "record_id": record.id,
        "action": action,
    }
    for field, old, new in _differences(record, action):
        yield shared | {"field": field, "old": old, "new": new}


def _differences(record: Record, action: str) -> Iterator[tuple[str, str, str]]:
    state = inspect(record)
    for column in state.mapper.column_attrs:
        if column.key in UNRECORDED_FIELDS or column.columns[0].info.get("unrecorded"):
            continue
        changed = state.attrs[column.key].history
        old, new = _plain(changed.deleted), _plain(changed.added)
        if action == "removed":
            old, new = _plain(changed.deleted or changed.unchanged), ""
        if old != new:
            is_secret = column.columns[0].info.get("secret")
            yield (column.key, "", "") if is_secret else (column.key, old, new)


def _plain(values: Any) -> str:
    value = values[0] if values else None
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return " ".join(str(each) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _subject(session: Session, record: Record) -> tuple[str, int, int]:
    mapper = inspect(record).mapper
    for key in record.belongs_to:
        if (owner_id := getattr(record, key)) is not None:
            owner = next(iter(mapper.columns[key].foreign_keys)).column.table
            return owner.name, owner_id, _version(session, owner, owner_id)
    return mapper.local_table.name, record.id, getattr(record, "version", 0)


def _version(session: Session, table: Any, number: int) -> int:
    for record in session.identity_map.values():
        if isinstance(record, Record) and inspect(record).mapper.local_table is table and record.id == number:
            return getattr(record, "version", 0)
    return 0
