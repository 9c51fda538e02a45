"""What is left of a write that was killed with kill -9: all of it when it was acknowledged, else nothing."""

import re
import subprocess
import sys

import pytest
import sqlalchemy as sa

from registry.database import db, migrating
from registry.database.chain_check import check_chain
from tests.checkout import ROOT
from tests.durability.kills import KILLED, run
from tests.ground.test_schema import described
from tests.services.archive.registers import everything
from tests.stored_schemas import migrated_file

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no kill -9"),
    pytest.mark.xdist_group("kills"),
]


def test_r01_twenty_kills_lose_nothing():
    words = [sys.executable, "-m", "tests.release", "kill9", "--cycles", "20", "--seed", "1"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    told = re.search(r"20 cycles .* (\d+) acknowledged writes, 0 lost, 0 faults; (\d+)% of the kills", done.stdout)
    assert int(told[1]) >= 20
    assert int(told[2]) > 0


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        pytest.param(1, "INSERT INTO supplier ", id="the first supplier"),
        pytest.param(250, "INSERT INTO supplier ", id="the 250th supplier"),
        pytest.param(1, "INSERT INTO product ", id="the first product"),
        pytest.param(2, "UPDATE import ", id="the last word"),
    ],
)
def test_a_killed_import_leaves_nothing(session, database_url, tmp_path, at, begins):
    """Killed in the middle of 500 suppliers, each with a product."""
    if at > 2 and not database_url.startswith("sqlite"):
        pytest.skip("there many suppliers go in one statement")
    lines = "".join(f"Leverancier {number};Product {number}\n" for number in range(500))
    (tmp_path / "lijst.csv").write_text(f"Leverancier;Product\n{lines}", encoding="utf-8")
    before = everything(db.engine)
    session.rollback()
    settings = f'database_url = "{database_url}"\n'
    (tmp_path / "instance" / "settings.toml").write_text(settings, encoding="utf-8")
    words = ["--instance", tmp_path / "instance", "import", tmp_path / "lijst.csv", "--since", "2026-08-01"]
    assert run("command", at, begins, *words) == KILLED
    assert everything(db.engine) == before
    with db.engine.connect() as connection:
        assert check_chain(connection).faults == []
        assert migrating.loose_rows(connection) == []


OLD, STATEMENTS = ["0004", "0012", "0014"], [5, 40, 90]
FIRST = {*zip(OLD, STATEMENTS, strict=True)}  # each schema and each statement once; the rest is a sweep


@pytest.mark.parametrize(
    ("revision", "at"),
    [
        pytest.param(
            revision, at, id=f"{revision}, statement {at}", marks=[] if (revision, at) in FIRST else pytest.mark.sweep
        )
        for revision in OLD
        for at in STATEMENTS
    ],
)
def test_r18_a_killed_migration_leaves_the_old_schema_or_the_new(tmp_path, revision, at):
    _, url = migrated_file(tmp_path, revision)
    own = sa.create_engine(url, poolclass=sa.NullPool)
    schema = described(own)
    ended = run("migrate", url, at)
    with own.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        here = migrating.revision_of(connection)
    assert (ended, here == revision) in [(KILLED, True), (0, False)]
    if ended == KILLED:
        assert described(own) == schema
    migrating.upgrade(own)
    assert migrating.is_current(own)
