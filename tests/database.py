"""A fresh, migrated database for each test: a copied SQLite file, or a PostgreSQL database made from a template."""

import shutil
from uuid import uuid4

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


class PostgresCopies:
    """Databases made from one migrated template, on the server that TEST_DATABASE_URL names."""

    def __init__(self, url):
        self.url = sa.make_url(url)
        self.server = sa.create_engine(self.url, isolation_level="AUTOCOMMIT", pool_size=1)
        self.template = f"register_template_{uuid4().hex[:12]}"
        self._say(f"CREATE DATABASE {self.template}")
        engine = sa.create_engine(self.url.set(database=self.template), poolclass=sa.NullPool)
        migrating.upgrade(engine)

    def make(self, folder):
        return self.copy_of(self.url.set(database=self.template))

    def copy_of(self, url):
        """Return a database that is equal to this one, with which nobody may be connected."""
        name = f"register_{uuid4().hex[:12]}"
        # Copying files takes half the time of copying through the log, on a server that waits for no disk.
        self._say(f"CREATE DATABASE {name} TEMPLATE {sa.make_url(url).database} STRATEGY FILE_COPY")
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url):
        self._say(f"DROP DATABASE {sa.make_url(url).database} WITH (FORCE)")

    def close(self):
        self._say(f"DROP DATABASE {self.template} WITH (FORCE)")
        self.server.dispose()

    def _say(self, statement):
        with self.server.connect() as connection:
            connection.exec_driver_sql(statement)
