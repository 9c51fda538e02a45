"""The command that lets go of what has been kept long enough: `tidy`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from registry.errors import BrokenRule
from registry.paths import Instance


@click.command(help="Ruim op wat lang genoeg is bewaard: definitieve documenten, en namen in de geschiedenis.")
@click.pass_obj
def tidy(instance: Instance) -> None:
    """Let go of final papers and of names in the history that are older than the settings say, and tell how many."""
    from flask import current_app

    from registry.cli.running import open_register
    from registry.dutch import count
    from registry.services.forgetting import forget_old_finals
    from registry.services.history.forgetting import forget_names

    today = date.today()
    with open_register(instance) as session:
        settings = ("FINALS_KEPT_YEARS", "HISTORY_NAMES_KEPT_YEARS")
        papers, names = (years_of(current_app.config, name) for name in settings)
        gone = forget_old_finals(session, today, papers)
        nameless = forget_names(session, today, names)
    click.echo(f"{count(gone, 'definitief document', 'definitieve documenten')} opgeruimd.")
    click.echo(f"In {count(nameless, 'regel', 'regels')} van de geschiedenis is de naam vervangen.")


def years_of(config: Mapping[str, Any], name: str) -> int:
    """Return this setting as a number of years; the environment gives it as text. BrokenRule for another value."""
    written = str(config[name])
    if not (written.isascii() and written.isdigit() and len(written) <= 3):
        raise BrokenRule(f"De instelling {name} is een aantal jaren, of 0 voor altijd. Er staat: {written}")
    return int(written)
