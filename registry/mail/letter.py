"""One letter, as plain values, and as the message that goes over the wire."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, localtime, make_msgid

from registry.errors import BrokenRule

ON_ONE_LINE = "Een adres en een onderwerp van een mail staan op één regel."


@dataclass(frozen=True)
class Letter:
    """What somebody gets: the same message as text and as HTML. BrokenRule for a header of more than one line."""

    to: str
    subject: str
    text: str
    html: str

    def __post_init__(self) -> None:
        if not (self.to.isprintable() and self.subject.isprintable()):
            raise BrokenRule(ON_ONE_LINE)  # a line end would begin a header of somebody else's making


def message_of(letter: Letter, sender: str, sender_name: str) -> EmailMessage:
    """Return the letter as a message from this sender, with a number and a date; ValueError for a wrong address.

    It says of itself that a program made it, so that nobody's holiday notice answers it (RFC 3834).
    """
    from email.headerregistry import Address  # heavy: not at every start
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["From"] = Address(sender_name, addr_spec=sender)
    message["To"] = Address(addr_spec=letter.to)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(localtime())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message
