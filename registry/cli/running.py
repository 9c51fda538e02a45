"""The command that starts the register for people: `run`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask import Flask

from registry.paths import Instance


@click.command(help="Start het register op dit apparaat.")
@click.option("--demo", is_flag=True, help="Met een voorbeeldbestuur.")
@click.option("--port", default=5055, show_default=True, type=click.IntRange(1, 65535), help="Op welke poort.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Op welk adres van dit apparaat.")
@click.option("--new", is_flag=True, help="Begin een nieuw, leeg register als het bestand van het oude weg is.")
@click.pass_obj
def run(instance: Instance, demo: bool, port: int, host: str, new: bool) -> None:
    """Bring the database up to date, load the example board when asked, and serve: beyond this machine if that may.

    BrokenRule when the database of a register that had begun is gone, or a backup is being put back here.
    """
    from registry.services.archive import in_use

    with in_use.together(instance):
        _serve(instance, demo, port, host, new)


def _serve(instance: Instance, demo: bool, port: int, host: str, new: bool) -> None:
    from registry.cli.backing_up import keep_backing_up
    from registry.cli.serving import address_of, server_for

    gc.disable()  # what is loaded to start stays: looking what of it could go takes a quarter of the start
    app = ready_app(instance, is_new=new)
    gc.freeze()
    gc.enable()
    if demo:
        _load_demo(app)
    server = server_for(app, host, port)
    address = address_of(app, port)
    click.echo(f"Het register staat klaar op {address} (stoppen met Ctrl+C)")
    if invitation := _way_in(app, demo):
        click.echo(f"Open deze link. Hij werkt één keer, een dag lang: {address}welkom/{invitation}")
    keep_backing_up(app)
    server.run()


def ready_app(instance: Instance, *, is_new: bool = False, may_begin: bool = True) -> Flask:
    """Return the application on a database with the newest schema.

    BrokenRule when a register has begun here and its file is gone, unless a new one is to begin; also when there is
    none and none may begin, of which nothing is made then.
    """
    from datetime import date

    from registry import create_app
    from registry.database import begun, db, migrating

    app = create_app(instance, makes_nothing=not may_begin)
    with app.app_context():
        (begun.begin_anew if is_new else begun.refuse_lost)(db.engine, instance)
        if not may_begin:
            begun.refuse_none(db.engine)
        migrating.upgrade(db.engine)
        begun.mark_begun(db.engine, instance, date.today())
    return app


@contextmanager
def open_register(instance: Instance, *, may_begin: bool = True) -> Iterator[Any]:
    """Give a session of the built-in viewer on the register of this instance, for as long as a command runs.

    BrokenRule when there is no register and none may begin.
    """
    from registry.access import BUILT_IN
    from registry.database import db, session_for

    with ready_app(instance, may_begin=may_begin).app_context():
        try:
            yield session_for(BUILT_IN)
        finally:
            db.session.remove()
            db.engine.dispose()


def _way_in(app: Flask, demo: bool) -> str | None:
    """The secret of the link by which somebody comes in who cannot sign in yet; None where somebody can."""
    from registry.access import BUILT_IN
    from registry.database import db, session_for
    from registry.services.accounts.joining import example_link, set_up_link

    if not app.config["SIGN_IN"]:
        return None
    # In a practice register there is no sign-in service, and for some of its people no other way.
    is_example = demo or app.config["PRACTICE"]
    with app.app_context():
        token = (example_link if is_example else set_up_link)(session_for(BUILT_IN))
        db.session.remove()
    return token


def _load_demo(app: Flask) -> None:
    from registry import demo
    from registry.access import BUILT_IN
    from registry.database import session_for

    with app.app_context():
        demo.load(session_for(BUILT_IN))
