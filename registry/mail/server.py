"""The mail server of a board, as its settings tell it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from registry.errors import BrokenRule
from registry.settings import is_loopback, whole_number

PORTS = {"starttls": 587, "tls": 465, "": 25}
DEFAULTS: dict[str, Any] = {
    "SMTP_HOST": "",  # the mail server; without one the register sends no mail; docs/beheer/mail.md
    "SMTP_PORT": 0,  # 0: the usual one for SMTP_SECURITY
    "SMTP_SECURITY": "starttls",  # or "tls"; "" only for a mail server on this device
    "SMTP_USER": "",
    "SMTP_PASSWORD": "",
    "SMTP_TIMEOUT": 15,  # seconds that the mail server has for each answer
    "MAIL_FROM": "",  # the address that mail comes from
    "MAIL_FROM_NAME": "Verwerkersregister",
}


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and in whose name; `timeout` is in seconds. The password shows nowhere."""

    host: str
    port: int
    security: str
    sender: str
    sender_name: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 15


def server_of(config: Mapping[str, Any]) -> MailServer | None:
    """Return the mail server of these settings; None while none is set up; BrokenRule for settings that will not do."""
    host = str(config["SMTP_HOST"]).strip()
    if not host:
        return None
    security = str(config["SMTP_SECURITY"]).strip().lower()
    _check_security(host, security)
    if not config["BASE_URL"]:
        raise BrokenRule("Voor mail is ook BASE_URL nodig: in een mail staan links naar het register.")
    user, password = str(config["SMTP_USER"]), str(config["SMTP_PASSWORD"])
    if bool(user) != bool(password):
        raise BrokenRule("SMTP_USER en SMTP_PASSWORD horen bij elkaar: vul beide in, of geen van beide.")
    return MailServer(
        host,
        _port(config) or PORTS[security],
        security,
        _sender(str(config["MAIL_FROM"])),
        _name(str(config["MAIL_FROM_NAME"])),
        user,
        password,
        _seconds(config),
    )


def _check_security(host: str, security: str) -> None:
    if not host.isprintable() or " " in host or "/" in host or (":" in host and not is_loopback(host)):
        raise BrokenRule("SMTP_HOST is de naam van de mailserver, zonder poort. Bijvoorbeeld: smtp.uwbestuur.nl")
    if security not in PORTS:
        raise BrokenRule(f"SMTP_SECURITY is starttls of tls, of leeg voor dit apparaat zelf. Er staat: {security}")
    if not security and not is_loopback(host):
        raise BrokenRule(
            "Zonder beveiliging kan ieder op het netwerk de mail en het wachtwoord meelezen. Zet SMTP_SECURITY op "
            "starttls of tls. Leeg mag alleen voor een mailserver op dit apparaat."
        )


def _port(config: Mapping[str, Any]) -> int:
    port = whole_number(config, "SMTP_PORT")
    if port > 65535:
        raise BrokenRule(f"SMTP_PORT is een getal tot en met 65535. Er staat: {port}")
    return port


def _seconds(config: Mapping[str, Any]) -> int:
    seconds = whole_number(config, "SMTP_TIMEOUT")
    if not 1 <= seconds <= 300:
        raise BrokenRule(f"SMTP_TIMEOUT is een aantal seconden van 1 tot en met 300. Er staat: {seconds}")
    return seconds


def _sender(written: str) -> str:
    from email_validator import EmailNotValidError, validate_email  # heavy: not at the start of who sends no mail

    try:
        return validate_email(written.strip(), check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        raise BrokenRule(
            "MAIL_FROM is het e-mailadres waar de mail vandaan komt. Bijvoorbeeld: register@uwbestuur.nl"
        ) from None


def _name(written: str) -> str:
    if not written.isprintable():
        raise BrokenRule("MAIL_FROM_NAME staat op één regel.")
    return written.strip()
