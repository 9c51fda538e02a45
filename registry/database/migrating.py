"""The schema: bring a database to the newest revision, and write a revision for what the model has more."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

import registry

MIGRATIONS = Path(registry.__file__).parent / "migrations"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to this revision; does nothing when it is there already."""
    with engine.connect() as connection, connection.begin():
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Bring the database back to this revision; only for tests of the migrations."""
    with engine.connect() as connection, connection.begin():
        command.downgrade(_config(connection), revision)


def move(connection: Connection, revision: str = "head") -> None:
    """Bring the database to this revision, back or on, inside the transaction of this connection.

    Going back loses what the older schema has no place for: only for a database without rows.
    """
    here = MigrationContext.configure(connection).get_current_revision()
    older = {script.revision for script in _scripts().iterate_revisions(here, "base")} if here else set()
    is_back = revision in older - {here}
    (command.downgrade if is_back else command.upgrade)(_config(connection), revision)


def revision_of(connection: Connection) -> str:
    """Return the revision that this database has; empty when it has none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def knows(revision: str) -> bool:
    """Return whether this program has the migration to this revision."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def write_revision(engine: Engine, number: str, message: str) -> None:
    """Write the migration that brings the newest revision to what the model says now."""
    with engine.connect() as connection:
        command.revision(_config(connection), message, autogenerate=True, rev_id=number)


def is_current(engine: Engine) -> bool:
    """Return whether the database has the newest schema."""
    with engine.connect() as connection:
        here = MigrationContext.configure(connection).get_current_revision()
        return here == ScriptDirectory.from_config(_config(connection)).get_current_head()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(MIGRATIONS))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
