"""Whether the register is well: one word for whoever asks, and the reason in the log only."""

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


def test_from_this_device_it_is_asked_past_the_proxy(make_app):
    client = make_app(BASE_URL=BASE, SIGN_IN=True).test_client()
    assert client.get("/gezond", headers={"Host": "127.0.0.1:5055"}).status_code == 200
    assert client.get("/gezond", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/aanmelden", headers={"Host": "127.0.0.1:5055"}).status_code == 400
