"""Addresses and methods that are not there, each with a problem in Dutch; and what every answer has."""

import pytest

from registry.api import OPERATIONS
from tests.api.conftest import API

NO_NUMBERS = ["-1", "0", "1.0", "1e3", "2147483648", "9223372036854775808", "٣", "1%00", "01", "5" * 5000]
NO_NUMBERS += ["6F9619FF-8B86-D011-B42D-00CF4FC964FF", "%ED%A0%80", "%FF", "%C0%AF"]
OTHER_WORDS = ["/leveranciers/", "//leveranciers", "/./leveranciers", "/%2e%2e/v1/leveranciers", "/leveranciers;a=b"]
OTHER_WORDS += ["/Leveranciers", "/leveranciers/1/", "/leveranciers//1", "", "/", "/x", "/openapi.yaml"]


def test_what_is_no_number_is_not_there(writer):
    nowhere = writer.get("/leveranciers/999").data
    for number in NO_NUMBERS:
        answers = [writer.ask(method, f"/leveranciers/{number}", tag=1, json={}) for method in ("GET", "PATCH")]
        assert [one.status_code for one in answers] == [404, 404], number[:20]
        assert answers[0].data == nowhere


def test_an_address_in_other_words_is_not_there(writer):
    for path in OTHER_WORDS:
        answer = writer.client.get(f"{API}{path}", headers={"Authorization": f"Bearer {writer.written}"})
        assert (answer.status_code, answer.mimetype) == (404, "application/problem+json"), path
        assert "Location" not in answer.headers


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "TRACE", "DELETE", "CONNECT", "BLA"])
def test_another_method_is_refused_with_those_there_are(writer, method):
    for path in sorted({one.path for one in OPERATIONS}):
        answer = writer.ask(method, path.replace("{number}", "1"))
        there = {one.method for one in OPERATIONS if one.path == path}
        assert (answer.status_code, answer.mimetype) == (405, "application/problem+json"), path
        assert set(answer.headers["Allow"].split(", ")) == there | ({"HEAD"} if "GET" in there else set())
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_no_header_makes_another_method_of_it(writer, header):
    assert writer.post("/leveranciers/1?_method=PATCH", {}, tag=1, headers={header: "PATCH"}).status_code == 405


@pytest.mark.parametrize("path", [one.path for one in OPERATIONS if one.method == "GET" and one.answers[0].headers])
def test_head_tells_what_get_tells_without_the_body(writer, path):
    path = path.replace("{number}", "1")
    asked, told = writer.ask("HEAD", path), writer.get(path)
    assert (asked.status_code, asked.data, asked.headers.get("ETag")) == (
        told.status_code,
        b"",
        told.headers.get("ETag"),
    )


@pytest.mark.parametrize("path", ["/openapi.json", "/leveranciers", "/leveranciers/999", "/x", "/leveranciers?x=1"])
def test_every_answer_has_the_version_and_the_headers_of_the_surface(writer, path):
    answer = writer.get(path)
    assert answer.headers["API-Version"] == "1.0.0"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/leveranciers", "/leveranciers/1", "/x", "/openapi.json"])
def test_another_host_is_refused_before_any_door(app, path):
    answer = app.test_client().get(f"{API}{path}", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert "evil" not in answer.text


def test_a_fault_of_ours_is_a_problem_without_a_trace(app, writer, monkeypatch):
    app.testing = False

    def break_down(*asked):
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr("registry.api.records.fetch", break_down)
    answer = writer.get("/leveranciers/1")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "geheim" not in answer.text
    assert "Traceback" not in answer.text
