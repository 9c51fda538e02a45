"""`reminders`: the digests of this day go to a real mail server, and each account has a line without its address."""

from datetime import date

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.model.account import Role
from registry.services.board.board import set_up_board
from registry.services.reminders.choices import set_choice
from registry.services.year.actions import add_action
from tests.people import email_of, hire


@pytest.fixture
def reminders(session, database_url, tmp_path, monkeypatch, post_office):
    """Run the command on a register whose mail goes to the post office."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    for name, value in post_office.settings.items():
        monkeypatch.setenv(f"REGISTER_{name}", str(value))

    def reminders(*words):
        session.rollback()
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "reminders", *words])

    return reminders


@pytest.fixture
def officer(session):
    """The privacy officer of Stichting Getijden, who wants a digest and has one thing to do."""
    set_up_board(session, {"name": "Stichting Getijden"})
    number = hire(session, Role.PRIVACY_OFFICER)
    set_choice(session, number, 0, True, {})
    add_action(session, {"what": "Bel de leverancier", "due_on": date.today()})
    return number


def test_a_digest_goes_out_once(reminders, officer, post_office):
    first, second = reminders(), reminders()
    assert (first.exit_code, first.stdout) == (0, f"Account {officer}: verstuurd: 1 regel, 1 nieuw.\n")
    assert (second.exit_code, second.stdout) == (0, f"Account {officer}: deze week al verstuurd, of nu bezig.\n")
    assert post_office.postman.to == [email_of(Role.PRIVACY_OFFICER)]


def test_its_links_lead_into_the_register(reminders, officer, post_office):
    reminders()
    text = post_office.postman.part("plain")
    assert "Stichting Getijden" in text
    assert "Werk de actie bij: https://register.bestuur.example/" in text
    assert "https://register.bestuur.example/mijn-account/herinneringen/" in text


def test_a_dry_run_tells_and_sends_nothing(reminders, officer, post_office):
    assert reminders("--dry-run").stdout == f"Account {officer}: zou nu worden verstuurd: 1 regel, 1 nieuw.\n"
    assert post_office.postman.received == []
    assert reminders().stdout.endswith("verstuurd: 1 regel, 1 nieuw.\n")


def test_what_fails_is_told_with_exit_code_1_and_without_the_address(reminders, officer, post_office):
    post_office.postman.refused[email_of(Role.PRIVACY_OFFICER)] = "550 privacy_officer@bestuur.example unknown"
    told = reminders()
    assert told.exit_code == 1
    assert told.stdout == f"Account {officer}: mislukt: De mailserver neemt dit e-mailadres niet aan (code 550).\n"
    post_office.postman.refused.clear()
    assert reminders().exit_code == 0


def test_a_wrong_password_is_told_and_not_shown(reminders, officer, monkeypatch):
    monkeypatch.setenv("REGISTER_SMTP_USER", "register")
    monkeypatch.setenv("REGISTER_SMTP_PASSWORD", "wind molen 7 zaag")
    told = reminders()
    assert told.exit_code == 1
    assert "wind molen" not in told.output


def test_nobody_asked(reminders, session):
    told = reminders()
    assert (told.exit_code, told.stdout) == (0, "Niemand vroeg om een overzicht per mail.\n")


def test_without_a_mail_server_it_says_what_to_set(reminders, officer, monkeypatch):
    monkeypatch.setenv("REGISTER_SMTP_HOST", "")
    told = reminders()
    assert (told.exit_code, told.stderr) == (
        2,
        "Er is nog geen mailserver ingesteld. Zet smtp_host in settings.toml.\n",
    )
