"""Reads an archive back: into an empty register, all of it or nothing."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table

import registry
from registry.database import migrating
from registry.database.chain_check import check_chain
from registry.database.restoring import restoring
from registry.errors import FileRefused
from registry.paths import Instance
from registry.services.archive import kinds
from registry.services.archive.contents import LEFT_OUT, kinds_of, tables_in
from registry.services.archive.kinds import Kind
from registry.services.archive.loading import load
from registry.services.archive.manifest import DAMAGED, Manifest
from registry.services.archive.opening import Archive, opened
from registry.services.archive.own_files import placed, refuse_other


def read_archive(engine: Engine, instance: Instance, path: Path) -> Manifest:
    """Return what the manifest says, after its register stands in this empty one, with the board's own files.

    An archive of an older schema is put into that schema and then brought up to date, in the same transaction.
    FileRefused for a file that is no archive, is damaged, is of a newer version or has a broken history; BrokenRule
    for a register that is not empty. Then nothing has changed.
    """
    with opened(path) as archive:
        check(archive)
        read_checked(engine, instance, archive)
    return archive.manifest


def read_checked(engine: Engine, instance: Instance, archive: Archive) -> None:
    """Let the register of an archive that `check` found good stand in this empty one; else as `read_archive`."""
    own = archive.own_files()
    with restoring(engine, LEFT_OUT) as connection:
        refuse_other(instance, own)
        fill(connection, archive)
        with placed(instance, own):
            connection.commit()


def check(archive: Archive) -> None:
    """Raise FileRefused for an archive of a newer version, or of which a member is not what it was."""
    _check_version(archive.manifest)
    archive.verify()


def fill(connection: Connection, archive: Archive) -> None:
    """Put the rows and files of the archive into this empty register, and bring that up to date; no commit yet.

    FileRefused and BrokenRule as `read_archive` says.
    """
    migrating.move(connection, archive.manifest.schema)
    _fill(connection, archive)
    migrating.move(connection)
    _check_history(connection)


def _check_version(manifest: Manifest) -> None:
    if not migrating.knows(manifest.schema):
        raise FileRefused(
            f"Dit bestand is gemaakt met versie {manifest.program} (indeling {manifest.schema or 'onbekend'}). "
            f"Dit is versie {registry.__version__}, die deze indeling niet kent. Werk eerst dit register bij."
        )


def _fill(connection: Connection, archive: Archive) -> None:
    here = tables_in(connection)
    _check_schema(archive, here)
    counts = load(connection, here, partial(rows_in, archive))
    for name, count in archive.manifest.tables.items():
        if counts[name] != count:
            raise FileRefused(f"{DAMAGED}: {name} heeft {counts[name]} rijen, geen {count}.")


def _check_schema(archive: Archive, here: list[Table]) -> None:
    """Refuse an archive whose tables and columns are not those of its revision, so that nothing is left behind."""
    try:
        told = {
            name: {column["name"]: column["kind"] for column in table["columns"]}
            for name, table in archive.schema["tables"].items()
        }
    except (KeyError, TypeError, AttributeError) as fault:
        raise FileRefused(f"{DAMAGED}: de beschrijving van de tabellen klopt niet.") from fault
    known = {table.name: {name: kind.value for name, kind in kinds_of(table).items()} for table in here}
    if told != known or archive.manifest.tables.keys() != known.keys():
        raise FileRefused(f"{DAMAGED}: de tabellen zijn niet die van indeling {archive.manifest.schema}.")


def rows_in(archive: Archive, table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of this table with their files, as they go into the database; FileRefused for one that cannot."""
    for number, row in enumerate(archive.lines(table.name), 1):
        try:
            yield _values(archive, table, row)
        except (KeyError, ValueError) as fault:
            raise FileRefused(f"{DAMAGED}: rij {number} van {table.name} past niet bij de beschrijving.") from fault


def _values(archive: Archive, table: Table, row: dict[str, Any]) -> dict[str, Any]:
    of = kinds_of(table)
    if row.keys() != of.keys():
        raise ValueError("other columns")
    values = {name: kinds.read(kind, row[name]) for name, kind in of.items()}
    for name, kind in of.items():
        value, most = values[name], getattr(table.columns[name].type, "length", None)
        if kind is Kind.TEXT and value is not None and most and len(value) > most:
            raise ValueError("too long")
        if kind is Kind.FILE and value is not None:
            values[name] = archive.file(value)
    return values


def _check_history(connection: Connection) -> None:
    if faults := check_chain(connection).faults:
        raise FileRefused(f"De geschiedenis in dit bestand klopt niet. {faults[0]} Er is niets ingelezen.")
