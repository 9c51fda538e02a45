"""The command that looks whether the register is whole: `doctor`."""

import sys
from typing import TYPE_CHECKING

import click

from registry.paths import Instance

if TYPE_CHECKING:
    from flask import Flask


@click.command(
    help="Kijk of het register heel is: de database, de geschiedenis, de bestanden en de back-up. Er verandert niets."
)
@click.pass_obj
def doctor(instance: Instance) -> None:
    """Tell of each check how it stands; exit code 1 when something is wrong."""
    from registry import create_app
    from registry.errors import RegisterError

    try:
        app = create_app(instance, makes_nothing=True)
    except RegisterError as fault:  # a setting that will not do: nothing else can be looked at
        click.echo(f"FOUT: De instellingen kloppen niet. {fault.sentence}")
        sys.exit(1)
    sys.exit(0 if is_well(app) else 1)


def is_well(app: "Flask") -> bool:
    """Tell of each check how it stands, and return whether nothing is wrong; a warning is no fault."""
    from datetime import UTC, datetime

    from registry.access import BUILT_IN
    from registry.database import db, session_for
    from registry.queries.checks import findings

    faults = 0
    with app.app_context():  # as it stands: no migration here
        for finding in findings(session_for(BUILT_IN), app.config, datetime.now(UTC)):
            click.echo(f"{finding.word}: {finding.sentence}")
            faults += not finding.is_good
        db.session.remove()
        db.engine.dispose()
    return not faults
