"""Everything in one file and back, or into another database: `export FILE.zip`, `import FILE.zip`, `copy-to`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from registry.cli.files import zip_file
from registry.errors import BrokenRule
from registry.paths import Instance

if TYPE_CHECKING:
    from datetime import datetime

    from registry.services.archive.manifest import Manifest

SECRET = "In dit bestand staat alles, ook wat geheim is. Bewaar het waar alleen u erbij kunt."


def write_everything(session: Any, instance: Instance, file: Path) -> None:
    """Write the archive, and tell how much is in it."""
    manifest = export_archive(session, instance, file)
    click.echo(f"Geschreven: {file} ({told(manifest)})")
    click.echo(SECRET)


def read_everything(session: Any, instance: Instance, file: Path) -> None:
    """Read the archive into this empty register, and tell how much was in it."""
    manifest = import_archive(session, instance, file)
    click.echo(f"Ingelezen: {file} van {manifest.made_at} ({told(manifest)})")


@click.command("copy-to", help="Kopieer het register naar een andere, lege database.")
@click.argument("url", metavar="DATABASE")
@click.pass_obj
def copy_to(instance: Instance, url: str) -> None:
    """Copy all rows and files; what the settings say stays as it is."""
    from registry.cli.running import open_register
    from registry.dutch import count

    with open_register(instance, may_begin=False) as session, _other(url) as target:
        from registry.services.archive.copying import copy_register

        rows = sum(copy_register(session.get_bind(), instance, target).values())
    click.echo(f"Gekopieerd: {count(rows, 'rij', 'rijen')}. Dit register zelf is niet veranderd.")
    click.echo("Zet het adres van de nieuwe database bij database_url in settings.toml en start het register opnieuw.")


def export_archive(session: Any, instance: Instance, path: Path) -> "Manifest":
    """Return the manifest of the archive that was written to `path`; the history tells that it was made."""
    from datetime import UTC, datetime

    from registry.services.archive.writing import note_archive

    note_archive(session)
    return write_zip(session.get_bind(), instance, path, datetime.now(UTC))


def write_zip(engine: Any, instance: Instance, path: Path, at: "datetime", settings: bytes | None = None) -> "Manifest":
    """Return the manifest of the archive that was written to `path`, readable by nobody else than its owner.

    `settings` as `write_archive` takes them. BrokenRule for a path that cannot be written; what stood there then stays.
    """
    from registry.services.archive.writing import write_archive

    with _written(zip_file(path)) as target:
        return write_archive(engine, instance, target, at, settings)


def import_archive(session: Any, instance: Instance, path: Path) -> "Manifest":
    """Return the manifest of the archive in `path`, after its register stands in this empty one."""
    from registry.services.archive.reading import read_archive

    return read_archive(session.get_bind(), instance, path)


def told(manifest: "Manifest") -> str:
    """Return in words how much an archive holds: "12 leveranciers, 3 bestanden, 1.200 regels geschiedenis"."""
    from registry.dutch import count

    tables = manifest.tables
    parts = [
        count(tables["supplier"], "leverancier", "leveranciers"),
        count(tables["stored_file"], "bestand", "bestanden"),
        count(tables["audit_event"], "regel", "regels") + " geschiedenis",
    ]
    return ", ".join(parts)


@contextmanager
def _written(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file that stands at `path` once all of it is on the disk, readable by its owner alone.

    BrokenRule for what cannot be written; what stood there then stays.
    """
    waiting = path.with_name(f"{path.name}.tmp")
    try:
        waiting.unlink(missing_ok=True)
        waiting.touch(mode=0o600, exist_ok=False)
        with waiting.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except OSError as fault:
        raise BrokenRule(f"Het bestand kan niet worden geschreven: {path} ({fault.strerror}).") from fault
    finally:
        waiting.unlink(missing_ok=True)


@contextmanager
def _other(url: str) -> Iterator[Any]:
    from sqlalchemy import create_engine
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    from registry.database.engine import prepare

    try:
        target = create_engine(url, hide_parameters=True)
    except (ArgumentError, NoSuchModuleError, ImportError) as fault:
        raise BrokenRule("Dit is geen adres van een database. Begin met postgresql+psycopg:// of sqlite:///") from fault
    prepare(target)
    try:
        yield target
    finally:
        target.dispose()
