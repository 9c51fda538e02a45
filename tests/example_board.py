"""A register with the example board in it, as it looks on a day."""

from contextlib import contextmanager

from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.paths import Instance


@contextmanager
def example_board(databases, folder, today):
    """Yield the app of a register, in a database of its own, into which the example was loaded on this day."""
    url = databases.make(folder)
    app = create_app(Instance(folder / "instance"), DATABASE_URL=url, TESTING=True, SIGN_IN=False)
    with app.app_context():
        demo.load(session_for(BUILT_IN), today)
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()
    databases.drop(url)
