"""The command that looks whether the register is whole: `doctor`."""

import sys

import click

from registry.paths import Instance


@click.command(help="Kijk of het register heel is: de database, de geschiedenis en de bestanden. Er verandert niets.")
@click.pass_obj
def doctor(instance: Instance) -> None:
    """Tell of each check how it stands; exit code 1 when something is wrong."""
    from registry import create_app
    from registry.access import BUILT_IN
    from registry.database import db, session_for
    from registry.queries.checks import CHECKS

    is_well = True
    with create_app(instance).app_context():  # as it stands: no migration here
        session = session_for(BUILT_IN)
        for check in CHECKS:
            finding = check(session)
            click.echo(f"{'Goed' if finding.is_good else 'FOUT'}: {finding.sentence}")
            is_well = is_well and finding.is_good
            if finding.is_final and not finding.is_good:
                break
        db.session.remove()
        db.engine.dispose()
    sys.exit(0 if is_well else 1)
