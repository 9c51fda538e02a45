"""A real mail server on this device, which keeps what it was given and refuses what a test wants refused."""

import ssl
import time
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "register", "wind molen 7 zaag"


class Postman:
    """What the server does with each letter: keep it, or answer what a test laid down for an address."""

    def __init__(self):
        self.received, self.refused, self.connections = [], {}, 0
        self.answer, self.delay = "250 OK", 0

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - aiosmtpd's names
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = self.answer
        time.sleep(self.delay)  # the server's own thread: it does nothing else meanwhile
        if answer.startswith("250"):
            self.received.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return answer

    @property
    def to(self):
        """To whom each letter that was kept is."""
        return [address for addresses, _ in self.received for address in addresses]

    def part(self, kind, number=-1):
        """The text of a kept letter: its "plain" or its "html" part."""
        return self.received[number][1].get_body((kind,)).get_content().replace("\r\n", "\n")


class AnyPort(Controller):
    """A controller that takes whichever port is free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Office:
    """The server with its postman; `settings` are those of a register that sends its mail here."""

    def __init__(self, **options):
        self.postman = Postman()
        self.controller = AnyPort(self.postman, hostname="127.0.0.1", port=0, **options)
        self.controller.start()
        self.port = self.controller.port
        self.is_open = True

    @property
    def settings(self):
        return {
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": self.port,
            "SMTP_SECURITY": "",
            "SMTP_TIMEOUT": 5,
            "MAIL_FROM": "register@bestuur.example",
            "BASE_URL": "https://register.bestuur.example",
        }

    def close(self):
        if self.is_open:
            self.controller.stop()
        self.is_open = False


@pytest.fixture
def open_office():
    """Open a mail server, with options of aiosmtpd's own; it closes after the test."""
    opened = []

    def start(**options):
        opened.append(Office(**options))
        return opened[-1]

    yield start
    for office in opened:
        office.close()


@pytest.fixture
def post_office(open_office):
    return open_office()


def certificate(folder, name="localhost"):
    """Write a certificate that this device made for itself; its file, and what a server needs to show it."""
    key, subject = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    signed = made.sign(key, hashes.SHA256())
    shown, secret = folder / "server.pem", folder / "key.pem"
    shown.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    secret.write_bytes(key.private_bytes(*plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown, secret)
    return shown, context


def known_by_password(server, session, envelope, mechanism, data):
    """Whether somebody who signs in at the server gives the right name and password."""
    return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)
