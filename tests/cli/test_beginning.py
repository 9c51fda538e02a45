"""`run` on a first day and on a day that the database is gone: a lost register never becomes an empty one by itself."""

from datetime import date
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.dutch import long_date
from registry.paths import Instance
from tests.database import SqliteCopies


@pytest.fixture
def instance(tmp_path, monkeypatch):
    monkeypatch.delenv("REGISTER_DATABASE_URL", raising=False)
    return Instance(tmp_path / "own")


@pytest.fixture
def start(instance, monkeypatch):
    """Run a command, of which the server stops at once."""
    server = SimpleNamespace(run=lambda: None)
    monkeypatch.setattr("registry.cli.serving.server_for", lambda app, host, port: server)

    def start(*words):
        return CliRunner().invoke(main, ["--instance", str(instance.root), *words])

    return start


@pytest.fixture
def begun(instance, start):
    assert start("run").exit_code == 0
    return instance


def names(instance):
    return {path.name: path.read_bytes() for path in instance.root.iterdir()}


def test_a_register_that_begins_leaves_a_mark_with_its_day(begun):
    told = begun.begun.read_text(encoding="utf-8")
    assert told.startswith(f"In deze map is op {long_date(date.today())} een register begonnen;")
    assert told.count("\n") == 1


def test_a_register_of_before_the_mark_gets_it_at_its_next_start(begun, start):
    begun.begun.unlink()
    assert start("run").exit_code == 0
    assert begun.begun.exists()


def test_the_day_of_the_mark_stays(begun, start):
    begun.begun.write_text("In deze map is op 1 augustus 2026 een register begonnen.", encoding="utf-8")
    assert start("run").exit_code == 0
    assert "1 augustus 2026" in begun.begun.read_text(encoding="utf-8")


@pytest.mark.parametrize("is_empty", [False, True], ids=["gone", "a file without a byte"])
@pytest.mark.parametrize("words", [("run",), ("backup", "b.zip"), ("due",)], ids=" ".join)
def test_a_lost_database_is_told_and_nothing_is_made(begun, start, words, is_empty, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    begun.database.unlink()
    if is_empty:
        begun.database.touch()
    before = names(begun)
    told = start(*words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith(f"Het bestand van het register is weg: {begun.database}.")
    assert "“restore”" in told.stderr
    assert "“run --new”" in told.stderr
    assert told.stderr.count("\n") == 1
    assert names(begun) == before
    assert not (tmp_path / "b.zip").exists()


def test_run_new_begins_anew_and_marks_that_day(begun, start):
    begun.database.unlink()
    begun.begun.write_text("In deze map is op 1 augustus 2026 een register begonnen.", encoding="utf-8")
    told = start("run", "--new")
    assert (told.exit_code, "/welkom/" in told.stdout) == (0, True)
    assert long_date(date.today()) in begun.begun.read_text(encoding="utf-8")
    assert start("run").exit_code == 0


def test_run_new_never_stands_on_a_register_that_is_there(begun, start):
    before = names(begun)
    told = start("run", "--new")
    assert (told.exit_code, told.stderr[:27]) == (2, "Hier is de database er al; ")
    assert names(begun) == before


def test_a_database_on_a_server_answers_for_itself(start, instance, database_url, monkeypatch):
    if database_url.startswith("sqlite"):
        pytest.skip("a server")
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    assert start("run").exit_code == 0
    assert not instance.begun.exists()
    assert start("run", "--new").exit_code == 2


@pytest.mark.parametrize("is_made", [False, True], ids=["no folder", "an empty folder"])
def test_doctor_makes_nothing_where_no_register_is(start, instance, is_made):
    if is_made:
        instance.root.mkdir()
    told = start("doctor")
    assert (told.exit_code, told.stdout.count("\n")) == (1, 1)
    assert told.stdout.startswith(f"FOUT: Hier staat geen register: het bestand {instance.database} is er niet")
    assert instance.root.exists() is is_made
    assert not is_made or names(instance) == {}


def test_doctor_says_that_a_database_is_lost_and_makes_none(begun, start):
    begun.database.unlink()
    before = names(begun)
    assert "zet dan de laatste back-up terug met “restore”" in start("doctor").stdout
    assert names(begun) == before


def test_doctor_leaves_a_database_without_its_key_without_it(start, instance, tmp_path):
    instance.root.mkdir()
    SqliteCopies(tmp_path).make(instance.root)
    assert start("doctor").exit_code == 0
    assert set(names(instance)) == {"register.sqlite"}


@pytest.mark.parametrize("command", ["backup", "export"])
def test_nothing_goes_out_of_a_folder_without_a_register_and_nothing_is_made(start, tmp_path, command):
    found = start(command, str(tmp_path / "empty.zip"))
    assert (found.exit_code, "Hier staat geen register" in found.output) == (2, True)
    assert list(tmp_path.iterdir()) == []
