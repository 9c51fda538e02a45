"""One-time links by mail, where the board has a mail server."""

from flask import current_app

from registry.database import db
from registry.mail import Delivery, Post, server_of, write
from registry.model import SchoolBoard
from registry.model.signing_in import LinkKind

LETTERS = {
    LinkKind.INVITATION: ("invitation", "Uitnodiging voor het verwerkersregister"),
    LinkKind.RESET: ("reset", "Nieuw wachtwoord voor het verwerkersregister"),
}


def mail_link(kind: LinkKind, email: str, address: str) -> Delivery | None:
    """Return how the mail server took the letter with this link; None where there is no mail server.

    What the session read before is read again: no look at the database stays open while the server is waited for.
    """
    server = server_of(current_app.config)
    if server is None:
        return None
    name, subject = LETTERS[kind]
    board = db.session.get(SchoolBoard, 1)
    letter = write(name, email, subject, link=address, board=board.name if board else "")
    db.session.rollback()
    with Post(server) as post:
        return post.send(letter)


def can_mail_password() -> bool:
    """Return whether somebody who forgot their password may have a link mailed.

    Not where the board asks for its own sign-in service: a password is for emergencies there.
    """
    return server_of(current_app.config) is not None and not current_app.config["REQUIRE_SSO"]
