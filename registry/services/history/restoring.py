"""Puts one row back as the history says that it was: a field, a row that went, a row that came."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import inspect

from registry.database.chain import erased_texts
from registry.errors import BrokenRule
from registry.model import AuditEvent
from registry.model.columns import Codes
from registry.queries.history.kinds import attribute_of, class_of, label_in, word_of
from registry.queries.history.last_change import referring
from registry.queries.history.values import is_kept_secret, python_type
from registry.services.records import assign

Lines = Sequence[AuditEvent]


def old_values(lines: Lines) -> dict[str, Any]:
    """Return the fields of one row as they were before these lines; BrokenRule where the history does not know it."""
    return {line.field: _old_value(line) for line in reversed(lines)}  # the first of a field says how it began


def _old_value(line: AuditEvent) -> Any:
    label, attribute = label_in(line.record, line.field), attribute_of(line.record, line.field)
    if "old" in erased_texts(line.seals):
        raise BrokenRule(f"Wat er bij “{label}” stond, is uit de geschiedenis gewist.")
    if attribute is None or is_kept_secret(line.record, line.field):
        raise BrokenRule(f"Wat er bij “{label}” stond, weet de geschiedenis niet.")
    column = attribute.property.columns[0]
    if isinstance(column.type, Codes):
        return tuple(line.old.split())
    if not line.old:
        return None if column.nullable else ""
    return _parsed(python_type(column), line.old)


def _parsed(kind: type, stored: str) -> Any:
    if kind is bool:
        return stored == "True"
    if kind is date:
        return date.fromisoformat(stored)
    return kind(stored) if kind is int or issubclass(kind, Enum) else stored


def put_back(session: Any, record: Any, lines: Lines) -> None:
    """Make one row of the record what it was: these are the lines of the change about that row."""
    first = lines[0]
    kind = class_of(first.record)
    if first.action == "changed":
        row = session.get(kind, first.record_id)
        if row is None:
            raise BrokenRule(f"Er is een {word_of(first.record)} gewijzigd dat er niet meer is.")
        assign(row, old_values(lines))
        return
    rows = _list_of(record, kind)
    if first.action == "removed":
        owner = kind.belongs_to
        rows.append(kind(**{name: value for name, value in old_values(lines).items() if name not in owner}))
        return
    row = next((one for one in rows if one.id == first.record_id), None)
    if row is None:
        raise BrokenRule(f"Er is een {word_of(first.record)} toegevoegd dat er niet meer is.")
    for other in referring(session, row):
        raise BrokenRule(f"Een {other} hangt af van een {word_of(first.record)} dat toen is toegevoegd.")
    rows.remove(row)
    session.delete(row)


def _list_of(record: Any, kind: Any) -> Any:
    """The record's own list of such rows; a row with a file, or of no list, is not put back this way."""
    has_file = "file_id" in inspect(kind).columns
    for relation in inspect(type(record)).relationships:
        if relation.mapper.class_ is kind and relation.uselist and not has_file:
            return getattr(record, relation.key)
    raise BrokenRule(f"Een {word_of(kind.__tablename__)} die erbij kwam of wegging, draait u zelf terug.")
