"""What people type and what their browsers send stays out of every log, also when the register breaks on it."""

import logging
from datetime import date

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from registry import create_app
from registry.access import Right, needs
from registry.database import db
from registry.paths import Instance
from tests.example_board import example_board
from tests.surface.forms import all_forms
from tests.surface.routes import routes
from tests.surface.server import said, served

pytestmark = pytest.mark.xdist_group("canary")
CANARY = "kanariepietje"
HEADERS = (
    "Authorization",
    "Cookie",
    "User-Agent",
    "Referer",
    "X-Api-Key",
    "Origin",
    "If-None-Match",
    "Accept-Language",
)
LAST = "Connection: close\r\n\r\n"


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    """A register as people run it."""
    with example_board(databases, tmp_path_factory.mktemp("canary"), date.today()) as app:
        app.testing = False
        yield app


@pytest.mark.sweep
@pytest.mark.parametrize("text", [pytest.param(CANARY, id="L01 text"), pytest.param(f"{CANARY}\0", id="L01 bad text")])
def test_no_field_of_a_form_comes_into_a_log(register, caplog, text):
    client, sent = register.test_client(), 0
    forms = all_forms(client, routes(register))
    caplog.set_level(logging.DEBUG)
    for form in forms:
        form.sent(client, {name: text for name, _ in form.pairs if name != "csrf_token"})
        form.sent(client, dict.fromkeys(form.texts, text))
        sent += len(form.pairs)
    print(f"{sent} fields")
    assert CANARY not in caplog.text


@pytest.mark.parametrize("header", [pytest.param(name, id=f"L01 {name}") for name in HEADERS])
def test_no_header_comes_into_a_log(register, caplog, header):
    caplog.set_level(logging.DEBUG)
    for method in ("GET", "POST"):
        register.test_client().open("/scholen/nieuw", method=method, headers={header: f"Bearer {CANARY}"})
    assert CANARY not in caplog.text


def breaking(fault):
    def screen():
        try:
            raise ValueError(f"invalid literal: {CANARY}")
        except ValueError as first:
            raise fault from first

    return needs(Right.READ)(screen)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(RuntimeError(CANARY), id="L01 a fault of ours"),
        pytest.param(IntegrityError("INSERT", {"name": CANARY}, Exception(CANARY)), id="L01 a fault of the database"),
        pytest.param(UnicodeDecodeError("utf-8", CANARY.encode(), 0, 1, CANARY), id="L01 a fault of text"),
    ],
)
def test_a_fault_is_told_by_its_kind_and_its_place(make_app, caplog, fault):
    app = make_app()
    app.add_url_rule("/stuk", "broken", breaking(fault))
    answer = app.test_client().get(f"/stuk?{CANARY}", headers={"Authorization": CANARY})
    assert answer.status_code == 500
    assert CANARY not in caplog.text + answer.text
    assert f"{type(fault).__name__}\n" in caplog.text
    assert "ValueError" in caplog.text
    assert "test_canary.py" in caplog.text


@pytest.mark.parametrize("case", [pytest.param("no page", id="L01 a fault of the page of a fault")])
def test_a_fault_of_the_page_of_a_fault_is_told_like_that_too(make_app, caplog, monkeypatch, case):
    app = make_app()
    app.add_url_rule("/stuk", "broken", breaking(RuntimeError(CANARY)))
    monkeypatch.setattr("registry.web.errors.render_template", breaking(RuntimeError(CANARY)))
    assert app.test_client().get("/stuk").status_code == 500
    assert CANARY not in caplog.text


@pytest.mark.parametrize("case", [pytest.param("database", id="L01 values of a statement")])
def test_a_fault_of_the_database_does_not_tell_the_values(tmp_path, database_url, case):
    app = create_app(Instance(tmp_path / "own"), DATABASE_URL=database_url, SIGN_IN=False)
    mark = "?" if database_url.startswith("sqlite") else "%s"
    with app.app_context(), db.engine.connect() as connection, pytest.raises(DBAPIError) as refusal:
        connection.exec_driver_sql(f"INSERT INTO nowhere VALUES ({mark})", (CANARY,))
    assert CANARY not in str(refusal.value)
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("case", [pytest.param("server", id="L01 the server")])
def test_the_server_tells_nothing_either(make_app, capfd, caplog, case):
    with served(make_app()) as port:
        for request in (
            f"GET /{CANARY}?{CANARY} HTTP/1.1\r\nHost: localhost\r\nCookie: session={CANARY}\r\n{LAST}",
            f"POST /scholen/nieuw HTTP/1.1\r\nHost: localhost\r\nContent-Length: 13\r\n{LAST}{CANARY}",
            f"GET / HTTP/1.1\r\nHost: {CANARY}\r\n{LAST}",
            f"{CANARY}\r\n\r\n",
            f"GET / HTTP/1.1\r\nHost: localhost\r\nX {CANARY}\r\n\r\n",
        ):
            said(port, request.encode())
    told = capfd.readouterr()
    assert CANARY not in told.out + told.err + caplog.text
