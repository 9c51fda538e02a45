"""R03 on PostgreSQL: the server ends the connection at the n-th statement of a write; that is told, nothing is half."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa

from registry import create_app
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.database.chain_check import check_chain
from registry.database.unavailable import AWAY
from registry.model import Supplier
from registry.model.api_key import KeyScope
from registry.paths import Instance
from registry.services.keys.keys import add_key
from tests.release.postgres import OWNER, leader_and_follower, programs

pytestmark = pytest.mark.skipif(programs() is None, reason="needs PostgreSQL's programs")
MOST = 200


@pytest.fixture(scope="module")
def server():
    with TemporaryDirectory() as place, leader_and_follower(Path(place)) as (leader, _):
        yield leader


@pytest.fixture
def board(server, tmp_path):
    """The app on that server, as people have it, and a key that may write."""
    url = f"postgresql+psycopg://{OWNER}@127.0.0.1:{server.port}/postgres"
    app, today = create_app(Instance(tmp_path / "instance"), SIGN_IN=False, DATABASE_URL=url), date.today()
    with app.app_context():
        migrating.upgrade(db.engine)
        days = {"begins_on": today, "ends_on": today + timedelta(days=2)}
        made = add_key(session_for(BUILT_IN), {"purpose": "proef", "scope": KeyScope.WRITE, **days}, ())
        db.session.remove()
    yield app, made.written
    with app.app_context():
        db.engine.dispose()


def test_a_connection_that_the_server_ends_is_told_at_every_statement(board, server):
    app, key = board
    with app.app_context():
        own = db.engine
    seen, at = 0, 0

    def end(connection):
        nonlocal seen
        seen += 1
        if seen == at:
            server.ask(f"SELECT pg_terminate_backend({connection.connection.driver_connection.info.backend_pid}, 5000)")

    def names():
        with app.app_context():
            return list(session_for(BUILT_IN).scalars(sa.select(Supplier.name)))

    sa.event.listen(own, "before_cursor_execute", lambda connection, *_: end(connection))
    sa.event.listen(own, "commit", end)
    sa.event.listen(own, "rollback", end)
    statuses = []
    for at in range(1, MOST):
        seen, name = 0, f"Leverancier {at}"
        sent = app.test_client().post(
            "/api/v1/leveranciers", json={"naam": name}, headers={"Authorization": f"Bearer {key}"}
        )
        statuses.append(sent.status_code)
        reached, seen = seen >= at, MOST
        # Behind the commit it stands there and nobody could be told: the sentence asks to look.
        assert name in names() if sent.status_code == 201 else sent.json["detail"] == AWAY, at
        if not reached:
            break
    assert set(statuses) == {201, 503}, statuses
    assert statuses[-1] == 201
    assert len(statuses) > 8
    with own.connect() as connection:
        assert check_chain(connection).faults == []
