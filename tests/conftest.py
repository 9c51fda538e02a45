"""What every test may use."""

import gc
import os

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from registry import access, create_app
from registry.database import db, engine, session_for
from registry.paths import Instance
from registry.services.accounts import passwords
from tests.database import SqliteCopies, hurry
from tests.postgres_copies import PostgresCopies
from tests.visitor import Visitor

pytest_plugins = ["tests.browsing", "tests.counting", "tests.mail_server", "tests.outcomes"]


def pytest_addoption(parser):
    parser.addoption("--with-database", action="store_true", help="only what uses a database, but no browser")


def pytest_collection_modifyitems(config, items):
    """Leave out what asks no database, when asked: on each kind it would give the same answer again."""
    if config.getoption("--with-database"):
        asks = {"databases", "browser_path"}
        chosen = [item for item in items if asks & {*item.fixturenames} == {"databases"}]
        chosen = [item for item in chosen if not item.get_closest_marker("one_database")]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen


def pytest_make_parametrize_id(val):
    """Name a file by that word: its bytes hold the time, and every process must see the same tests."""
    return "file" if isinstance(val, bytes) and len(val) > 100 else None


class Client(FlaskClient):
    """A client that closes what it sent: a form with a large file lies in a file of its own."""

    def run_wsgi_app(self, environ, buffered=False):
        sent = environ["wsgi.input"]
        try:
            return super().run_wsgi_app(environ, buffered)
        finally:
            sent.close()


Flask.test_client_class = Client
engine.prepare = hurry(engine.prepare)
IN_EARNEST = passwords.HASHER  # 50 ms and 64 MB for each
passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def pytest_collection_finish():
    """Leave the thousands of tests out of each look for what may be let go: they stay."""
    gc.freeze()


@pytest.fixture(scope="session")
def databases(tmp_path_factory):
    """Where every test gets its own database from."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        copies = PostgresCopies(url)
        yield copies
        copies.close()
    else:
        yield SqliteCopies(tmp_path_factory.mktemp("database"))


@pytest.fixture
def database_url(databases, tmp_path):
    url = databases.make(tmp_path)
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def the_app(tmp_path_factory):
    """The app of a test process; making one takes longer than most tests."""
    return create_app(Instance(tmp_path_factory.mktemp("app")), TESTING=True, SIGN_IN=False)


@pytest.fixture
def app(the_app, tmp_path, database_url):
    """The register of a board on its first day: a database and a folder of its own."""
    instance, settings = Instance(tmp_path / "instance"), dict(the_app.config)
    instance.prepare()
    the_app.config.update(INSTANCE=instance, DATABASE_URL=database_url)
    db._app_engines[the_app][None] = own = sa.create_engine(database_url)
    engine.prepare(own)
    yield the_app
    with the_app.app_context():
        db.session.remove()
    own.dispose()
    the_app.config.clear()
    the_app.config.update(settings)


@pytest.fixture
def session(app):
    """A session of the built-in viewer, who may do everything."""
    with app.app_context():
        yield session_for(access.BUILT_IN)


@pytest.fixture
def visitor(app):
    return Visitor(app.test_client())
