"""What `doctor` says about what the register stands on, and about a file of which one byte changed."""

from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath, PureWindowsPath

import pytest
import sqlalchemy as sa

from registry.database import db
from registry.model.agreement_lists import FileKind
from registry.queries.checks import findings, surroundings
from registry.queries.checks.database import check_journal
from registry.queries.checks.files import check_files
from registry.services.agreements.files import attach_file
from tests.complete_register import complete_register

Usage = namedtuple("Usage", "total used free")
MOUNTS = [("/", "ext4"), ("/mnt/school", "cifs"), ("/mnt/school/schijf", "ext4"), ("/srv", "nfs4")]


@pytest.fixture
def look(app, session):
    """Look with one check, at this moment or another."""
    complete_register(session)
    session.rollback()
    return lambda check, now=None: check(session, app.config, now or datetime.now(UTC))


def test_a_whole_register_has_no_fault(app, session, look):
    words = {finding.sentence: finding.word for finding in findings(session, app.config, datetime.now(UTC))}
    assert "FOUT" not in words.values()
    assert len(words) == 10


@pytest.mark.parametrize("at", [0, 10_000, 49_999])
def test_one_byte_changed_in_any_file_is_found(session, at):
    register = complete_register(session)
    contents = [bytes([one]) * 50_000 for one in (65, 66, 67)]
    for number, content in enumerate(contents):
        attach_file(session, register.agreement.id, FileKind.SIGNED, f"{number}.txt", content)
    session.rollback()
    assert check_files(session).is_good
    session.rollback()
    changed = contents[1][:at] + b"x" + contents[1][at + 1 :]
    with db.engine.begin() as connection:
        connection.execute(sa.text("UPDATE file_content SET content = :b WHERE file_id = 2"), {"b": changed})
    found = check_files(session)
    assert (found.is_good, "Bestand 2 is veranderd." in found.sentence) == (False, True)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(1999, 12, 31, tzinfo=UTC), "De klok staat op 1999."),
        (datetime(2150, 1, 1, tzinfo=UTC), "De klok staat op 2150."),
        (datetime.now(UTC) - timedelta(hours=1), "De geschiedenis heeft een regel van later dan nu"),
    ],
    ids=["long ago", "far ahead", "an hour back"],
)
def test_a_clock_that_cannot_be_right(look, now, told):
    found = look(surroundings.check_clock, now)
    assert (found.is_good, found.sentence.startswith(told)) == (False, True)
    assert "Zet de klok" in found.sentence


@pytest.mark.parametrize(
    ("place", "is_there"),
    [
        (PurePosixPath("/data/register.sqlite"), False),
        (PurePosixPath("/mnt/school/register.sqlite"), True),
        (PurePosixPath("/mnt/school/schijf/register.sqlite"), False),
        (PurePosixPath("/mnt/schoolplein/register.sqlite"), False),
        (PurePosixPath("/srv/a/b/register.sqlite"), True),
        (PureWindowsPath(r"\\server\deel\register.sqlite"), True),
    ],
    ids=str,
)
def test_a_network_share_is_seen(place, is_there):
    assert surroundings._is_on_network(place, MOUNTS) is is_there


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (PureWindowsPath(r"C:\Mensen\an\OneDrive - Getijden\register.sqlite"), "OneDrive - Getijden"),
        (PurePosixPath("/data/Dropbox/register.sqlite"), "Dropbox"),
        (PurePosixPath("/data/register/register.sqlite"), None),
    ],
    ids=["onedrive of a school", "dropbox", "a disk"],
)
def test_a_folder_that_is_kept_the_same_elsewhere_is_seen(place, name):
    assert surroundings._synced(place) == name


def test_a_database_in_such_a_folder_is_a_warning_that_says_what_to_do(look, monkeypatch):
    monkeypatch.setattr(surroundings, "_synced", lambda place: "OneDrive")
    found = look(surroundings.check_place)
    if db.engine.dialect.name == "sqlite":
        assert (found.word, "Zet de map van het register op" in found.sentence) == ("LET OP", True)


def test_a_full_disk_is_told(look, monkeypatch):
    monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda place: Usage(10**12, 10**12, 10 * 2**20))
    found = look(surroundings.check_room)
    assert (found.is_good, found.sentence.startswith("Op de schijf is 10 MB vrij; er is ")) == (False, True)


def test_a_journal_that_is_not_safe_here_is_told(session, monkeypatch):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("of SQLite alone")
    assert check_journal(session).is_good
    monkeypatch.setattr("registry.queries.checks.database.journal_mode", lambda: "WAL")
    assert not check_journal(session).is_good
