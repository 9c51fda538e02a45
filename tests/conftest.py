"""What every test may use."""

import os

import pytest
from jinja2 import FileSystemBytecodeCache

from registry import access, create_app
from registry.database import db, session_for
from registry.paths import Instance
from tests.database import PostgresCopies, SqliteCopies
from tests.visitor import Visitor

pytest_plugins = ["tests.browsing"]


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
def compiled_pages(tmp_path_factory):
    """Where the apps of one test process share their compiled pages: each page is compiled once, not in every test."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("pages")))


@pytest.fixture
def app(tmp_path, database_url, compiled_pages):
    """The register of a board on its first day."""
    app = create_app(Instance(tmp_path / "instance"), DATABASE_URL=database_url, TESTING=True)
    app.jinja_env.bytecode_cache = compiled_pages
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def session(app):
    """A session of the built-in viewer, who may do everything."""
    with app.app_context():
        yield session_for(access.BUILT_IN)


@pytest.fixture
def visitor(app):
    return Visitor(app.test_client())
