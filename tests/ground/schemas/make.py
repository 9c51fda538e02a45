"""Makes the filled register of a schema: `python -m tests.ground.schemas.make 0016`, on the day that schema lands.

Writes `REVISION.sqlite.xz`, the database, and `REVISION.zip`, its backup. Both are what the register of the tests,
with a record of every kind that the archive's steps make, was under that schema: an older schema holds what it has a
place for. Once made, they stay as they are.
"""

import lzma
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from registry import create_app
from registry.access import BUILT_IN
from registry.database import db, engine, migrating, session_for
from registry.model.agreement_lists import FileKind
from registry.paths import Instance
from registry.services.agreements.files import attach_file
from registry.services.archive.contents import tables_in
from registry.services.archive.loading import load
from registry.services.archive.manifest import file_member
from registry.services.archive.opening import opened
from registry.services.archive.reading import rows_in
from registry.services.archive.writing import write_archive
from tests.complete_register import complete_register
from tests.services.archive.mending import parts, put_rows, rows_of, write
from tests.services.archive.random_registers import fill_with_everything
from tests.services.archive.registers import AT

HERE = Path(__file__).parent
TOO_BIG = 60_000  # bytes of a fixture


def newest(folder):
    """Return the archive of the register under the newest schema."""
    instance = Instance(folder / "instance")
    app = create_app(instance, SIGN_IN=False)
    with app.app_context(), (folder / "new.zip").open("wb") as target:
        _fill(session_for(BUILT_IN))
        write_archive(db.engine, instance, target, AT)
        db.session.remove()
        db.engine.dispose()
    return folder / "new.zip"


def make(revision, archive, folder):
    """Make both files of this revision from that archive; everything else goes in this folder."""
    place = folder / f"{revision}.sqlite"
    old = sa.create_engine(f"sqlite:///{place.as_posix()}", poolclass=sa.NullPool)
    engine.prepare(old)
    migrating.upgrade(old, revision)
    backup = as_of(revision, old, archive, HERE / f"{revision}.zip")
    with migrating.opened(old, to_fill=True) as connection, opened(backup) as archive:
        for table in reversed(tables_in(connection)):
            connection.execute(table.delete())
        load(connection, tables_in(connection), lambda table: rows_in(archive, table))
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("VACUUM")
    (HERE / f"{revision}.sqlite.xz").write_bytes(lzma.compress(place.read_bytes(), preset=9))


def as_of(revision, old, newest, path):
    """Write the archive of the newest schema as the version with this one would have written it."""
    found = parts(newest)
    with old.connect() as connection:
        then = {table.name: list(table.columns.keys()) for table in tables_in(connection)}
    told = found["schema.json"] | {"schema": revision}
    for table in list(found["manifest.json"]["tables"]):
        if table not in then:
            del found["manifest.json"]["tables"][table], told["tables"][table], found[f"tables/{table}.jsonl"]
            continue
        put_rows(found, table, [{name: row[name] for name in then[table]} for row in rows_of(found, table)])
        columns = told["tables"][table]["columns"]
        columns[:] = [column for column in columns if column["name"] in then[table]]
    found["schema.json"] = told
    found["manifest.json"]["schema"] = revision
    hashes = {file_member(row["content"]) for row in rows_of(found, "file_content")}
    return write(path, {name: said for name, said in found.items() if name[:6] != "files/" or name in hashes})


def _fill(session):
    migrating.upgrade(db.engine)
    fill_with_everything(session, turns=(1,))
    register = complete_register(session)
    attach_file(session, register.agreement.id, FileKind.SIGNED, "getekend.txt", b"Getekend op 1 augustus.")
    session.rollback()


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        whole = newest(Path(place))
        for asked in sys.argv[1:]:
            make(asked, whole, Path(place))
            for made in sorted(HERE.glob(f"{asked}.*")):
                print(made.name, made.stat().st_size)
                assert made.stat().st_size < TOO_BIG
