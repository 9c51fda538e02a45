"""`restore FILE.zip`: a backup in the place of what is there, which is kept beside it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.checking import is_well
from registry.paths import Instance

if TYPE_CHECKING:
    from flask import Flask

    from registry.services.archive.putting_back import Restored

_ASKED = "In dit register staat al iets. De back-up komt ervoor in de plaats; het oude blijft bewaard. Doorgaan?"


@click.command(help="Zet een back-up terug. Wat er staat, blijft ernaast bewaard. Stop het register eerst.")
@click.argument("file", metavar="BESTAND.zip", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Vraag niets.")
@click.option("--practice", is_flag=True, help="Om te oefenen: in een lege map, zonder iets dat naar buiten gaat.")
@click.pass_obj
def restore(instance: Instance, file: Path, yes: bool, practice: bool) -> None:
    """Restore, and look afterwards whether the register is whole; exit code 1 when it is not, or when it may not.

    BrokenRule while the register runs: who had a page open would save in what is put aside.
    """
    from registry.services.archive import in_use, practising

    if practice:
        practising.refuse_other_folder(instance)
    with in_use.alone(instance):
        left_out = practising.prepare(instance, file) if practice else None
        app = _restored(instance, file, yes, left_out)
    sys.exit(0 if is_well(app) else 1)


def _restored(instance: Instance, file: Path, yes: bool, left_out: list[str] | None) -> "Flask":
    from datetime import datetime

    from registry import create_app
    from registry.database import db
    from registry.services.archive import putting_back

    app = create_app(instance)  # no migration: what stands here may be broken
    with app.app_context():
        engine = db.engine
        try:
            if not yes and putting_back.is_filled(engine):
                click.confirm(_ASKED, abort=True)
            is_real = left_out is None
            restored = putting_back.restore(engine, instance, file, datetime.now(), with_settings=is_real)
        finally:
            engine.dispose()
    _tell(file, restored, left_out)
    return app


def _tell(file: Path, restored: "Restored", left_out: list[str] | None) -> None:
    from registry.cli.archiving import told

    click.echo(f"Teruggezet: {file} van {restored.manifest.made_at} ({told(restored.manifest)})")
    for kept in restored.kept:
        click.echo(f"Het oude staat in: {kept}")
    if restored.settings == "settings.toml":
        click.echo("De instellingen uit de back-up zijn teruggezet, zonder sleutel en zonder database_url.")
    elif restored.settings:
        click.echo(f"De instellingen van hier zijn gebleven. Die uit de back-up staan in {restored.settings}.")
    if left_out is not None:
        without = f"Weggelaten uit de instellingen: {', '.join(left_out)}." if left_out else ""
        click.echo(f"Dit is een oefenregister: er gaat niets naar buiten. {without}".strip())
    click.echo("Iedereen meldt zich opnieuw aan, met het wachtwoord van de dag van de back-up.")
