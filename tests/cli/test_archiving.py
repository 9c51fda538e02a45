"""`export x.zip`, `import x.zip` and `copy-to`: everything out, in, and into another database."""

import stat
import sys

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from registry.cli import main
from registry.database import db
from tests.complete_register import complete_register
from tests.database import SqliteCopies


@pytest.fixture
def command(session, database_url, tmp_path, monkeypatch):
    """Run a command on the complete register, or on an empty one in the folder `new`."""
    complete_register(session)
    session.rollback()
    monkeypatch.chdir(tmp_path)

    def command(*words, new=False):
        address = f"sqlite:///{(tmp_path / 'new' / 'register.sqlite').as_posix()}" if new else database_url
        monkeypatch.setenv("REGISTER_DATABASE_URL", address)
        return CliRunner().invoke(main, ["--instance", str(tmp_path / ("new" if new else "instance")), *words])

    return command


def test_everything_goes_out_and_comes_in(command, tmp_path):
    made = command("export", "alles.zip")
    assert (made.exit_code, made.stderr) == (0, "")
    assert made.stdout.startswith("Geschreven: alles.zip (2 leveranciers, 0 bestanden, ")
    read = command("import", "alles.zip", new=True)
    assert (read.exit_code, read.stderr) == (0, "")
    assert "2 leveranciers, 0 bestanden" in read.stdout
    well = command("doctor", new=True)
    assert (well.exit_code, well.stdout.count("FOUT: ")) == (0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_the_file_is_for_its_owner_alone(command, tmp_path):
    command("export", "alles.zip")
    assert stat.S_IMODE((tmp_path / "alles.zip").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.glob("*.tmp")) == []


def test_a_second_import_is_refused(command):
    command("export", "alles.zip")
    command("import", "alles.zip", new=True)
    again = command("import", "alles.zip", new=True)
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr.startswith("Dit register is niet leeg.")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "nergens/alles.zip"), "Deze map bestaat niet: nergens"),
        (("import", "nergens.zip"), "Het bestand kan niet worden gelezen: nergens.zip"),
        (("copy-to", "nergens"), "Dit is geen adres van een database."),
        (("copy-to", "mysql+nergens://x/y"), "Dit is geen adres van een database."),
        (("copy-to", "sqlite:///nergens/register.sqlite"), "De andere database is niet te bereiken"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_is_one_sentence(command, words, told):
    result = command(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


def test_a_copy_is_made_without_telling_its_password(command, tmp_path):
    url = SqliteCopies(tmp_path).make(tmp_path / "instance")
    done = command("copy-to", url)
    assert (done.exit_code, done.stderr) == (0, "")
    assert url not in done.stdout
    copied = sa.create_engine(url)
    with copied.connect() as there, db.engine.connect() as here:
        lines = sa.text("SELECT last_id, link FROM audit_chain")
        assert there.execute(lines).all() == here.execute(lines).all()
