"""An archive of an older schema: put into that schema, and then brought up to date."""

import pytest
import sqlalchemy as sa

from registry.database import engine, migrating
from registry.model import Agreement, AuditEvent, School, Supplier
from registry.services.archive.contents import kinds_of, tables_in
from registry.services.archive.reading import read_archive
from registry.services.suppliers.suppliers import add_supplier
from tests.services.archive.mending import parts, put_rows, rows_of, write


def tables_at(revision, folder):
    """The kinds of the columns of every table as they were at this revision."""
    old = sa.create_engine(f"sqlite:///{(folder / 'old.sqlite').as_posix()}")
    engine.prepare(old)
    migrating.upgrade(old, revision)
    with old.connect() as connection:
        return {table.name: kinds_of(table) for table in tables_in(connection)}


def as_of(revision, archive, folder):
    """The same archive as that version would have written it."""
    found, then = parts(archive), tables_at(revision, folder)
    for table in list(found["manifest.json"]["tables"]):
        if table not in then:
            assert rows_of(found, table) == [] or table in NEW_BY_ITSELF, table
            del found["manifest.json"]["tables"][table], found["schema.json"]["tables"][table]
            del found[f"tables/{table}.jsonl"]
            continue
        put_rows(found, table, [{name: row[name] for name in then[table]} for row in rows_of(found, table)])
        columns = found["schema.json"]["tables"][table]["columns"]
        columns[:] = [column for column in columns if column["name"] in then[table]]
    found["manifest.json"]["schema"] = revision
    return write(folder / "oud.zip", found)


NEW_BY_ITSELF = {"audit_chain"}  # made from the history by the migration that begins the chain


@pytest.mark.parametrize("revision", ["0004", "0008", "0011"])
def test_comes_up_to_date(archive, empty, here, tmp_path, revision):
    own, instance = empty
    read_archive(own, instance, as_of(revision, archive, tmp_path))
    session = here()
    assert migrating.is_current(own)
    assert session.scalars(sa.select(Supplier.name).order_by(Supplier.id)).all() == ["Lettervlieg B.V.", "DUO"]
    assert session.scalars(sa.select(Agreement)).one().files[0].file.content.content == b"Getekend op 1 augustus."
    assert session.scalars(sa.select(School.name)).all() == ["De Zandloper", "De Zonnewijzer"]
    assert session.scalar(sa.select(sa.func.count(AuditEvent.id))) > 100
    assert add_supplier(session, {"name": "Nieuw"}).id == 3


def test_leaves_the_newest_schema_when_it_fails(archive, empty, tmp_path):
    own, instance = empty
    found = parts(as_of("0008", archive, tmp_path))
    put_rows(found, "school", rows_of(found, "school") * 2)
    with pytest.raises(Exception, match="De rijen van school passen niet"):
        read_archive(own, instance, write(tmp_path / "fout.zip", found))
    assert migrating.is_current(own)
    with own.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM school")) == 0
