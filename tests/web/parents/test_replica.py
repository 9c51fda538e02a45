"""The pages for everybody read from a copy of the database where one is set; all others from the database itself."""

import pytest

from registry import access, create_app
from registry.database import change, db, read_replica, session_for
from registry.paths import Instance
from tests.complete_register import complete_register
from tests.web.parents.conftest import PAGE, set_page


@pytest.fixture
def copied(databases, tmp_path, register, app):
    """A register in which the copy still has a page that the database itself no longer shows."""
    (tmp_path / "copy").mkdir()
    copy = databases.make(tmp_path / "copy")
    behind = create_app(Instance(tmp_path / "behind"), DATABASE_URL=copy, TESTING=True, SIGN_IN=False)
    with behind.app_context():
        session = session_for(access.BUILT_IN)
        complete_register(session)
        set_page(session, is_on=True)
        db.session.remove()
        db.engine.dispose()
    set_page(session_for(access.BUILT_IN), seen=1, is_on=False)
    settings = {"DATABASE_URL": app.config["DATABASE_URL"], "REPLICA_URL": copy, "SIGN_IN": False}
    made = create_app(Instance(tmp_path / "own"), **settings, TESTING=True)
    yield made
    with made.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()
    databases.drop(copy)


def test_the_pages_for_everybody_are_read_from_the_copy(copied, app):
    assert app.test_client().get(PAGE).status_code == 404
    assert copied.test_client().get(PAGE).status_code == 200


def test_what_is_saved_goes_to_the_database_itself_and_is_read_there(copied):
    client = copied.test_client()
    with copied.app_context():
        set_page(session_for(access.BUILT_IN), seen=2, is_on=True, slug="elders")
    assert client.get("/ouders/elders").status_code == 404
    assert "elders" in client.get("/scholen/1/openbare-pagina").text
    assert client.get(PAGE).status_code == 200


def test_a_session_on_the_copy_writes_nowhere(copied):
    with copied.app_context():
        session = session_for(access.BUILT_IN)
        read_replica(session)
        with pytest.raises(RuntimeError, match="writes nowhere"), change(session, "mag niet"):
            pass


def test_without_a_copy_everything_is_read_from_the_database(register, app):
    with app.app_context():
        session = session_for(access.BUILT_IN)
        read_replica(session)
        assert session.get_bind() is db.engine
