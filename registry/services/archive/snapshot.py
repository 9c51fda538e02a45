"""One look at the register that nobody changes meanwhile, and that keeps nobody from writing."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, NullPool, create_engine

UNDER_WAY = ".meenemen-"  # how the names of folders begin in which a copy lies for as long as it is read

DAY = 24 * 60 * 60  # seconds


@contextmanager
def snapshot(engine: Engine, folder: Path) -> Iterator[Connection]:
    """Yield a connection on the register as it is at this moment; `folder` has room for a copy of a SQLite file.

    SQLite: on a copy, made by its own backup API. With a rollback journal a long look at the register itself would
    keep others from saving. PostgreSQL: a read-only transaction that sees one moment.
    """
    if engine.dialect.name != "sqlite":
        with engine.connect() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return
    _forget_left_over(folder)
    with TemporaryDirectory(prefix=UNDER_WAY, dir=folder) as place:
        copy = Path(place) / "register.sqlite"
        _copy(engine, copy)
        copied = create_engine(f"sqlite:///{copy.as_posix()}", poolclass=NullPool)
        with copied.connect() as connection:
            yield connection


def _forget_left_over(folder: Path) -> None:
    """A copy whose program was killed holds the register too: it goes the next time, once no run can need it."""
    for left in folder.glob(f"{UNDER_WAY}*"):
        if time.time() - left.stat().st_mtime > DAY:
            shutil.rmtree(left, ignore_errors=True)


def _copy(engine: Engine, path: Path) -> None:
    with closing(engine.raw_connection()) as register, closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # it is gone when the machine stops, and may be
        register.driver_connection.backup(copy)  # type: ignore[union-attr]
