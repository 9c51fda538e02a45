"""The command that sends the digests that are due: `reminders`, for cron or Task Scheduler."""

import sys
from datetime import date
from typing import Any

import click

from registry.paths import Instance


@click.command(help="Verstuur de overzichten per mail die aan de beurt zijn. Vaker starten verstuurt niets dubbel.")
@click.option("--dry-run", is_flag=True, help="Vertel alleen wie wat zou krijgen; er gaat niets weg.")
@click.pass_obj
def reminders(instance: Instance, dry_run: bool) -> None:
    """Send each account its digest and tell per account how it went; exit code 1 when one failed."""
    from registry.cli.running import open_register
    from registry.services.reminders.sending import send_digests

    with open_register(instance) as session:
        if dry_run:
            outcomes = list(send_digests(session, date.today(), None))
            _tell(outcomes)
        else:
            outcomes = _sent(session, date.today())
    sys.exit(1 if any(one.is_failure for one in outcomes) else 0)


def _sent(session: Any, on: date) -> list[Any]:
    from flask import current_app

    from registry.errors import BrokenRule
    from registry.mail import Post, server_of
    from registry.model import SchoolBoard
    from registry.services.reminders.letters import digest_letter
    from registry.services.reminders.sending import send_digests

    server = server_of(current_app.config)
    if server is None:
        raise BrokenRule("Er is nog geen mailserver ingesteld. Zet smtp_host in settings.toml.")
    board = session.get(SchoolBoard, 1)
    name, links, outcomes = board.name if board else "", current_app.extensions["letter_links"](), []
    with Post(server) as post:
        for one in send_digests(session, on, lambda to, digest: post.send(digest_letter(to, digest, on, name, links))):
            _tell([one])  # at once: a run that is stopped has told what it did
            outcomes.append(one)
    if not outcomes:
        _tell([])
    return outcomes


def _tell(outcomes: list[Any]) -> None:
    for one in outcomes:
        click.echo(f"Account {one.account}: {one.words}.".replace("..", "."))
    if not outcomes:
        click.echo("Niemand vroeg om een overzicht per mail.")
