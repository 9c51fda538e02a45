"""The listener that keeps the history: every written field becomes a line, and no write goes without a Change."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import PassiveFlag, Session, UOWTransaction
from sqlalchemy.orm.util import identity_key

from registry.database import chain
from registry.database.changing import Change, change
from registry.model import AuditEvent, Base
from registry.model.base import Record, is_secret, is_unrecorded


def watch(session_class: type[Session]) -> None:
    """Make every session of this class keep its history."""
    event.listen(session_class, "before_flush", _refuse_other_writes)
    event.listen(session_class, "after_flush", _write_lines)


def note(session: Any, what: str, subject: str, subject_id: int = 0, text: str = "", *, at_once: bool = False) -> None:
    """Write one line about an event that changes no field: a sign-in, a refusal, an export, a file that was fetched.

    `what` says it in Dutch ("aangemeld", "bestand opgehaald") and `text` adds a detail, never a secret and never what
    the file holds. `subject` is the table, and `subject_id` the number, of the record on whose page it is read; 0 for
    none. It is written by the session's viewer, in the Change that runs; with `at_once` outside one too, in a small
    transaction of its own: what the session read before is then read again.
    """
    if at_once:
        with change(session, what):
            _note(session, what, subject, subject_id, text)
    else:
        _refuse_without_change(session)
        _note(session, what, subject, subject_id, text)


def append(session: Any, lines: list[dict[str, Any]]) -> None:
    """Add these lines to the chain, as part of the Change that runs."""
    running: Change = session.info["change"]
    running.number = chain.append(session.connection(), lines, running.number)


def line_of(running: Change, subject: str, subject_id: int, action: str, **said: Any) -> dict[str, Any]:
    """Return a line about a whole record, with nothing in it but what is said."""
    return {
        "at": running.at,
        "who": running.who,
        "account_id": running.account,
        "why": running.why,
        "subject": subject,
        "subject_id": subject_id,
        "subject_version": 0,
        "record": subject,
        "record_id": subject_id,
        "action": action,
        "field": "",
        "old": "",
        "new": "",
        **said,
    }


def _note(session: Any, what: str, subject: str, subject_id: int, text: str) -> None:
    append(session, [line_of(session.info["change"], subject, subject_id, "noted", why=what, new=text)])


def _refuse_other_writes(session: Session, context: UOWTransaction, instances: Any) -> None:
    _refuse_without_change(session)
    touched = (*session.new, *session.deleted, *(one for one in session.dirty if session.is_modified(one)))
    if any(isinstance(one, AuditEvent) for one in touched):
        raise RuntimeError("a line of the history is written by the history alone, and never changed")


def _refuse_without_change(session: Any) -> None:
    if "change" not in session.info:
        raise RuntimeError("every write happens inside a Change: use database.change(session, why)")


def _write_lines(session: Session, context: UOWTransaction) -> None:
    lines = [line for record, action in _touched(session, context) for line in _lines(session, record, action)]
    if lines:
        append(session, lines)


def _touched(session: Session, context: UOWTransaction) -> Iterator[tuple[Record, str]]:
    new = session.new  # made anew at every look
    # not session.deleted: a row that its record's list let go of is found only during the flush
    for state, (is_deleted, only_listed) in context.states.items():
        record = state.obj()
        if isinstance(record, Record) and record.is_recorded and not only_listed:
            yield record, "removed" if is_deleted else "added" if record in new else "changed"


def _lines(session: Session, record: Record, action: str) -> Iterator[dict[str, Any]]:
    subject, subject_id, version = _subject(session, record)
    shared = line_of(session.info["change"], subject, subject_id, action, subject_version=version)
    shared |= {"record": inspect(record).mapper.local_table.name, "record_id": record.id}
    for field, old, new in _differences(record, action):
        yield shared | {"field": field, "old": old, "new": new}


def _differences(record: Record, action: str) -> Iterator[tuple[str, str, str]]:
    state = inspect(record)
    for key, secret in _recorded(type(record)):  # type: ignore[arg-type]  # as in services.records
        if action != "removed" and key not in state.committed_state:
            continue  # nobody set it: most fields of most records
        changed = state.get_history(key, PassiveFlag.PASSIVE_NO_INITIALIZE)
        old, new = _plain(changed.deleted), _plain(changed.added)
        if action == "removed":
            old, new = _plain(changed.deleted or changed.unchanged), ""
        if old != new:
            yield (key, "", "") if secret else (key, old, new)


@cache
def _recorded(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The stored fields of these records that the history tells of, and whether it keeps what they held to itself."""
    columns = inspect(kind).column_attrs
    return tuple((column.key, is_secret(column)) for column in columns if not is_unrecorded(column))


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
    owner = session.identity_map.get(identity_key(_class_of(table), number))
    return getattr(owner, "version", 0)


@cache
def _class_of(table: Any) -> Any:
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.local_table is table)
