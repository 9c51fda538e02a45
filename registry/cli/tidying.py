"""The command that lets go of what has been kept long enough: `tidy`."""

from datetime import date

import click

from registry.errors import BrokenRule
from registry.paths import Instance


@click.command(help="Ruim definitieve documenten op die lang genoeg zijn bewaard (instelling FINALS_KEPT_YEARS).")
@click.pass_obj
def tidy(instance: Instance) -> None:
    """Let go of final papers that are older than the setting says, and tell how many."""
    from registry.access import BUILT_IN
    from registry.cli.running import ready_app
    from registry.database import db, session_for
    from registry.dutch import count
    from registry.services.forgetting import forget_old_finals

    app = ready_app(instance)
    years = years_of(app.config["FINALS_KEPT_YEARS"])
    with app.app_context():
        gone = forget_old_finals(session_for(BUILT_IN), date.today(), years)
        db.session.remove()
        db.engine.dispose()
    click.echo(f"{count(gone, 'definitief document', 'definitieve documenten')} opgeruimd.")


def years_of(setting: object) -> int:
    """Return the setting as a number of years; the environment gives it as text. BrokenRule for another value."""
    written = str(setting)
    if not (written.isascii() and written.isdigit() and len(written) <= 3):
        raise BrokenRule(f"De instelling FINALS_KEPT_YEARS is een aantal jaren, of 0 voor altijd. Er staat: {written}")
    return int(written)
