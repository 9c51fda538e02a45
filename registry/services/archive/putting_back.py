"""Restores a backup: into an empty register, or in the place of the one that is there, which is kept beside it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from registry.database import begun, migrating
from registry.database import engine as engines
from registry.database.migrating import opened as in_one_transaction
from registry.errors import BrokenRule
from registry.model.base import Base
from registry.paths import Instance
from registry.services.archive import swapping
from registry.services.archive.contents import LEFT_OUT
from registry.services.archive.in_use import STOP
from registry.services.archive.manifest import Manifest
from registry.services.archive.opening import Archive, opened
from registry.services.archive.own_files import own_folders, placed
from registry.services.archive.reading import check, fill, read_checked
from registry.services.archive.settings_kept import check_settings, put_settings
from registry.services.archive.swapping import Move

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


@dataclass(frozen=True)
class Restored:
    """What was restored: what the backup says, where the old register is kept, and where its settings were put.

    `settings` is empty where they are those of here, or were not to be put.
    """

    manifest: Manifest
    kept: list[str]
    settings: str


def is_filled(engine: Engine) -> bool:
    """Return whether there is something to lose in this database; one that cannot be read counts as filled."""
    if not begun.is_there(engine):
        return False
    try:
        with engine.connect() as connection:
            here = set(sa.inspect(connection).get_table_names())
            ours = [t for t in Base.metadata.sorted_tables if t.name in here - LEFT_OUT.keys() - {"audit_chain"}]
            return any(connection.scalar(sa.select(sa.exists(sa.select(t.primary_key.columns[0])))) for t in ours)
    except DatabaseError:
        if engine.dialect.name == "sqlite":
            return True
        raise


def restore(engine: Engine, instance: Instance, path: Path, now: datetime, *, with_settings: bool = True) -> Restored:
    """Return what was restored, after the register of this backup stands here; what stood here is kept beside it.

    FileRefused and BrokenRule as `read_archive` says: then nothing has changed.
    """
    with opened(path) as archive:
        check(archive)
        manifest, settings = archive.manifest, archive.settings()
        if settings is not None:
            check_settings(settings)
        kept = _put_back(engine, instance, archive, f"{now:%Y-%m-%d-%H%M%S}")
    begun.mark_begun(engine, instance, now.date())
    is_put = with_settings and settings is not None
    return Restored(manifest, kept, put_settings(instance, settings or b"") if is_put else "")


def _put_back(engine: Engine, instance: Instance, archive: Archive, stamp: str) -> list[str]:
    if begun.is_there(engine) and not is_filled(engine):
        migrating.upgrade(engine)
        read_checked(engine, instance, archive)
        return []
    ready = swapping.staging(instance)
    if engine.dialect.name != "sqlite":
        with placed(ready, archive.own_files()):
            schema = _renew_schema(engine, archive, f"voor_herstel_{stamp.replace('-', '_')}")
        return [f"schema {schema}", *map(str, swapping.swap(instance, _folders(instance, ready, stamp)))]
    place = Path(str(engine.url.database))
    new = _new_file(place, ready, archive)
    engine.dispose()
    with _nobody_writes(place) if begun.is_there(engine) else nullcontext():
        moves = [*_files(place, new, stamp), *_folders(instance, ready, stamp)]
        return [str(one) for one in swapping.swap(instance, moves)]


def _new_file(place: Path, ready: Instance, archive: Archive) -> Path:
    """Make the restored register in a file beside the old one, on the same disk: a rename puts it in its place."""
    new = place.with_name(f"{place.name}.herstel")
    for left in (new, *(new.with_name(f"{new.name}{end}") for end in BESIDE)):
        left.unlink(missing_ok=True)
    new.touch(mode=0o600)
    engine = sa.create_engine(f"sqlite:///{new.as_posix()}", poolclass=sa.NullPool)
    engines.prepare(engine)
    try:
        migrating.upgrade(engine)
        read_checked(engine, ready, archive)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


@contextmanager
def _nobody_writes(place: Path) -> Iterator[None]:
    """Hold the right to write in the old file; one that is broken nobody writes in. BrokenRule while it is in use."""
    with closing(sqlite3.connect(place, timeout=10, isolation_level=None)) as old:
        try:
            old.execute("PRAGMA journal_mode = DELETE")  # with a write-ahead log: only when nobody else has it open
            old.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            if "locked" in str(fault):
                raise BrokenRule(STOP) from fault
        except sqlite3.DatabaseError:
            pass  # not readable: that is why there is a restore
        if os.name == "nt":  # there an open file cannot be renamed
            old.close()
        yield


def _files(place: Path, new: Path, stamp: str) -> Iterator[Move]:
    kept = place.with_name(f"{place.stem}.voor-herstel-{stamp}{place.suffix}")
    for end in BESIDE:
        yield Move(place.with_name(f"{place.name}{end}"), kept.with_name(f"{kept.name}{end}"))
    yield Move(place, kept, new)


def _folders(instance: Instance, ready: Instance, stamp: str) -> Iterator[Move]:
    beside = instance.root / f"voor-herstel-{stamp}"
    for name in own_folders(instance):
        new = ready.root / name
        yield Move(instance.root / name, beside / name, new if new.exists() else None)


def _renew_schema(engine: Engine, archive: Archive, kept: str) -> str:
    """Rename the schema of the old register and fill a new one by its name, in one transaction; return the new name.

    Who waits to write meets the lock on the end of the history, and finds the new schema behind it.
    """
    with in_one_transaction(engine) as connection:
        quoted = connection.dialect.identifier_preparer.quote
        name = quoted(str(connection.scalar(sa.text("SELECT current_schema()"))))
        try:
            connection.exec_driver_sql("LOCK TABLE audit_chain IN ACCESS EXCLUSIVE MODE")
            connection.exec_driver_sql(f"ALTER SCHEMA {name} RENAME TO {quoted(kept)}")
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
        except DatabaseError as fault:
            raise BrokenRule(
                "Deze gebruiker van de database mag geen schema hernoemen. Geef hem dat recht, of herstel in een lege "
                "database. Er is niets veranderd."
            ) from fault
        migrating.move(connection)
        connection.execute(Base.metadata.tables["audit_chain"].delete())  # where a new history begins
        fill(connection, archive)
    return kept
