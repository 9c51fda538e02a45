"""`restore --practice`: a copy in a folder of its own, from which nothing goes out."""

from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from registry import create_app
from registry.cli import main
from registry.config import _defaults
from registry.database import db
from registry.paths import Instance
from registry.settings import IN_PRACTICE
from tests.cli.backing.test_restoring import held

SETTINGS = """\
base_url = "https://register.example"
Trusted_Proxies = 1
smtp_host = "mail.example"
mail_from = "register@getijden.example"
backup_folder = "../bewaard"
require_sso = true
oidc_discovery = "https://inloggen.example/.well-known/openid-configuration"
oidc_client_id = "register"
oidc_client_secret = "een-geheim-van-de-dienst"
finals_kept_years = 5
log_format = "json"
"""
LEFT_OUT = (
    "backup_folder, base_url, mail_from, oidc_client_id, oidc_client_secret, oidc_discovery, require_sso, smtp_host, "
    "trusted_proxies"
)


@pytest.fixture
def practise(command, here, tmp_path):
    """Practise with the backup of a register with these settings, by default in a new folder."""
    (here / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    assert command("backup", "b.zip").exit_code == 0

    def practise(*words, folder=tmp_path / "oefenmap", file="b.zip"):
        # As it is on a server: the environment is that of the real register.
        return CliRunner().invoke(main, ["--instance", str(folder), "restore", file, "--practice", *words])

    return practise


@pytest.fixture
def in_environment(monkeypatch):
    """A mail server in the environment, as the real register has it."""
    monkeypatch.setenv("REGISTER_SMTP_HOST", "mail.example")


@pytest.fixture
def practice(practise, tmp_path, in_environment):
    """The app of a practice register, started where the settings of the real one stand in the environment."""
    practise()
    app = create_app(Instance(tmp_path / "oefenmap"))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def test_it_says_what_it_left_out_and_keeps_what_reaches_nobody(practise, tmp_path, database_url):
    before = held(database_url)
    told = practise()
    assert (told.exit_code, told.stderr) == (0, "")
    assert "FOUT" not in told.stdout
    assert f"er gaat niets naar buiten. Weggelaten uit de instellingen: {LEFT_OUT}.\n" in told.stdout
    written = (tmp_path / "oefenmap" / "settings.toml").read_text(encoding="utf-8")
    assert written == 'practice = true\nfinals_kept_years = 5\nlog_format = "json"\n'
    assert not (tmp_path / "oefenmap" / "settings.uit-back-up.toml").exists()
    practised = held(f"sqlite:///{(tmp_path / 'oefenmap' / 'register.sqlite').as_posix()}")
    assert len(practised["audit_event"]) == len(before["audit_event"]) > 0
    assert practised == before or not database_url.startswith("sqlite")  # a server gives other kinds of values
    assert held(database_url) == before


def test_it_stands_in_its_own_folder_and_not_in_the_database_of_the_environment(practice, tmp_path):
    assert practice.config["DATABASE_URL"].endswith("/oefenmap/register.sqlite")
    assert practice.config["FINALS_KEPT_YEARS"] == 5
    changed = {name for name, value in _defaults(practice.config["INSTANCE"]).items() if practice.config[name] != value}
    assert changed <= IN_PRACTICE | {"PRACTICE", "SECRET_KEY", "SQLALCHEMY_ENGINE_OPTIONS", "TRUSTED_HOSTS"}


def test_who_starts_it_comes_in_by_a_link_and_every_page_says_that_it_is_practice(practice, tmp_path, monkeypatch):
    server = SimpleNamespace(run=lambda: None)
    monkeypatch.setattr("registry.cli.serving.server_for", lambda app, host, port: server)
    told = CliRunner().invoke(main, ["--instance", str(tmp_path / "oefenmap"), "run"]).stdout
    assert "http://127.0.0.1:5055/welkom/" in told
    page = practice.test_client().get(f"/welkom/{told.split('/welkom/')[1].strip()}").text
    assert "<h1>Welkom in het oefenregister</h1>" in page
    assert "Dit is een oefenregister, een kopie uit een back-up." in page
    assert "Dit is een bestuur dat niet bestaat" not in page


def test_a_real_register_does_not_call_itself_practice(visitor):
    assert "oefenregister" not in visitor.client.get("/").text


def test_it_never_stands_in_the_folder_of_a_register(practise, command, here, database_url):
    before, names = held(database_url), sorted(here.iterdir())
    told = practise("--yes", folder=here)
    assert (told.exit_code, told.stderr[:26]) == (2, "Oefenen kan in een lege ma")
    assert held(database_url) == before
    assert sorted(here.iterdir()) == names


def test_it_may_be_tried_again_in_the_same_folder(practise, tmp_path):
    assert practise(file="nergens.zip").exit_code == 2
    assert practise().exit_code == 0
    again = practise("--yes")
    assert (again.exit_code, again.stderr) == (0, "")
    assert "Het oude staat in: " in again.stdout
    assert f"Weggelaten uit de instellingen: {LEFT_OUT}.\n" in again.stdout


def test_a_backup_without_settings_leaves_nothing_out(practise, command, here):
    (here / "settings.toml").unlink()
    command("backup", "b.zip")
    assert "er gaat niets naar buiten.\n" in practise().stdout
