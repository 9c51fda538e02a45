"""Whether the register is well: one word for whoever asks, and the reason in the log only."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from registry.database import db

BASE = "https://register.bestuur.nl"


def test_it_is_well_with_a_database_of_this_version(make_app, questions_of):
    app = make_app(SIGN_IN=True)
    answer, asked = questions_of(app, lambda: app.test_client().get("/gezond"))
    assert (answer.status_code, answer.text) == (200, "goed\n")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert 1 <= len(asked) <= 2  # is there a schema, and which


def test_it_is_not_well_with_the_schema_of_another_version(make_app):
    app = make_app(SIGN_IN=True)
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    answer = app.test_client().get("/gezond")
    assert (answer.status_code, answer.text) == (503, "niet goed\n")


def test_it_is_not_well_without_its_database(make_app, tmp_path):
    app = make_app(DATABASE_URL=f"sqlite:///{(tmp_path / 'gone' / 'register.sqlite').as_posix()}")
    answer = app.test_client().get("/gezond")
    assert (answer.status_code, answer.text) == (503, "niet goed\n")


@pytest.fixture
def running(make_app, database_url):
    """A register that answered before, on a file; and that file."""
    if not database_url.startswith("sqlite"):
        pytest.skip("a server knows its own files")
    client = make_app(SIGN_IN=True).test_client()
    assert client.get("/gezond").status_code == 200
    return client, Path(sa.make_url(database_url).database)


class TestWithoutItsFile:
    """The system keeps a file that was removed for who has it open: nothing may be kept in it any more."""

    def test_it_is_not_well_and_makes_no_other_file(self, running):
        client, place = running
        place.unlink()
        answers = [client.get("/gezond") for _ in range(2)]
        assert [(answer.status_code, answer.text) for answer in answers] == [(503, "niet goed\n")] * 2
        assert not place.exists()

    @pytest.mark.parametrize("address", ["/aanmelden", "/api/v1/leveranciers"])
    def test_a_page_says_so(self, running, address):
        client, place = running
        key = {"Authorization": f"Bearer vr_{'0' * 8}_{'a' * 43}"}
        place.unlink()
        answer = client.get(address, headers=key)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert "Het bestand van het register is weg." in answer.text

    def test_another_thread_makes_no_new_file(self, running):
        client, place = running
        place.unlink()
        with client.application.app_context():
            db.engine.dispose()
        assert client.get("/gezond").status_code == 503
        assert not place.exists()

    def test_it_is_well_again_when_the_file_is_back(self, running):
        client, place = running
        kept = shutil.copyfile(place, place.with_name("kopie.sqlite"))
        place.unlink()
        assert client.get("/gezond").status_code == 503
        kept.rename(place)
        assert client.get("/gezond").status_code == 200


def test_from_this_device_it_is_asked_past_the_proxy(make_app):
    client = make_app(BASE_URL=BASE, SIGN_IN=True).test_client()
    assert client.get("/gezond", headers={"Host": "127.0.0.1:5055"}).status_code == 200
    assert client.get("/gezond", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/aanmelden", headers={"Host": "127.0.0.1:5055"}).status_code == 400
