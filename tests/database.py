"""A fresh, migrated database for each test: a copied SQLite file here, a PostgreSQL database in `postgres_copies`."""

import shutil

import sqlalchemy as sa

from registry.database import migrating

SHARED = {}


def hurry(prepare):
    """Return what prepares an engine as it does in earnest, but shares compiled statements and waits for no disk.

    A test has an engine of its own. Compiling each statement anew took a quarter of all tests; statements are kept
    by dialect, so that is shared too.
    """

    def prepare_in_a_hurry(engine):
        prepare(engine)
        first = shared(engine)
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
        if first.dialect.name == "sqlite":
            sa.event.listen(engine, "connect", without_waiting)

    return prepare_in_a_hurry


def shared(engine):
    """The engine of this process, for this kind of database, whose dialect and statements all others take over.

    It has been connected once, because only that tells a dialect which version it talks to.
    """
    name = engine.dialect.name
    if name not in SHARED:
        SHARED[name] = sa.create_engine("sqlite://" if name == "sqlite" else engine.url, poolclass=sa.NullPool)
        SHARED[name].connect().close()
    return SHARED[name]


def without_waiting(connection, record):
    """What is in the file when the machine stops matters to no test."""
    connection.execute("PRAGMA synchronous = OFF")


class SqliteCopies:
    """Copies of one migrated file."""

    def __init__(self, folder):
        self.blank = folder / "blank.sqlite"
        engine = sa.create_engine(f"sqlite:///{self.blank.as_posix()}")
        migrating.upgrade(engine)
        engine.dispose()

    def make(self, folder):
        shutil.copyfile(self.blank, folder / "register.sqlite")
        return f"sqlite:///{(folder / 'register.sqlite').as_posix()}"

    def drop(self, url):
        pass  # lies in the test's own folder
