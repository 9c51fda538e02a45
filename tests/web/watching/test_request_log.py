"""One line in the log per request: which, how it went and how long it took; nothing that somebody typed."""

import json
import logging
import re

import pytest

from registry.access import Right, needs
from registry.errors import BrokenRule
from registry.web.watching.log_lines import Lines, begin
from tests.surface.server import said, served

CANARY, BSN = "kanariepietje", "111222333"
PLAIN_ID = "0f3d9a71c2b84e650f3d9a71c2b84e65"


@pytest.fixture
def lines(make_app, capfd):
    """Start a register with these settings; the function that is given back returns what it logged, line by line."""

    def start(**settings):
        app = make_app(**settings)
        capfd.readouterr()

        def read(parse=json.loads):
            return [parse(line) for line in capfd.readouterr().err.splitlines() if line]

        return app, read

    root = logging.getLogger()
    yield start
    for handler in [one for one in root.handlers if isinstance(one, Lines)]:
        root.removeHandler(handler)
    logging.getLogger("registry").setLevel(logging.NOTSET)


def test_as_json_a_request_is_told_by_its_route(lines):
    app, read = lines(LOG_FORMAT="json")
    answer = app.test_client().get(f"/leveranciers/{BSN[:8]}?{CANARY}={BSN}", buffered=True)
    (told,) = read()
    assert told.pop("time").endswith("Z")
    assert 0 <= told.pop("ms") < 60_000
    assert told == {
        "level": "INFO",
        "request_id": answer.headers["X-Request-Id"],
        "method": "GET",
        "route": "/leveranciers/<number:supplier_id>",
        "status": 404,
    }


def test_as_text_it_is_one_line_too(lines):
    app, read = lines()
    answer = app.test_client().post("/scholen/nieuw", data={"name": CANARY}, buffered=True)
    (told,) = read(str)
    number = answer.headers["X-Request-Id"]
    assert re.fullmatch(rf"\S+Z INFO {number} POST /scholen/nieuw 400 \d+ ms", told)


def test_who_has_to_sign_in_first_is_told_by_the_route_as_well(lines):
    app, read = lines(LOG_FORMAT="json", SIGN_IN=True)
    app.test_client().get("/leveranciers/1", buffered=True)
    assert [(one["route"], one["status"]) for one in read()] == [("/leveranciers/<number:supplier_id>", 302)]


@pytest.mark.parametrize(
    ("proxies", "given", "is_kept"),
    [
        pytest.param(1, PLAIN_ID, True, id="of a proxy"),
        pytest.param(1, "3f0c1b9e-9a54-4a6e-8f5b-0d5a7a3c1e22", True, id="of a proxy that makes UUIDs"),
        pytest.param(0, PLAIN_ID, False, id="without a proxy it is a visitor's word"),
        pytest.param(1, CANARY * 2, False, id="words"),
        pytest.param(1, BSN, False, id="a number as short as that of a pupil"),
        pytest.param(1, f"{PLAIN_ID}; x=1", False, id="more behind it"),
        pytest.param(1, "a" * 65, False, id="too long"),
    ],
)
def test_a_given_number_counts_only_from_a_proxy_and_when_it_is_plain(lines, proxies, given, is_kept):
    app, read = lines(LOG_FORMAT="json", TRUSTED_PROXIES=proxies)
    answer = app.test_client().get("/gezond", headers={"X-Request-Id": given}, buffered=True)
    assert (answer.headers["X-Request-Id"] == given) == is_kept
    assert [one["request_id"] for one in read()] == [answer.headers["X-Request-Id"]]


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "place",
    [
        pytest.param(lambda text: {"path": f"/leveranciers/{text}"}, id="address"),
        pytest.param(lambda text: {"path": f"/leveranciers?q={text}"}, id="question"),
        pytest.param(lambda text: {"path": "/scholen/nieuw", "method": "POST", "data": {"name": text}}, id="form"),
        pytest.param(lambda text: {"path": "/api/v1/suppliers", "method": "POST", "json": {"naam": text}}, id="API"),
        pytest.param(lambda text: {"path": "/", "method": text}, id="method"),
        pytest.param(lambda text: {"path": "/", "headers": {"Authorization": f"Bearer {text}"}}, id="key"),
        pytest.param(lambda text: {"path": "/", "headers": {"Cookie": f"session={text}"}}, id="cookie"),
        pytest.param(lambda text: {"path": "/", "headers": {"X-Request-Id": text}}, id="number"),
        pytest.param(lambda text: {"path": "/", "headers": {"User-Agent": text}}, id="browser"),
        pytest.param(lambda text: {"path": "/", "headers": {"Host": f"{text}.example"}}, id="host"),
        pytest.param(lambda text: {"path": "/stuk"}, id="fault"),
    ],
)
def test_nothing_that_somebody_sends_comes_into_a_line(lines, form, place):
    app, read = lines(LOG_FORMAT=form, TRUSTED_PROXIES=1)
    app.add_url_rule("/stuk", "broken", needs(Right.READ)(lambda: {}[CANARY]))
    for text in (CANARY, BSN):
        app.test_client().open(**place(text), buffered=True)
    told = "\n".join(read(str))
    assert told
    assert CANARY not in told
    assert BSN not in told


def test_a_fault_is_told_by_its_kind_and_place_under_the_number_of_its_request(lines):
    app, read = lines(LOG_FORMAT="json")
    app.add_url_rule("/stuk", "broken", needs(Right.READ)(lambda: {}[CANARY]))
    number = app.test_client().get("/stuk", buffered=True).headers["X-Request-Id"]
    fault, request = read()
    assert fault["request_id"] == request["request_id"] == number
    assert request["status"] == 500
    assert "builtins.KeyError" in fault["message"]
    assert "test_request_log.py" in fault["message"]


def test_what_breaks_while_it_is_sent_is_told_without_address_or_message(lines):
    app, read = lines(LOG_FORMAT="json")

    def halfway():
        yield b"a"
        raise RuntimeError(CANARY)

    app.add_url_rule("/half/<path:rest>", "half", needs(Right.READ)(lambda rest: app.response_class(halfway())))
    with served(app) as port:
        said(port, f"GET /half/{CANARY} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    told = read(str)
    assert CANARY not in "\n".join(told)
    (fault,) = [one for one in map(json.loads, told) if one["level"] == "ERROR"]
    assert fault["message"].startswith("waitress, line")
    assert "builtins.RuntimeError" in fault["fault"]


def test_a_library_is_quoted_only_in_words_that_never_change(lines):
    _, read = lines(LOG_FORMAT="json")
    logging.getLogger("library").warning("Task queue depth is %d", 111222333)
    logging.getLogger("library").warning(f"cannot read {CANARY}")
    fixed, made = (one["message"] for one in read())
    assert fixed.endswith(": Task queue depth is %d")
    assert re.fullmatch(r"library, line \d+ of test_request_log", made)


def test_another_form_is_refused():
    with pytest.raises(BrokenRule, match=r"LOG_FORMAT is text of json\. Er staat: xml"):
        begin("xml")
