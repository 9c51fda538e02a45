"""What every verb does with records: fetch one, refuse a stale save, set its fields, replace its rows."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect

from registry.errors import ChangedMeanwhile, NotFound, UnknownCode
from registry.model.base import Record, Versioned
from registry.queries.board.history import changes_since
from registry.reference import facts

Kind = TypeVar("Kind", bound=Record)
Fields = Mapping[str, Any]
Rows = Mapping[str, Sequence[Fields]]


def fetch(session: Any, kind: type[Kind], number: int) -> Kind:
    """Return the record with this number; NotFound when there is none that the session's viewer may see."""
    record = session.get(kind, number)
    if record is None:
        raise NotFound
    return record  # type: ignore[no-any-return]


def edit(session: Any, record: Versioned, seen: int, fields: Fields, rows: Rows | None = None) -> None:
    """Set fields and rows of a record that the editor saw as version `seen`; ChangedMeanwhile if it is newer by now."""
    refuse_stale(session, record, seen)
    record.version = seen + 1
    assign(record, fields)
    replace_rows(record, rows or {})


def refuse_stale(session: Any, record: Versioned, seen: int) -> None:
    """Raise ChangedMeanwhile, with what changed, unless version `seen` is the newest one."""
    if record.version != seen:
        raise ChangedMeanwhile(
            "Iemand anders heeft dit intussen gewijzigd. Bekijk de wijzigingen en sla daarna opnieuw op.",
            record.version,
            changes_since(session, record, seen),
        )


def assign(record: Record, fields: Fields) -> None:
    """Set each field on the record; UnknownCode for a code that the reference data do not have."""
    refuse_unknown(type(record), fields)
    for name, value in fields.items():
        setattr(record, name, value)


def refuse_unknown(kind: type[Record], fields: Fields) -> None:
    """Raise UnknownCode for a code that the reference data do not have."""
    tables = _tables_of(kind)  # type: ignore[arg-type]  # mypy sees the instances' __hash__ in that of the class
    for name, value in fields.items():
        if name not in tables:
            raise TypeError(f"{kind.__name__} has no field {name}")
        if (table := tables[name]) and value:
            _check_codes(table, value, name)


@cache
def _tables_of(kind: type[Record]) -> Mapping[str, str]:
    """Each column of these records, with the list of codes that it holds, or ""."""
    return {column.key: column.columns[0].info.get("table") or "" for column in inspect(kind).column_attrs}


def replace_rows(record: Record, rows: Rows) -> None:
    """Make each named list of the record equal to the rows given: a known `id` is changed, others added or removed."""
    for name, wanted in rows.items():
        present = getattr(record, name)
        kind = inspect(type(record)).relationships[name].mapper.class_
        present[:] = _rows(kind, {row.id: row for row in present}, wanted)


def _rows(kind: type[Record], present: Mapping[int, Record], wanted: Sequence[Fields]) -> list[Record]:
    rows = []
    for fields in wanted:
        row = present.get(fields.get("id") or 0) or kind()
        assign(row, {name: value for name, value in fields.items() if name != "id"})
        rows.append(row)
    return rows


def _check_codes(table: str, value: str | Sequence[str], field: str) -> None:
    known = getattr(facts(), table)
    for code in [value] if isinstance(value, str) else value:
        if code and code not in known:
            raise UnknownCode(f"De code “{code}” staat niet in {known.dutch}.", field=field)
