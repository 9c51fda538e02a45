"""What tests of screens share."""

import pytest
from sqlalchemy import event

from registry.database import db


@pytest.fixture
def questions(app):
    """Count how many questions a call asks the database."""
    asked = []

    def note(*call):
        asked.append(call[2])

    def count(call):
        asked.clear()
        call()
        return len([statement for statement in asked if statement.startswith("SELECT")])

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield count
    event.remove(engine, "before_cursor_execute", note)
