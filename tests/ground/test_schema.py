"""The migrated database is the model, on every database that the tests run on."""

import re
from collections import Counter

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from registry.database import db, migrating
from registry.database.engine import journal_mode
from registry.model import Base


def described(engine):
    """Every table with its columns, keys, indexes and checks, as the database itself tells it."""
    inspector = sa.inspect(engine)
    return {
        table: {
            "columns": sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)),
            "foreign": sorted(
                (k["name"], *k["constrained_columns"], k["referred_table"]) for k in inspector.get_foreign_keys(table)
            ),
            "indexes": sorted((i["name"], *i["column_names"], bool(i["unique"])) for i in inspector.get_indexes(table)),
            "unique": sorted((u["name"], *u["column_names"]) for u in inspector.get_unique_constraints(table)),
            "checks": sorted((c["name"], c["sqltext"]) for c in inspector.get_check_constraints(table)),
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrated_database_equals_the_model(app):
    with app.app_context():
        migrated = described(db.engine)
        with db.engine.begin() as connection:
            Base.metadata.drop_all(connection)
            Base.metadata.create_all(connection)
        assert migrated == described(db.engine)


def test_no_table_has_two_rules_of_one_name():
    """SQLite lets it be, PostgreSQL refuses the table."""

    def named(table):
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        return Counter(re.findall(r"CONSTRAINT (\w+)", made))

    tables = Base.metadata.sorted_tables
    assert [(table.name, name) for table in tables for name, times in named(table).items() if times > 1] == []


def test_alembic_finds_no_difference(app):
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_down_and_up_again_gives_the_same_schema(app):
    with app.app_context():
        before = described(db.engine)
        migrating.downgrade(db.engine, "base")
        assert described(db.engine) == {}
        migrating.upgrade(db.engine)
        assert described(db.engine) == before
        assert migrating.is_current(db.engine)


def test_the_newest_revision_is_the_one_that_no_other_follows():
    assert [migrating.newest()] == ScriptDirectory(str(migrating.MIGRATIONS)).get_heads()


def test_a_migration_twice_changes_nothing(app):
    with app.app_context():
        migrating.upgrade(db.engine)
        assert migrating.is_current(db.engine)


def test_the_journal_mode_follows_the_version_of_the_library():
    assert journal_mode((3, 51, 2)) == "DELETE"
    assert journal_mode((3, 51, 3)) == "WAL"


def test_foreign_keys_are_on(app):
    with app.app_context(), db.engine.connect() as connection:
        if db.engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
