"""How the register talks to SQLite and PostgreSQL: transactions that cannot deadlock, foreign keys, durable writes."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError

from registry.errors import BrokenRule

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
    event.listen(engine, "checkout", _refuse_old_file)
    event.listen(engine, "begin", _begin)


def _set_up(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 10000")
    connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
    connection.execute("PRAGMA synchronous = FULL")
    record.info["file"] = _file(connection)


def _file(connection: sqlite3.Connection) -> tuple[Path, tuple[int, int]] | None:
    """Where the database of this connection lies and which file that is; None for one in memory."""
    place = Path(connection.execute("PRAGMA database_list").fetchone()[2] or "")
    return (place, _identity(place)) if place.is_file() else None


def _identity(place: Path) -> tuple[int, int]:
    about = place.stat()
    return about.st_dev, about.st_ino


def _is_replaced(info: dict[str, Any]) -> bool:
    """Return whether another file stands there now: a backup was restored, and this connection has the old one."""
    if (opened := info.get("file")) is None:
        return False
    try:
        return bool(_identity(opened[0]) != opened[1])
    except OSError:
        return False


def _refuse_old_file(connection: sqlite3.Connection, record: Any, proxy: Any) -> None:
    if _is_replaced(record.info):
        raise DisconnectionError("another database file stands in its place")  # the pool connects anew


def _begin(connection: Connection) -> None:
    # A transaction that starts by reading and then writes fails with "locked" when another wrote in between.
    immediate = connection.get_execution_options().get(IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
    # Who restores holds the right to write until the new file is there: what waited for it must not write in the old.
    if immediate and _is_replaced(connection.info):
        connection.exec_driver_sql("ROLLBACK")
        connection.invalidate()
        raise BrokenRule("De database is zojuist vervangen door een back-up. Er is niets bewaard. Probeer het opnieuw.")
