"""A database of a test before is a new one: nothing of it is left, and a changed schema is not handed out again."""

import os
from datetime import date

import pytest
import sqlalchemy as sa

from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.paths import Instance
from tests.postgres_copies import PostgresCopies

pytestmark = pytest.mark.skipif("TEST_DATABASE_URL" not in os.environ, reason="needs PostgreSQL (TEST_DATABASE_URL)")
ALL = """
SELECT string_agg(query_to_xml('TABLE ' || quote_ident(tablename), true, false, '')::text, '' ORDER BY tablename)
FROM pg_tables WHERE schemaname = 'public'"""


@pytest.fixture
def copies(databases):
    """Copies of its own; it asks for those of the run, so that it runs where the tests with a database do."""
    copies = PostgresCopies(os.environ["TEST_DATABASE_URL"])
    yield copies
    copies.close()


def told(url):
    """All that stands in a database, and where its counters stand."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(ALL).scalar_one()
        return rows, connection.exec_driver_sql("SELECT count(last_value) FROM pg_sequences").scalar_one()


def test_what_was_written_is_gone_and_the_first_rows_are_there(copies, tmp_path):
    url = copies.make(tmp_path)
    first = told(url)
    app = create_app(Instance(tmp_path / "instance"), DATABASE_URL=url, TESTING=True, SIGN_IN=False)
    with app.app_context():
        demo.load(session_for(BUILT_IN), date(2026, 9, 15))
        db.session.remove()
    assert told(url) != first
    copies.drop(url)  # with a connection still open
    with app.app_context():
        db.engine.dispose()
    assert copies.make(tmp_path) == url
    assert told(url) == first


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX ix_supplier_name_key",
        "ALTER TABLE school ADD extra int",
        "CREATE SCHEMA other",
        "DROP TABLE file_content",
    ],
)
def test_a_database_of_another_schema_is_not_handed_out_again(copies, change):
    url = copies.make(None)
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(change)
    copies.drop(url)
    assert copies.make(None) != url
