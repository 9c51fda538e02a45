"""How the register talks to SQLite and PostgreSQL: transactions that cannot deadlock, foreign keys, durable writes."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event

IMMEDIATE = "register_immediate"
# Before 3.51.3 a reset of the write-ahead log could lose a committed write when several processes were connected.
SAFE_WAL = (3, 51, 3)


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Return the SQLite journal mode that is safe with this version of the library."""
    return "WAL" if version >= SAFE_WAL else "DELETE"


def prepare(engine: Engine) -> None:
    """Set the engine's connections up; does nothing on PostgreSQL, where the defaults are right."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)


def _set_up(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 10000")
    connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    # A transaction that starts by reading and then writes fails with "locked" when another wrote in between.
    immediate = connection.get_execution_options().get(IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
