"""A register as people run it, and what it asks of its database."""

import pytest
from sqlalchemy import event

from registry.database import db
from tests.surface.conftest import make_app

__all__ = ["make_app"]


@pytest.fixture
def questions_of():
    """Call something and return what it gave, with the questions that the app asked its database."""

    def call(app, something):
        asked = []

        def note(*call):
            asked.append(call[2])

        with app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", note)
        given = something()
        return given, [one for one in asked if one.startswith("SELECT")]

    return call
