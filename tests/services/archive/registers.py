"""Registers beside that of the test, and what is in one to the byte."""

from contextlib import contextmanager
from datetime import UTC, datetime
from zipfile import ZipFile

import sqlalchemy as sa

from registry.access import BUILT_IN
from registry.database import db, engine, session_for
from registry.model.base import Base
from registry.paths import Instance
from registry.services.archive.contents import LEFT_OUT

AT = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)


@contextmanager
def register_at(app, databases, folder):
    """Yield session, engine and instance of an empty register of its own, which the app has meanwhile."""
    folder.mkdir(parents=True)
    url = databases.make(folder)
    own = sa.create_engine(url)
    engine.prepare(own)
    instance = Instance(folder / "instance")
    instance.prepare()
    engines = db._app_engines[app]
    before, engines[None] = engines[None], own
    try:
        with app.app_context():
            yield session_for(BUILT_IN), own, instance
            db.session.remove()
    finally:
        own.dispose()
        engines[None] = before
        databases.drop(url)


def everything(own):
    """Every row of every table that goes along, as the driver gives it, and of every other how many there are."""
    with own.connect() as connection:
        found = {}
        for table in Base.metadata.sorted_tables:
            name = own.dialect.identifier_preparer.quote(table.name)
            rows = connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY id").all()
            found[table.name] = len(rows) if table.name in LEFT_OUT else [tuple(row) for row in rows]
        return found


def members(path):
    """What is in an archive by name, but for the moment at which it was made."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
