"""What goes along: every table of the register but a few that are worth nothing elsewhere, in an order that loads."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, MetaData, Table, select

from registry.model.base import Base
from registry.services.archive.kinds import Kind, kind_of, plain_type

LEFT_OUT = {
    "sign_in_session": "wie nu is aangemeld; na het inlezen meldt iedereen zich opnieuw aan",
    "one_time_link": "links die één keer werken; wie er nog een had, krijgt een nieuwe",
    "attempt": "getelde pogingen om aan te melden; die vervallen na een paar minuten",
}
"""The tables that stay behind, each with its reason; a table that is not named here goes along by itself."""

NOT_OURS = {"alembic_version"}  # which revision this is: the manifest says it
AT_ONCE = 500


def tables(of: MetaData = Base.metadata) -> list[Table]:
    """Return the tables that go along, plain, each behind those that it refers to."""
    alone = MetaData()
    return [_plain(table, alone) for table in of.sorted_tables if table.name not in LEFT_OUT.keys() | NOT_OURS]


def tables_in(connection: Connection) -> list[Table]:
    """Return the same as the database itself tells them, whatever revision it has."""
    found = MetaData()
    found.reflect(connection)
    return tables(found)


def kinds_of(table: Table) -> dict[str, Kind]:
    """Return the kind of each column of this table."""
    return {column.name: kind_of(column.type) for column in table.columns}


def file_columns(table: Table) -> list[str]:
    """Return the columns of this table that hold the bytes of a file."""
    return [name for name, kind in kinds_of(table).items() if kind is Kind.FILE]


def rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a plain table in the order of their numbers; one file or some hundred rows are in memory."""
    at_once = 1 if file_columns(table) else AT_ONCE
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=at_once)
    with connection.execute(query) as found:  # closes the server's cursor too
        for row in found:
            yield row._asdict()


def _plain(table: Table, alone: MetaData) -> Table:
    return Table(table.name, alone, *(_plain_column(column) for column in table.columns))


def _plain_column(column: Column[Any]) -> Column[Any]:
    refers = [ForeignKey(key.target_fullname) for key in column.foreign_keys]
    is_key, may_lack = bool(column.primary_key), bool(column.nullable)
    kind = plain_type(column.type)
    return Column(column.name, kind, *refers, primary_key=is_key, nullable=may_lack, autoincrement=False)
