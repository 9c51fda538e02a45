"""A disk that is full, a database that is away: a sentence and "come back later", nothing half, and then it goes on."""

import errno
import os

import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from registry.access import BUILT_IN
from registry.database import db, engine, session_for
from registry.database.unavailable import AWAY, BUSY, DISK, FULL, unavailable
from tests.services.archive.registers import everything

NOBODY = "postgresql+psycopg://register@127.0.0.1:1/register?connect_timeout=1"
KEY = f"Bearer vr_1234abcd_{43 * 'x'}"


def replaced(app, url):
    """Give the app this database from now on, through connections of its own."""
    with app.app_context():
        db.engine.dispose()
    db._app_engines[app][None] = own = sa.create_engine(url, **engine.options(url, {}))
    if own.dialect.name == "sqlite":
        engine.prepare(own)
    return own


@pytest.mark.skipif("TEST_DATABASE_URL" in os.environ, reason="SQLite's own limit")
def test_a_full_disk_is_told_and_saving_works_again_when_there_is_room(app, visitor, database_url):
    before = everything(replaced(app, database_url))
    full = replaced(app, database_url)
    sa.event.listen(full, "connect", lambda connection, record: connection.execute("PRAGMA max_page_count = 1"))
    page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg", note="woord " * 600)
    assert (page.status, page.heading, page.response.headers.get("Retry-After")) == (503, FULL, "5")
    assert everything(replaced(app, database_url)) == before
    assert visitor.submit("/leveranciers/nieuw", name="Lettervlieg").heading == "Lettervlieg"


@pytest.mark.parametrize("address", ["/", "/leveranciers/", "/ouders/", "/aanmelden"])
def test_without_a_database_server_a_page_says_so(app, visitor, address):
    replaced(app, NOBODY)
    page = visitor.open(address)
    assert (page.status, page.heading, page.response.headers.get("Retry-After")) == (503, AWAY, "5")
    assert page.tree.xpath("//nav") == []


def test_without_a_database_server_the_api_says_so_as_a_problem(app):
    replaced(app, NOBODY)
    answer = app.test_client().get("/api/v1/leveranciers/1", headers={"Authorization": KEY})
    assert (answer.status_code, answer.json["detail"], answer.headers.get("Retry-After")) == (503, AWAY, "5")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (OSError(errno.ENOSPC, "no space"), FULL),
        (OSError(errno.EROFS, "read only"), DISK),
        (OSError(errno.EMFILE, "too many"), BUSY),
        (exc.TimeoutError("pool"), BUSY),
        (FileNotFoundError(errno.ENOENT, "gone"), None),
        (ValueError("ours"), None),
        (exc.OperationalError("SELECT", {}, Exception("connection refused")), AWAY),
        (exc.ProgrammingError("SELECT", {}, Exception("no such column")), None),
    ],
    ids=[
        "full",
        "read only",
        "too many files",
        "none free",
        "no such file",
        "ours",
        "refused",
        "bad question",
    ],
)
def test_only_what_passes_is_told_so(fault, sentence):
    told = unavailable(fault)
    assert (told.sentence if told else None) == sentence


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///register.sqlite", {"hide_parameters": True}),
        (
            "postgresql+psycopg://a,b/register",
            {"pool_pre_ping": True, "connect_args": {"connect_timeout": 5}, "hide_parameters": True},
        ),
        (
            "postgresql+psycopg://a/register?connect_timeout=2",
            {"pool_pre_ping": True, "connect_args": {}, "hide_parameters": True},
        ),
    ],
    ids=["a file", "two servers", "a time of its own"],
)
def test_connections_to_a_server_survive_its_restart(url, expected):
    assert engine.options(url, {"hide_parameters": True}) == expected


def test_the_replica_hides_what_people_typed_too(make_app):
    app = make_app(REPLICA_URL="sqlite://")
    with app.app_context():
        assert db.engines["replica"].hide_parameters
        assert session_for(BUILT_IN).get_bind().hide_parameters
