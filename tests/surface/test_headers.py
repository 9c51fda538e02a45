"""The headers of every answer: of every route, of every kind of fault, and of what the app could not answer."""

import pytest
from flask import abort, redirect

from registry.access import Right, needs
from registry.web.headers import HEADERS, is_for_everybody
from tests.surface.routes import slow

pytestmark = pytest.mark.xdist_group("surface")
FAULTS = (400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503)
WANTED = ("default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'")


@pytest.fixture
def faulty(make_app):
    """A client of a register with a route for every kind of answer."""
    app = make_app()

    def answer(code):
        if code == 302:
            return redirect("/")
        if code == 500:
            raise ZeroDivisionError
        return abort(code)

    app.add_url_rule("/geef/<int:code>", "answer", needs(Right.READ)(answer))
    return app.test_client()


def is_covered(answer):
    return [name for name, value in HEADERS.items() if answer.headers.getlist(name) != [value]]


@pytest.mark.parametrize("code", [pytest.param(code, id=f"W01 {code}") for code in (302, *FAULTS)])
def test_a_fault_has_the_headers_of_a_page(faulty, code):
    answer = faulty.get(f"/geef/{code}")
    assert answer.status_code == code
    assert is_covered(answer) == []
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "address", "code"),
    [
        pytest.param("GET", "/leveranciers", 308, id="W01 another spelling"),
        pytest.param("POST", "/scholen/nieuw", 400, id="W01 a form without a token"),
        pytest.param("DELETE", "/", 405, id="W01 a method that is not there"),
        pytest.param("GET", "/static/style.css", 200, id="W01 a static file"),
        pytest.param("GET", "/static/../registry.py", 404, id="W01 no static file"),
        pytest.param("GET", "/static/a%00b", 404, id="W01 no file name"),
    ],
)
def test_what_is_answered_before_a_screen_has_them(make_app, method, address, code):
    answer = make_app().test_client().open(address, method=method, buffered=True)
    assert answer.status_code == code
    assert is_covered(answer) == []


def test_a_file_that_did_not_change_has_them(client):
    known = client.get("/static/style.css", buffered=True).headers["ETag"]
    answer = client.get("/static/style.css", headers={"If-None-Match": known}, buffered=True)
    assert answer.status_code == 304
    assert is_covered(answer) == []


def test_when_not_even_the_page_of_a_fault_can_be_made_there_is_a_sentence_with_them(faulty, monkeypatch):
    monkeypatch.setattr("registry.web.errors.render_template", lambda *_, **__: 1 / 0)
    for code in (403, 500):
        answer = faulty.get(f"/geef/{code}")
        assert (answer.status_code, answer.mimetype) == (500, "text/plain")
        assert answer.text == "Er ging iets mis in het register. Probeer het nog eens."
        assert is_covered(answer) == []
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param("every route", id="W01 and W04 every route")])
def test_every_route_has_them_and_no_private_page_is_kept(client, all_routes, case):
    seen, faults = 0, {}
    for route in all_routes:
        if "GET" not in route.methods or slow(route):
            continue
        answer = client.get(route.address, buffered=True)
        seen += 1
        policy = answer.headers.get("Content-Security-Policy", "")
        wrong = [name for name in HEADERS if name not in answer.headers]
        if answer.headers.get("Content-Disposition"):
            wrong += [] if "sandbox" in policy else ["sandbox"]
        elif answer.mimetype == "text/html":
            wrong += [part for part in WANTED if part not in policy]
        wrong += ["unsafe"] if "unsafe" in policy else []
        if not is_for_everybody(route.address):
            wrong += [] if answer.headers["Cache-Control"] == "no-store" else ["kept"]
            wrong += [] if "Cookie" in answer.headers.get("Vary", "") else ["Vary"]
        if wrong:
            faults[route.rule] = wrong
    print(f"{seen} routes")
    assert seen > 60
    assert faults == {}


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param("a shared cache", id="W04 a shared cache")])
def test_a_cache_that_many_share_keeps_no_page(client, all_routes, case):
    kept = []
    for route in all_routes:
        if "GET" in route.methods and not slow(route) and not is_for_everybody(route.address):
            control = client.get(route.address, buffered=True).cache_control
            if not control.no_store and not control.private:
                kept.append(route.rule)
    assert kept == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        pytest.param("/", 200, id="W14 a page"),
        pytest.param("/bestaat-niet", 404, id="W14 no page"),
        pytest.param("/robots.txt", None, id="W14 robots"),
        pytest.param("/static/enhance.js.map", 404, id="W14 a source map"),
    ],
)
def test_nothing_tells_what_runs_here(client, address, code):
    answer = client.get(address)
    assert code in (None, answer.status_code)
    assert {"Server", "X-Powered-By", "Via"} & set(answer.headers.keys()) == set()
    for word in ("werkzeug", "waitress", "python", "flask", "traceback", "sourcemappingurl"):
        assert word not in answer.text.lower()


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"Access-Control-Request-Method": "POST"}, id="W23 a form"),
        pytest.param({"Access-Control-Request-Method": "DELETE"}, id="W23 a method that is not there"),
    ],
)
def test_no_other_site_is_let_in(client, all_routes, asked):
    for route in all_routes:
        if is_for_everybody(route.address):
            continue
        answer = client.options(route.address, headers={"Origin": "https://evil.example", **asked})
        assert not [name for name in dict(answer.headers) if name.startswith("Access-Control")], route.rule
