"""A fault is a page with one Dutch sentence, whatever was asked, and nothing of the machinery."""

import pytest
from lxml import html

from registry.access import Right, needs

ACCEPTS = {
    "L04 a page": {"Accept": "text/html"},
    "L04 JSON": {"Accept": "application/json"},
    "L04 anything": {"Accept": "*/*"},
    "L04 an upload": {"Content-Type": "multipart/form-data; boundary=x"},
    "L04 nonsense": {"Accept": "a/b;q=x", "Accept-Language": "\x7f"},
}
MACHINERY = ("Traceback", 'File "', "Error", "werkzeug", "sqlalchemy", "SELECT", "registry/")


@pytest.mark.parametrize("headers", [pytest.param(*one[1:], id=one[0]) for one in ACCEPTS.items()])
@pytest.mark.parametrize(("address", "code"), [("/stuk", 500), ("/niets", 404), ("/leveranciers/999999", 404)])
def test_a_fault_is_a_page_without_the_machinery(make_app, headers, address, code):
    app = make_app()
    app.add_url_rule("/stuk", "broken", needs(Right.READ)(lambda: 1 / 0))
    answer = app.test_client().get(address, headers=headers)
    assert (answer.status_code, answer.content_type) == (code, "text/html; charset=utf-8")
    tree = html.fromstring(answer.text)
    assert tree.findtext(".//h1").endswith(".")
    assert not [word for word in MACHINERY if word in answer.text]


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        pytest.param("{" * 100_000, "application/json", 400, id="L04 deep JSON"),
        pytest.param("--x\r\n", "multipart/form-data; boundary=x", 400, id="L04 half an upload"),
        pytest.param("x", "multipart/form-data", 400, id="L04 an upload without a boundary"),
        pytest.param("&" * 50_000, "application/x-www-form-urlencoded", 400, id="L04 fields without a name"),
        pytest.param("a=1&" * 600_000, "application/x-www-form-urlencoded", 413, id="V08 many fields"),
        pytest.param("a=" + "x" * 11_000_000, "application/x-www-form-urlencoded", 413, id="V08 eleven million"),
    ],
)
def test_a_body_that_is_none_is_a_fault_of_the_sender(make_app, body, kind, code):
    answer = make_app().test_client().post("/scholen/nieuw", data=body, content_type=kind)
    assert answer.status_code == code
    assert html.fromstring(answer.text).findtext(".//h1").endswith(".")
