"""R14: a database and a backup of each schema that has landed come up to date, row by row and file by file."""

from hashlib import sha256

import pytest
import sqlalchemy as sa

from registry.database import engine, migrating
from registry.database.chain_check import check_chain
from registry.paths import Instance
from registry.services.archive.contents import kinds_of, rows, tables_in
from registry.services.archive.kinds import written
from registry.services.archive.reading import read_archive
from tests.stored_schemas import REVISIONS, STORED, migrated_file

# Made anew by a migration, with salts of chance.
CHAIN = {"seals", "link"}
CHAIN_BEGINS = "0005"
AT_EACH_RUN = (*REVISIONS[::5], REVISIONS[-1])
STORED_REVISIONS = [
    pytest.param(revision, marks=[] if revision in AT_EACH_RUN else pytest.mark.sweep) for revision in REVISIONS
]


def told(own):
    """Every row of every table as an archive tells it, which is the same on each database; a file by its hash."""
    with own.connect() as connection:
        return {table.name: [_row(table, row) for row in rows(connection, table)] for table in tables_in(connection)}


def _row(table, row):
    kinds = kinds_of(table)
    plain = {name: sha256(value).digest().hex() if isinstance(value, bytes) else value for name, value in row.items()}
    return {name: plain[name] if isinstance(row[name], bytes) else written(kinds[name], row[name]) for name in row}


def without_chain(found):
    return {
        table: [{name: value for name, value in row.items() if name not in CHAIN} for row in lines]
        for table, lines in found.items()
    }


def same(one, other, revision):
    """Whether two registers are equal; the chain too, unless the migrations began it."""
    return (one == other) if revision >= CHAIN_BEGINS else without_chain(one) == without_chain(other)


@pytest.fixture
def migrated(tmp_path, request):
    """What is in the stored database of a revision before and after it is brought up to date."""
    _, url = migrated_file(tmp_path, request.param)
    own = sa.create_engine(url, poolclass=sa.NullPool)
    engine.prepare(own)
    before = told(own)
    migrating.upgrade(own)
    with own.connect() as connection:
        assert check_chain(connection).faults == []
    return request.param, before, told(own)


def restored(copies, folder, revision):
    """What is in a new register after the stored backup of this revision was restored into it."""
    folder.mkdir()
    url = copies.make(folder)
    own = sa.create_engine(url, poolclass=sa.NullPool)
    engine.prepare(own)
    read_archive(own, Instance(folder), STORED / f"{revision}.zip")
    found = told(own)
    copies.drop(url)
    return found


def test_every_fixture_is_small():
    assert {"0004", "0008", "0012", "0014", "0015"} <= set(REVISIONS)
    assert [path.name for path in STORED.glob("0*") if path.stat().st_size > 60_000] == []


@pytest.mark.parametrize("migrated", STORED_REVISIONS, indirect=True)
def test_the_database_loses_no_row_and_no_file(migrated):
    _, before, after = migrated
    assert sum(map(len, before.values())) > 100
    assert before["file_content"]
    for table, lines in before.items():
        kept = [{name: value for name, value in row.items() if name in (after[table] or [row])[0]} for row in lines]
        now = [{name: row[name] for name in (kept or [row])[0]} for row in after[table]]
        assert kept == now, table


@pytest.mark.parametrize("migrated", STORED_REVISIONS, indirect=True)
def test_the_backup_restores_to_the_same_register(migrated, databases, tmp_path):
    revision, _, after = migrated
    assert same(restored(databases, tmp_path / "back", revision), after, revision)
