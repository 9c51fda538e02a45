"""`backup` and `restore`: into an empty folder, over what is there, and of what is no good."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from registry.database import change, db
from registry.errors import BrokenRule
from registry.services.archive import swapping
from registry.services.archive.opening import Archive
from registry.services.suppliers.suppliers import add_supplier
from tests.services.archive.mending import parts, put_rows, rows_of, write
from tests.services.archive.registers import everything

SETTINGS = """base_url = "https://register.example"
secret_key_fallbacks = [
  "zeer-geheim-1234567890-abcdefghijkl",
]
mail_from = "register@getijden.example"
"""


def held(url):
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    return everything(engine)


def kept_database(url, folder, stdout):
    """What is in the old register that a restore kept."""
    if url.startswith("sqlite"):
        (kept,) = folder.glob("register.voor-herstel-*.sqlite")
        return held(f"sqlite:///{kept.as_posix()}")
    schema = next(line.split()[-1] for line in stdout.splitlines() if "schema voor_herstel_" in line)
    engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args={"options": f"-csearch_path={schema}"})
    return everything(engine)


def test_a_backup_becomes_a_working_register_in_an_empty_folder(command, here, tmp_path, database_url):
    (here / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    made = command("backup", "b.zip")
    assert (made.exit_code, made.stderr) == (0, "")
    before = held(database_url)
    back = command("restore", "b.zip", folder=tmp_path / "nieuw")
    assert (back.exit_code, back.stderr) == (0, "")
    assert "FOUT" not in back.stdout
    assert "Goed: De bestanden zijn heel: 1 bewaard bestand." in back.stdout
    if database_url.startswith("sqlite"):
        assert held(f"sqlite:///{(tmp_path / 'nieuw' / 'register.sqlite').as_posix()}") == before
    told = (tmp_path / "nieuw" / "settings.toml").read_text(encoding="utf-8")
    assert told == 'base_url = "https://register.example"\nmail_from = "register@getijden.example"\n'


def test_a_restore_over_a_filled_register_keeps_the_old_one(command, change_it, here, tmp_path, database_url):
    (here / "cards").mkdir()
    (here / "cards" / "een.json").write_text("{}")
    command("backup", "b.zip")
    then = held(database_url)
    change_it()
    (here / "cards" / "een.json").write_text("[]")
    after = held(database_url)
    back = command("restore", "b.zip", "--yes")
    assert (back.exit_code, back.stderr) == (0, "")
    assert held(database_url) == then
    assert kept_database(database_url, tmp_path, back.stdout) == after
    assert (here / "cards" / "een.json").read_text() == "{}"
    assert [path.read_text() for path in here.glob("voor-herstel-*/cards/een.json")] == ["[]"]
    assert not (here / swapping.FOLDER).exists()


def test_a_session_that_was_open_goes_on_with_the_restored_register(command, change_it, session, database_url):
    command("backup", "b.zip")
    change_it()
    command("restore", "b.zip", "--yes")
    add_supplier(session, {"name": "Na het herstel"})
    names = session.scalars(sa.text("SELECT name FROM supplier ORDER BY id")).all()
    assert names == ["Lettervlieg B.V.", "DUO", "Na het herstel"]


def test_who_waited_for_the_old_file_writes_nothing_in_it(session, command, tmp_path, database_url):
    if not database_url.startswith("sqlite"):
        pytest.skip("a file")
    command("backup", "b.zip")
    with db.engine.connect() as connection:  # checked out before the restore
        command("restore", "b.zip", "--yes")
        with pytest.raises(BrokenRule, match="zojuist vervangen"):
            connection.execution_options(register_immediate=True).begin()
    with change(session, "weer"):
        assert session.scalar(sa.text("SELECT count(*) FROM supplier")) == 2


@pytest.mark.parametrize("is_filled", [False, True], ids=["an empty folder", "a filled register"])
def test_a_restore_works_the_hashes_out_once(command, tmp_path, here, monkeypatch, is_filled):
    command("backup", "b.zip")
    verify, times = Archive.verify, []
    monkeypatch.setattr(Archive, "verify", lambda archive: times.append(1) or verify(archive))
    back = command("restore", "b.zip", "--yes", folder=here if is_filled else tmp_path / "nieuw")
    assert (back.exit_code, len(times)) == (0, 1)


def test_without_a_yes_nothing_happens(command, change_it, database_url):
    command("backup", "b.zip")
    change_it()
    before = held(database_url)
    asked = command("restore", "b.zip", input="n\n")
    assert (asked.exit_code, held(database_url) == before) == (1, True)
    assert "het oude blijft bewaard. Doorgaan?" in asked.stdout


def broken_rows(found):
    put_rows(found, "school", rows_of(found, "school") * 2)


def broken_history(found):
    lines = rows_of(found, "audit_event")
    lines[2]["new"] = "verzonnen"
    put_rows(found, "audit_event", lines)


def another_database(found):
    found["instance/settings.toml"] = b'database_url = "postgresql://elders/register"'


def newer(found):
    found["manifest.json"]["schema"] = "9999"


@pytest.mark.parametrize(
    ("mend", "told"),
    [
        (broken_rows, "school"),
        (broken_history, "Regel 3"),
        (newer, "Werk eerst dit register bij"),
        (another_database, "wat in geen back-up hoort"),
    ],
    ids=["rows twice", "a line of the history changed", "R15 of a newer version", "settings of another database"],
)
def test_a_backup_that_is_no_good_changes_nothing(command, change_it, here, tmp_path, database_url, mend, told):
    command("backup", "b.zip")
    found = parts(tmp_path / "b.zip")
    mend(found)
    change_it()
    before, names = held(database_url), sorted(path.name for path in here.iterdir())
    back = command("restore", str(write(tmp_path / "fout.zip", found)), "--yes")
    assert back.exit_code == 2
    assert told in back.stderr
    assert held(database_url) == before
    assert {path.name for path in here.iterdir()} <= {*names, swapping.FOLDER, "secret_key", "in-gebruik.lock"}


def test_a_broken_database_is_replaced_and_kept(command, tmp_path, database_url):
    if not database_url.startswith("sqlite"):
        pytest.skip("a file")
    command("backup", "b.zip")
    then = held(database_url)
    place = tmp_path / "register.sqlite"
    db.engine.dispose()
    place.write_bytes(b"geen database meer" * 500)
    assert "FOUT: De database is beschadigd." in command("doctor").stdout
    back = command("restore", "b.zip", "--yes")
    assert (back.exit_code, held(database_url) == then) == (0, True)
    (kept,) = tmp_path.glob("register.voor-herstel-*.sqlite")
    assert kept.read_bytes().startswith(b"geen database meer")


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_a_restore_that_is_killed_between_two_renames_is_finished_at_the_next_start(
    command, change_it, here, tmp_path, database_url, monkeypatch, stop
):
    """R13: the old or the new, never something of both."""
    if not database_url.startswith("sqlite"):
        pytest.skip("there it is one transaction")
    (here / "cards").mkdir()
    (here / "cards" / "een.json").write_text("{}")
    command("backup", "b.zip")
    then = held(database_url)
    change_it()
    renames, rename = [], Path.rename

    def killed(self, target):
        renames.append(self)
        if len(renames) == stop:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", killed)
        command("restore", "b.zip", "--yes")
    assert command("doctor").exit_code == 0
    assert held(database_url) == then
    assert (here / "cards" / "een.json").read_text() == "{}"
    assert not (here / swapping.FOLDER).exists()
