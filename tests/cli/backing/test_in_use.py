"""`restore` where a register runs, or where its database is gone."""

import signal
import subprocess
import sys

import pytest

from registry.paths import Instance
from registry.services.archive import in_use
from tests.checkout import ROOT
from tests.cli.backing.test_restoring import broken_rows, held
from tests.release.postgres import free_port
from tests.services.archive.mending import parts, write

STOP = f"{in_use.STOP}\n"


@pytest.fixture
def lost(command, tmp_path):
    """A register of a backup whose database is gone, with what SQLite left beside it; and what was in it."""
    command("backup", "b.zip")
    folder = tmp_path / "eigen"
    assert command("restore", "b.zip", folder=folder).exit_code == 0
    instance = Instance(folder)
    before = held(f"sqlite:///{instance.database.as_posix()}")
    instance.database.unlink()
    instance.database.with_name("register.sqlite-journal").write_bytes(b"van het oude bestand" * 100)
    return instance, before


def test_a_restore_is_refused_while_the_register_runs_and_not_after_it_was_killed(
    command, here, tmp_path, database_url
):
    command("backup", "b.zip")
    before = held(database_url)
    words = [sys.executable, "-m", "registry", "--instance", str(here), "run", "--port", str(free_port())]
    register = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert register.stdout.readline().startswith("Het register staat klaar")
        told = command("restore", "b.zip", "--yes")
        assert (told.exit_code, told.stderr, told.stdout) == (2, STOP, "")
        assert not [*tmp_path.glob("**/*voor-herstel*")]
        assert held(database_url).keys() == before.keys()
        assert command("doctor").exit_code == 0
    finally:
        register.send_signal(signal.SIGKILL)
        register.communicate()
    assert command("restore", "b.zip", "--yes").exit_code == 0


def test_several_web_processes_hold_the_folder_together(command, here):
    command("backup", "b.zip")
    instance = Instance(here)
    with in_use.together(instance):
        with in_use.together(instance):
            assert command("restore", "b.zip", "--yes").stderr == STOP
        assert command("restore", "b.zip", "--yes").stderr == STOP
    assert command("restore", "b.zip", "--yes").exit_code == 0


def test_a_register_does_not_start_while_a_backup_is_put_back(command, here):
    with in_use.alone(Instance(here)):
        told = command("run")
        assert (told.exit_code, told.stderr[:49]) == (2, "In deze map wordt net een back-up teruggezet. Sta")
        assert command("due").exit_code == 0


def test_a_lost_database_comes_back_from_a_backup(command, lost, tmp_path):
    instance, before = lost
    (instance.root / "cards").mkdir()
    (instance.root / "cards" / "een.json").write_text("{}")
    back = command("restore", "b.zip", folder=instance.root)
    assert (back.exit_code, back.stderr) == (0, "")
    assert "FOUT" not in back.stdout
    assert held(f"sqlite:///{instance.database.as_posix()}") == before
    assert [path.read_text() for path in instance.root.glob("voor-herstel-*/cards/een.json")] == ["{}"]


def test_a_backup_that_is_no_good_leaves_no_empty_register(command, lost, tmp_path):
    instance, _ = lost
    found = parts(tmp_path / "b.zip")
    broken_rows(found)
    assert command("restore", str(write(tmp_path / "fout.zip", found)), folder=instance.root).exit_code == 2
    assert not instance.database.exists()
    told = command("run", folder=instance.root)
    assert (told.exit_code, told.stderr[:36]) == (2, "Het bestand van het register is weg:")
