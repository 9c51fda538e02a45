"""A filled register, for tests that look at every address; those that write to it take one of their own."""

from datetime import date
from pathlib import Path

import pytest

from registry import create_app
from registry.database import db
from registry.paths import Instance
from tests.example_board import example_board
from tests.surface.papers import add_papers
from tests.surface.routes import routes

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def filled(databases, tmp_path_factory):
    """The app of a register with the example board; nothing of what its tests try may change it."""
    with example_board(databases, tmp_path_factory.mktemp("filled"), date.today()) as app:
        add_papers(app)
        yield app


@pytest.fixture(scope="session")
def all_routes(filled):
    return routes(filled)


@pytest.fixture
def client(filled):
    return filled.test_client()


@pytest.fixture
def make_app(tmp_path, database_url):
    """Make a register as people run it: not for testing, and with these settings."""
    made = []

    def make(**settings):
        made.append(
            create_app(Instance(tmp_path / "own"), **{"DATABASE_URL": database_url, "SIGN_IN": False} | settings)
        )
        return made[-1]

    yield make
    for app in made:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def pytest_itemcollected(item):
    """Mark what meets the outside before the database: one kind is enough, but where the database is what fails."""
    if item.path.parent == HERE and item.path.name != "test_unavailable.py":
        item.add_marker(pytest.mark.one_database)
