"""Puts rows into an empty register, table by table, as they were: their numbers too."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, update
from sqlalchemy.exc import SQLAlchemyError

from registry.database import migrating
from registry.database.unavailable import unavailable
from registry.errors import BrokenRule
from registry.services.archive.contents import AT_ONCE, file_columns
from registry.services.archive.counting import go_on_counting

_UNFIT = "De rijen van {} passen niet in het register. Er is niets bewaard."
RowsOf = Callable[[Table], Iterable[Mapping[str, Any]]]


def load(connection: Connection, tables: Iterable[Table], rows_of: RowsOf) -> dict[str, int]:
    """Return how many rows went into each table; BrokenRule when the database does not take one.

    Unavailable when it is its disk that does not. `tables` stand behind those that they refer to, as `contents.tables`
    gives them.
    """
    counts = {}
    for table in tables:
        try:
            counts[table.name] = _load(connection, table, rows_of(table))
        except SQLAlchemyError as fault:
            raise unavailable(fault) or BrokenRule(_UNFIT.format(table.name)) from fault
    if loose := migrating.loose_rows(connection):
        raise BrokenRule(_UNFIT.format(loose[0]))
    go_on_counting(connection, tables)
    return counts


def _load(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    count, later = 0, list[dict[str, Any]]()
    for batch in _batches(rows, 1 if file_columns(table) else AT_ONCE):
        later += [pointing for row in batch if (pointing := _taken_out(table, row))]
        connection.execute(insert(table), batch)
        count += len(batch)
    if later:
        _point(connection, table, later)
    return count


def _batches(rows: Iterable[Mapping[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    waiting = iter(rows)
    while batch := [dict(row) for row in islice(waiting, size)]:
        yield batch


def _own(table: Table) -> list[str]:
    """The columns that lead to another row of the same table: an agreement may replace a later one."""
    return [key.parent.name for key in table.foreign_keys if key.column.table is table]


def _taken_out(table: Table, row: dict[str, Any]) -> dict[str, Any] | None:
    """Empty these columns of the row; return what they held, None when that was nothing."""
    held = {name: row[name] for name in _own(table)}
    row |= dict.fromkeys(held)
    number = {f"of_{key.name}": row[key.name] for key in table.primary_key.columns}
    return number | {f"to_{name}": value for name, value in held.items()} if any(held.values()) else None


def _point(connection: Connection, table: Table, later: list[dict[str, Any]]) -> None:
    statement = update(table).where(*(key == bindparam(f"of_{key.name}") for key in table.primary_key.columns))
    connection.execute(statement.values({name: bindparam(f"to_{name}") for name in _own(table)}), later)
