"""The schema: bring a database to the newest revision, and write a revision for what the model has more."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

import registry
from registry.errors import BrokenRule

MIGRATIONS = Path(registry.__file__).parent / "migrations"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to this revision; does nothing when it is there already."""
    with _opened(engine) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Bring the database back to this revision; only for tests of the migrations."""
    with _opened(engine) as connection:
        command.downgrade(_config(connection), revision)


def write_revision(engine: Engine, number: str, message: str) -> None:
    """Write the migration that brings the newest revision to what the model says now."""
    with engine.connect() as connection:
        command.revision(_config(connection), message, autogenerate=True, rev_id=number)


def is_current(engine: Engine) -> bool:
    """Return whether the database has the newest schema."""
    with engine.connect() as connection:
        here = MigrationContext.configure(connection).get_current_revision()
        return here == ScriptDirectory.from_config(_config(connection)).get_current_head()


@contextmanager
def _opened(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, in which a table may be made anew while others refer to it.

    SQLite takes a table away only when it looks after no foreign keys, and that is switched outside a transaction
    (sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes"). BrokenRule, and nothing is changed,
    when a row refers to nothing afterwards.
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver = connection.connection.cursor()
        (looked_after,) = driver.execute("PRAGMA foreign_keys").fetchone()
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                before = MigrationContext.configure(connection).get_current_revision()
                yield connection
                if before != MigrationContext.configure(connection).get_current_revision():
                    _refuse_loose_rows(connection)
        finally:
            driver.execute(f"PRAGMA foreign_keys = {looked_after}")


def _refuse_loose_rows(connection: Connection) -> None:
    if loose := {row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}:
        raise BrokenRule(f"De database is niet bijgewerkt: regels in {', '.join(sorted(loose))} wijzen naar niets.")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
