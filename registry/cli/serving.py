"""Where the register may be served, and how the server is set up."""

from typing import Any

from flask import Flask

from registry.errors import BrokenRule
from registry.settings import is_loopback, is_secure

MEGABYTE = 1024 * 1024
MOST_BYTES = 64 * MEGABYTE  # what is larger is not read at all; up to here a person gets a page that says what may be
MOST_CONNECTIONS = 500  # a hundred slow ones must leave room for everybody else
LONGEST_HEADERS = 64 * 1024


def may_serve_on(app: Flask, host: str) -> None:
    """Raise BrokenRule unless the register may listen at this address: beyond this device only as it should be."""
    if is_loopback(host):
        return
    if app.debug:
        raise BrokenRule("Met DEBUG aan is het register alleen op dit apparaat te openen. Zet DEBUG uit.")
    if not is_secure(app.config):
        raise BrokenRule(
            f"Het register is alleen op dit apparaat te openen, niet op {host}. Zet eerst in settings.toml op welk "
            'adres mensen het openen, bijvoorbeeld: base_url = "https://register.uwbestuur.nl"'
        )
    if not app.config["SIGN_IN"]:
        raise BrokenRule("Zonder aanmelden is het register alleen op dit apparaat te openen. Zet SIGN_IN aan.")
    if not _has_administrator(app):
        raise BrokenRule(
            "Het register heeft nog geen beheerder. Start het eerst zonder --host en open de link die dan verschijnt."
        )


def _has_administrator(app: Flask) -> bool:
    from registry.access import BUILT_IN
    from registry.database import db, session_for
    from registry.services.accounts.accounts import has_administrator

    with app.app_context():
        found = has_administrator(session_for(BUILT_IN))
        db.session.remove()
    return found


def server_for(app: Flask, host: str, port: int) -> Any:
    """Return the server, which says nothing of itself; BrokenRule when the register may not be served there."""
    from waitress import create_server

    may_serve_on(app, host)
    listening: dict[int, Any] = {}
    server = create_server(
        app,
        map=listening,
        host=host,
        port=port,
        threads=8,
        ident="",
        asyncore_use_poll=True,
        connection_limit=MOST_CONNECTIONS,
        max_request_body_size=MOST_BYTES,
        max_request_header_size=LONGEST_HEADERS,
        clear_untrusted_proxy_headers=not app.config["TRUSTED_PROXIES"],
    )
    for one in listening.values():  # "localhost" is two addresses, and two servers
        if hasattr(one, "channel_class"):
            one.channel_class = _channel(app.extensions["headers"])
    return server


def address_of(app: Flask, port: int) -> str:
    """Return the address at which people open the register."""
    return f"{app.config['BASE_URL'] or f'http://127.0.0.1:{port}'}/"


def _channel(headers: dict[str, str]) -> type:
    """A connection on which the server's own answers, to what is no sound request, have the headers of all others."""
    from waitress.channel import HTTPChannel
    from waitress.parser import HTTPRequestParser, ParsingError
    from waitress.task import ErrorTask

    class Refusal(ErrorTask):
        def execute(self) -> None:
            self.response_headers.extend([*headers.items(), ("Cache-Control", "no-store")])
            super().execute()

    class Parser(HTTPRequestParser):
        def parse_header(self, head: bytes) -> None:
            # One length wins by the standard; a proxy in front may choose the other, and see another request.
            if all(f"\n{name}:".encode() in head.lower() for name in ("content-length", "transfer-encoding")):
                raise ParsingError("two lengths")
            super().parse_header(head)

    return type("Channel", (HTTPChannel,), {"error_task_class": Refusal, "parser_class": Parser})
