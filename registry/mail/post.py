"""Handing letters to the mail server: one connection for all of them, and of each how it went."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage

from registry.mail.letter import Letter, message_of
from registry.mail.server import MailServer

MOST_FAILURES = 2  # so often in a row the connection may fail before the rest of a run is not tried any more
NO_ANSWER = "De mailserver gaf niet op tijd antwoord."
NOT_THERE = "De mailserver is niet te bereiken."
BROKE_OFF = "De mailserver brak de verbinding af."
NOT_SAFE = "De mailserver kon niet tonen dat hij de goede is: zijn certificaat klopt niet."
NO_SECURITY = "De mailserver biedt niet wat de instellingen vragen: geen STARTTLS, of geen aanmelden."
WRONG_PASSWORD = "De mailserver nam SMTP_USER met SMTP_PASSWORD niet aan."
NOT_THIS_SENDER = "De mailserver neemt geen mail aan van het adres in MAIL_FROM."
NOT_THIS_ADDRESS = "De mailserver neemt dit e-mailadres niet aan"
NOT_THIS_LETTER = "De mailserver weigerde de mail"
NOT_NOW = "De mailserver neemt nu geen mail aan"
NOT_AS_ADDRESS = "Dit e-mailadres kan niet boven een mail staan."


@dataclass(frozen=True)
class Delivery:
    """How it went with one letter; `sentence` says why the mail server does not have it. No address stands in it."""

    is_accepted: bool
    sentence: str = ""


class Post:
    """A run of letters to one mail server: `with Post(server) as post: post.send(letter)`.

    The connection is made at the first letter, and anew after it broke. A server that is down or slow is not waited
    for again and again: after two failures in a row the other letters get its sentence at once.
    """

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self._line: smtplib.SMTP | None = None
        self._failures, self._last = 0, ""

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *fault: object) -> None:
        if self._line is not None:
            try:
                self._line.quit()
            except (OSError, smtplib.SMTPException):
                self._hang_up()

    def send(self, letter: Letter) -> Delivery:
        """Return whether the server accepted the letter; nothing is raised for what a server does."""
        if self._failures >= MOST_FAILURES:
            return Delivery(False, self._last)
        try:
            message = message_of(letter, self.server.sender, self.server.sender_name)
        except ValueError:  # what no header can carry
            return Delivery(False, NOT_AS_ADDRESS)
        try:
            line = self._line = self._open()
        except OSError as fault:  # smtplib's own errors are among these
            return self._failed(fault)
        return self._handed_over(line, message, letter.to)

    def _handed_over(self, line: smtplib.SMTP, message: EmailMessage, to: str) -> Delivery:
        try:
            line.send_message(message, self.server.sender, [to])
        except smtplib.SMTPServerDisconnected as fault:
            return self._failed(fault)
        except smtplib.SMTPException as fault:  # it answered: no to this letter
            self._failures = 0
            return Delivery(False, NOT_AS_ADDRESS if _is_unsupported(fault) else _reason(fault))
        except OSError as fault:
            return self._failed(fault)
        self._failures = 0
        return Delivery(True)

    def _open(self) -> smtplib.SMTP:
        """The connection that there is, or a new one: a server hangs up on who is silent for a while."""
        if self._line is not None and not _is_alive(self._line):
            self._hang_up()
        return self._line or self._connected()

    def _connected(self) -> smtplib.SMTP:
        server, own_name = self.server, self.server.sender.rpartition("@")[2]
        safe = ssl.create_default_context()
        if server.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, own_name, timeout=server.timeout, context=safe
            )
        else:
            line = smtplib.SMTP(server.host, server.port, own_name, timeout=server.timeout)
        try:
            if server.security == "starttls":
                line.starttls(context=safe)
            if server.user:
                _sign_in(line, server)
        except BaseException:
            line.close()
            raise
        return line

    def _failed(self, fault: Exception) -> Delivery:
        self._hang_up()
        self._failures, self._last = self._failures + 1, _reason(fault)
        if isinstance(fault, smtplib.SMTPAuthenticationError | smtplib.SMTPNotSupportedError | ssl.SSLError):
            self._failures = MOST_FAILURES  # the next try would go the same way, and might lock the account
        return Delivery(False, self._last)

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def _sign_in(line: smtplib.SMTP, server: MailServer) -> None:
    try:
        line.login(server.user, server.password)
    except smtplib.SMTPServerDisconnected as fault:
        if _is_late(fault):
            raise
        raise smtplib.SMTPAuthenticationError(0, b"") from fault  # some hang up on who gives a wrong password


def _is_late(fault: Exception) -> bool:
    return isinstance(fault, TimeoutError) or isinstance(fault.__context__, TimeoutError)  # smtplib wraps the first


def _is_alive(line: smtplib.SMTP) -> bool:
    try:
        return line.noop()[0] == 250
    except OSError:
        return False


def _is_unsupported(fault: Exception) -> bool:
    return isinstance(fault, smtplib.SMTPNotSupportedError)  # SMTPUTF8, which an address with an accent needs


def _reason(fault: Exception) -> str:
    """The sentence for what went wrong; never what the server said, which may repeat addresses and names."""
    if _is_late(fault):
        return NO_ANSWER
    sentence = next((sentence for kind, sentence in SENTENCES if isinstance(fault, kind)), NOT_THERE)
    return sentence if sentence.endswith(".") else sentence + _code(fault)


def _code(fault: Exception) -> str:
    refused = [code for code, _ in getattr(fault, "recipients", {}).values()]
    code = next(iter(refused), getattr(fault, "smtp_code", None))
    return f" (code {code})." if code else "."


SENTENCES: tuple[tuple[type[Exception], str], ...] = (  # the first that fits counts; one without a stop gets a code
    (smtplib.SMTPServerDisconnected, BROKE_OFF),
    (smtplib.SMTPAuthenticationError, WRONG_PASSWORD),
    (smtplib.SMTPNotSupportedError, NO_SECURITY),
    (smtplib.SMTPRecipientsRefused, NOT_THIS_ADDRESS),
    (smtplib.SMTPSenderRefused, NOT_THIS_SENDER),
    (smtplib.SMTPDataError, NOT_THIS_LETTER),
    (smtplib.SMTPException, NOT_NOW),
    (ssl.SSLError, NOT_SAFE),
)
