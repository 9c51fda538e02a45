"""The one way by which rows enter without the history telling of it: into an empty register, the history among them."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Table, exists, select

from registry.database import chain
from registry.database.migrating import opened
from registry.errors import BrokenRule
from registry.model import Base

FILLED = "Dit register is niet leeg. Alles inlezen kan alleen in een nieuw register; hier is niets veranderd."


@contextmanager
def restoring(engine: Engine, passing: Collection[str]) -> Iterator[Connection]:
    """Yield a connection that holds the right to write, on an emptied register; all of it is kept, or nothing.

    Every other write goes through a Change, which adds to the history. Here the history itself is put back, line by
    line, and a line about that would make the register another one than it was. That is why this is open only where
    there is no history yet: BrokenRule for a register that is not empty. `passing` names the tables that do not count,
    such as the link with which a new register waits for its first administrator; they are emptied as well.
    """
    with opened(engine, to_fill=True) as connection:
        if connection.dialect.name != "sqlite":  # there BEGIN IMMEDIATE keeps others from writing
            chain.end_of(connection)
        end = Base.metadata.tables["audit_chain"]
        for table in Base.metadata.sorted_tables:
            if table is not end and table.name not in passing and _is_filled(connection, table):
                raise BrokenRule(FILLED)
        for table in reversed(Base.metadata.sorted_tables):
            if table is end or table.name in passing:
                connection.execute(table.delete())
        yield connection


def _is_filled(connection: Connection, table: Table) -> bool:
    return bool(connection.scalar(select(exists(select(table.primary_key.columns[0])))))
