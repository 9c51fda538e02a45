"""Numbers go on behind every number that was ever given, also to a record that is gone but stands in the history."""

from collections.abc import Iterable

from sqlalchemy import Connection, Table, func, inspect, select, text

from registry.model import AuditEvent


def go_on_counting(connection: Connection, tables: Iterable[Table]) -> None:
    """Let the next row of each table get a number that no row before it had."""
    told = dict(
        connection.execute(select(AuditEvent.record, func.max(AuditEvent.record_id)).group_by(AuditEvent.record)).all()
    )
    counting = _in_postgresql if connection.dialect.name == "postgresql" else _in_sqlite
    counts_apart = connection.dialect.name == "postgresql" or inspect(connection).has_table("sqlite_sequence")
    for table in tables:
        last = max(connection.scalar(select(func.max(table.primary_key.columns[0]))) or 0, told.get(table.name, 0))
        if last and counts_apart:
            counting(connection, table, last)


def _in_postgresql(connection: Connection, table: Table, last: int) -> None:
    name = connection.dialect.identifier_preparer.quote(table.name)
    for key in table.primary_key.columns:
        counter = connection.scalar(select(func.pg_get_serial_sequence(name, key.name)))
        if counter is not None:
            connection.execute(select(func.setval(counter, last)))


def _in_sqlite(connection: Connection, table: Table, last: int) -> None:
    connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
    connection.execute(
        text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), {"name": table.name, "last": last}
    )
