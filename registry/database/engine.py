"""How the register talks to SQLite and PostgreSQL: transactions that cannot deadlock, foreign keys, durable writes."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, event, make_url
from sqlalchemy.exc import DisconnectionError

from registry.database.unavailable import FOLLOWS, GONE
from registry.errors import BrokenRule, Unavailable

IMMEDIATE = "register_immediate"
# Before 3.51.3 a reset of the write-ahead log could lose a committed write when several processes were connected.
SAFE_WAL = (3, 51, 3)
LONGEST_CONNECT = 5  # seconds, for each server that the address names


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Return the SQLite journal mode that is safe with this version of the library."""
    return "WAL" if version >= SAFE_WAL else "DELETE"


def options(url: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of an engine for this address: those given, and for a server what survives its restart.

    A connection that lay waiting is tried before use, and a server that says nothing is given up after five seconds.
    """
    address = make_url(url)
    if address.get_backend_name() != "postgresql":
        return dict(given)
    waits = {} if "connect_timeout" in address.query else {"connect_timeout": LONGEST_CONNECT}
    return {"pool_pre_ping": True, "connect_args": waits, **given}


def prepare(engine: Engine) -> None:
    """Set the engine's connections up: all of it for SQLite; for PostgreSQL the defaults are right."""
    if engine.dialect.name != "sqlite":
        event.listen(engine, "handle_error", _leave_follower)
        return
    opened: set[Path] = set()
    event.listen(engine, "do_connect", lambda *_: _refuse_to_begin_anew(opened))
    event.listen(engine, "connect", lambda connection, record: opened.update(_set_up(connection, record)))
    event.listen(engine, "checkout", _refuse_old_file)
    event.listen(engine, "begin", _begin)


def _leave_follower(context: ExceptionContext) -> None:
    """Let all connections go when this server turns out to follow another: the next one looks for which that is."""
    if getattr(context.original_exception, "sqlstate", None) == FOLLOWS:
        context.is_disconnect = True


def _refuse_to_begin_anew(opened: set[Path]) -> None:
    """Refuse to connect where the file is gone that this engine had open: SQLite would make an empty one."""
    if any(not place.exists() for place in opened):
        raise Unavailable(GONE)


def _set_up(connection: sqlite3.Connection, record: Any) -> list[Path]:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 10000")
    connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
    connection.execute("PRAGMA synchronous = FULL")
    record.info["file"] = file = _file(connection)
    return [file[0]] if file else []


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


def _refuse_without_file(info: dict[str, Any]) -> None:
    """Refuse to read and write in a file that no longer has a name: what is kept there is lost at the next start.

    The connection stays open, for as long as it does so do the contents of that file.
    """
    if (opened := info.get("file")) and not opened[0].exists():
        raise Unavailable(GONE)


def _refuse_old_file(connection: sqlite3.Connection, record: Any, proxy: Any) -> None:
    if _is_replaced(record.info):
        raise DisconnectionError("another database file stands in its place")  # the pool connects anew


def _begin(connection: Connection) -> None:
    _refuse_without_file(connection.info)
    # A transaction that starts by reading and then writes fails with "locked" when another wrote in between.
    immediate = connection.get_execution_options().get(IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
    # Who restores holds the right to write until the new file is there: what waited for it must not write in the old.
    if immediate and _is_replaced(connection.info):
        connection.exec_driver_sql("ROLLBACK")
        connection.invalidate()
        raise BrokenRule("De database is zojuist vervangen door een back-up. Er is niets bewaard. Probeer het opnieuw.")
