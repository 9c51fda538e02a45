"""`backup FILE.zip`, and `backup --daily`: one a day in the folder of the settings, of which the newest stay."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.errors import BrokenRule
from registry.paths import Instance

if TYPE_CHECKING:
    from datetime import datetime

    from flask import Flask

    from registry.services.archive.manifest import Manifest

HOUR = 60 * 60  # seconds


@click.command(help="Maak een back-up van het register, ook terwijl het aan staat.")
@click.argument("file", required=False, metavar="BESTAND.zip", type=click.Path(path_type=Path))
@click.option("--daily", is_flag=True, help="Die van vandaag, in de map van de instelling backup_folder.")
@click.pass_obj
def backup(instance: Instance, file: Path | None, daily: bool) -> None:
    """Write a backup and tell how much is in it; BrokenRule when it cannot be written."""
    from datetime import datetime

    from flask import current_app

    from registry.cli.archiving import SECRET, told
    from registry.cli.running import open_register
    from registry.services.archive.writing import note_archive

    if bool(file) == daily:
        raise click.UsageError("Noem een bestand, of --daily.")
    with open_register(instance, may_begin=False) as session:
        if file is None:
            click.echo(daily_backup(current_app.config, session.get_bind(), datetime.now().astimezone()))
            return
        note_archive(session)
        manifest = _write(instance, session.get_bind(), file, datetime.now().astimezone())
    click.echo(f"Back-up gemaakt: {file} ({told(manifest)})")
    click.echo(SECRET)


def daily_backup(config: Mapping[str, Any], engine: Any, now: "datetime") -> str:
    """Return in a sentence what became of the backup of this day; makes it when it is not there yet.

    BrokenRule when there is no folder for it, or it cannot be written there.
    """
    from registry.services.archive import daily
    from registry.settings import whole_number

    folder, instance = daily.folder_of(config), config["INSTANCE"]
    path = folder / daily.name_of(now.date())
    if path.exists():
        return f"De back-up van vandaag is er al: {path}"
    _write(instance, engine, path, now)
    daily.remember(instance, path)
    gone = daily.let_go(instance, folder, whole_number(config, "BACKUPS_KEPT"))
    return f"Back-up gemaakt: {path}." + (f" Opgeruimd: {', '.join(gone)}." if gone else "")


def keep_backing_up(app: "Flask") -> None:
    """Make the backup of each day for as long as the register runs, when the settings name a folder for it."""
    from threading import Thread

    if app.config["BACKUP_FOLDER"]:
        Thread(target=_every_hour, args=(app,), name="daily backup", daemon=True).start()


def _every_hour(app: "Flask") -> None:
    import time
    from datetime import datetime

    from registry.database import db

    while True:
        try:
            with app.app_context():
                daily_backup(app.config, db.engine, datetime.now().astimezone())
        except BrokenRule as fault:
            click.echo(f"De back-up van vandaag is niet gemaakt. {fault.sentence}", err=True)
        except Exception:  # the next hour it is tried again; the register itself goes on
            app.logger.exception("De back-up van vandaag is niet gemaakt.")
        sys.stderr.flush()
        time.sleep(HOUR)


def _write(instance: Instance, engine: Any, path: Path, now: "datetime") -> "Manifest":
    from registry.cli.archiving import write_zip
    from registry.services.archive.settings_kept import kept_settings

    return write_zip(engine, instance, path, now, kept_settings(instance))
