"""The schema: bring a database to the newest revision, and write a revision for what the model has more."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, column, select, table

import registry
from registry.database.engine import IMMEDIATE
from registry.errors import BrokenRule

# Alembic is heavy, and there is work for it only when the schema changes: each function here that needs it loads it.
if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

VERSIONS = table("alembic_version", column("version_num"))  # asked by itself: is it current is asked all day long
MIGRATIONS = Path(registry.__file__).parent / "migrations"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to this revision; does nothing when it is there already."""
    if revision == "head" and is_current(engine):
        return
    with opened(engine) as connection:
        move(connection, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Bring the database back to this revision; only for tests of the migrations."""
    with opened(engine) as connection:
        move(connection, revision)


def move(connection: Connection, revision: str = "head") -> None:
    """Bring the database to this revision, back or on, inside the transaction of this connection.

    Going back loses what the older schema has no place for: only for a database without rows. BrokenRule when a row
    refers to nothing afterwards.
    """
    from alembic import command

    here = revision_of(connection) or None
    older = {script.revision for script in _scripts().iterate_revisions(here, "base")} if here else set()
    is_back = revision == "base" or revision in older - {here}
    (command.downgrade if is_back else command.upgrade)(_config(connection), revision)
    if here != revision_of(connection) and (loose := loose_rows(connection)):
        raise BrokenRule(f"De database is niet bijgewerkt: regels in {', '.join(loose)} wijzen naar niets.")


def revision_of(connection: Connection) -> str:
    """Return the revision that this database has; empty when it has none."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision() or ""


def knows(revision: str) -> bool:
    """Return whether this program has the migration to this revision."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def write_revision(engine: Engine, number: str, message: str) -> None:
    """Write the migration that brings the newest revision to what the model says now."""
    from alembic import command

    with engine.connect() as connection:
        command.revision(_config(connection), message, autogenerate=True, rev_id=number)


def is_current(engine: Engine) -> bool:
    """Return whether the database has the newest schema."""
    with engine.connect() as connection:
        if not connection.dialect.has_table(connection, VERSIONS.name):
            return False
        return connection.scalars(select(VERSIONS.c.version_num)).all() == [newest()]


@cache
def newest() -> str:
    """Return the revision that this version of the register works with: the highest number of a migration."""
    return max(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


@contextmanager
def opened(engine: Engine, *, to_fill: bool = False) -> Iterator[Connection]:
    """Yield a connection in one transaction, in which a table may be made anew while others refer to it.

    SQLite takes a table away only when it looks after no foreign keys, and that is switched outside a transaction
    (sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes"). `move` looks at the rows
    afterwards; who fills tables here does so with `loose_rows`. `to_fill` takes the right to write at once.
    """
    with engine.connect().execution_options(**{IMMEDIATE: to_fill}) as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver = connection.connection.cursor()
        (looked_after,) = driver.execute("PRAGMA foreign_keys").fetchone()
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute(f"PRAGMA foreign_keys = {looked_after}")


def loose_rows(connection: Connection) -> list[str]:
    """Return the tables with a row that refers to nothing; none on PostgreSQL, which never looks away."""
    if connection.dialect.name != "sqlite":
        return []
    return sorted({row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")})


def _scripts() -> "ScriptDirectory":
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(MIGRATIONS))


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
