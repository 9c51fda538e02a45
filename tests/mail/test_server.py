"""The settings of mail: off until there is a server, and a sentence for each that will not do."""

import pytest

from registry import create_app
from registry.errors import BrokenRule
from registry.mail import DEFAULTS, server_of
from registry.paths import Instance

GOOD = DEFAULTS | {
    "SMTP_HOST": "smtp.bestuur.example",
    "MAIL_FROM": "register@bestuur.example",
    "BASE_URL": "https://register.bestuur.example",
}


def test_without_a_server_there_is_no_mail():
    assert server_of(DEFAULTS | {"BASE_URL": "", "SMTP_SECURITY": "onzin"}) is None


@pytest.mark.parametrize(
    ("host", "security", "port"),
    [("smtp.bestuur.example", "starttls", 587), ("smtp.bestuur.example", "TLS", 465), ("127.0.0.1", "", 25)],
    ids=["starttls", "tls", "plain on this device"],
)
def test_each_security_has_its_port(host, security, port):
    server = server_of(GOOD | {"SMTP_HOST": host, "SMTP_SECURITY": security})
    assert (server.port, server.security, server.sender) == (port, security.lower(), "register@bestuur.example")


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        pytest.param("SMTP_SECURITY", "", "Zonder beveiliging kan ieder", id="plain beyond this device"),
        pytest.param("SMTP_SECURITY", "ssl", "SMTP_SECURITY is starttls of tls", id="unknown security"),
        pytest.param("SMTP_HOST", "smtp.bestuur.example:587", "zonder poort", id="a port in the host"),
        pytest.param("SMTP_HOST", "https://smtp.bestuur.example", "zonder poort", id="an address as host"),
        pytest.param("SMTP_HOST", "smtp\nx", "zonder poort", id="a line end in the host"),
        pytest.param("SMTP_PORT", "veel", "SMTP_PORT is een heel getal", id="a port in words"),
        pytest.param("SMTP_PORT", 70000, "tot en met 65535", id="a port too high"),
        pytest.param("SMTP_TIMEOUT", 0, "SMTP_TIMEOUT is een aantal seconden", id="no time"),
        pytest.param("SMTP_USER", "register", "horen bij elkaar", id="a user without a password"),
        pytest.param("SMTP_PASSWORD", "geheim-woord", "horen bij elkaar", id="a password without a user"),
        pytest.param("MAIL_FROM", "", "MAIL_FROM is het e-mailadres", id="no sender"),
        pytest.param("MAIL_FROM", "a@b.example\nBcc: c@d.example", "MAIL_FROM is het", id="a header in the sender"),
        pytest.param("MAIL_FROM_NAME", "a\nBcc: c@d.example", "op één regel", id="a header in the name"),
        pytest.param("BASE_URL", "", "ook BASE_URL nodig", id="no address of the register"),
    ],
)
def test_a_wrong_setting_has_its_sentence(setting, value, sentence):
    with pytest.raises(BrokenRule) as refusal:
        server_of(GOOD | {setting: value})
    assert sentence in refusal.value.sentence
    assert "geheim-woord" not in refusal.value.sentence


def test_the_register_does_not_start_with_settings_of_mail_that_will_not_do(tmp_path):
    with pytest.raises(BrokenRule, match="MAIL_FROM is het e-mailadres"):
        create_app(Instance(tmp_path / "own"), **GOOD | {"MAIL_FROM": "register"})


def test_the_password_shows_nowhere():
    server = server_of(GOOD | {"SMTP_USER": "register", "SMTP_PASSWORD": "geheim-woord"})
    assert server.password == "geheim-woord"
    assert "geheim-woord" not in f"{server!r} {server}"
