"""What every answer for everybody carries: no cookie, an ETag that tells it apart, and how long it may be kept."""

from datetime import date, timedelta

import pytest

from registry import access
from registry.services.board.board import edit_board
from registry.services.uses.uses import edit_use, end_use
from registry.web.parents import parents_page
from tests.complete_register import SINCE
from tests.web.parents.conftest import ANSWERS, PAGE, add_something, set_page

FORMS = (PAGE, f"{PAGE}.json", f"{PAGE}/fragment")
FAULTS = ("/ouders/x", "/ouders/x/y", f"{PAGE}.xml", "/ouders")


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "DELETE"])
def test_no_answer_sets_or_depends_on_a_cookie(client, method):
    client.set_cookie("session", "something-old")
    for address in (*ANSWERS, *FAULTS):
        answer = client.open(address, method=method)
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", ""), address
        assert answer.status_code < 500


@pytest.mark.parametrize("address", ["/ouders/x", PAGE])
def test_a_message_meant_for_somebody_who_works_here_is_not_shown(client, address):
    with client.session_transaction() as session:
        session["_flashes"] = [("message", "Bewaard voor u alleen")]
    assert "Bewaard" not in client.get(address).text
    with client.session_transaction() as session:
        assert session["_flashes"]


def test_an_answer_may_be_kept_for_a_minute_and_a_fault_not_at_all(client):
    answers = [client.get(address) for address in ANSWERS]
    assert {answer.headers["Cache-Control"] for answer in answers} == {"public, max-age=60"}
    assert not [answer for answer in answers if answer.headers["ETag"].startswith("W/")]
    assert {client.get(address).headers["Cache-Control"] for address in FAULTS} == {"no-store"}


@pytest.mark.parametrize("address", ANSWERS)
def test_what_a_visitor_has_is_not_sent_again(session, register, client, address):
    first = client.get(address)
    add_something(session)
    again = client.get(address, headers={"If-None-Match": f'"other", {first.headers["ETag"]}'})
    assert (again.status_code, again.data) == (304, b"")
    for name in ("ETag", "Cache-Control", "Access-Control-Allow-Origin"):
        assert again.headers.get(name) == first.headers.get(name)


CHANGES = {
    "a text": lambda session: edit_use(session, 1, 1, {"purpose_plain": "Lezen."}),
    "a use that ended": lambda session: end_use(session, 1, SINCE),
    "the address of the FG": lambda session: edit_board(session, 1, {"dpo_email": "avg@getijden.example"}),
    "what is shown": lambda session: set_page(session, 1, parts=["data", "dpo"]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_new_content_is_sent(session, register, client, change):
    known = [client.get(address) for address in FORMS]
    change(session)
    session.rollback()
    new = [client.get(answer.request.path, headers={"If-None-Match": answer.headers["ETag"]}) for answer in known]
    assert [answer.status_code for answer in new] == [200, 200, 200]
    assert not {answer.data for answer in new} & {answer.data for answer in known}


@pytest.mark.parametrize("address", FORMS)
def test_when_only_the_day_ends_a_use_the_new_content_is_sent(session, register, client, monkeypatch, address):
    set_page(session, 1, parts=["data"])  # no sentence that names the day
    end_use(session, 1, date.today())
    session.rollback()
    known = client.get(address)

    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date.today() + timedelta(days=1)

    monkeypatch.setattr(parents_page, "date", Tomorrow)
    new = client.get(address, headers={"If-None-Match": known.headers["ETag"]})
    assert new.status_code == 200
    assert "Lettervlieg" in known.text
    assert "Lettervlieg" not in new.text


@pytest.mark.parametrize("address", ANSWERS)
def test_head_tells_the_same_without_the_content(client, address):
    whole, head = client.get(address), client.head(address)
    assert head.data == b""
    each_time_new = {"Date": "", "X-Request-Id": ""}
    assert {**head.headers, **each_time_new} == {**whole.headers, **each_time_new}


@pytest.mark.parametrize("address", ANSWERS)
def test_only_what_a_website_takes_over_is_open_to_its_scripts(client, address):
    answer = client.get(address, headers={"Origin": "https://www.dezandloper.example"})
    is_open = address in (f"{PAGE}.json", f"{PAGE}/fragment")
    assert answer.headers.get("Access-Control-Allow-Origin") == ("*" if is_open else None)
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("address", [*ANSWERS, "/scholen/1/openbare-pagina/wijzigen", "/leveranciers/"])
def test_a_preflight_allows_nothing(client, address):
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = client.options(address, headers=asked)
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control-")]


def test_no_answer_names_the_program_or_its_version(client, app):
    for address in (*ANSWERS, *FAULTS):
        told = f"{client.get(address).headers}{client.get(address).text}".lower()
        for word in ("0.1.0", "v=", "werkzeug", "flask", "python", "<!--", "sourcemap"):
            assert word not in told, (address, word)


def test_search_engines_are_kept_to_the_pages_for_parents(client):
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    assert answer.text.splitlines() == ["User-agent: *", "Allow: /ouders/", "Disallow: /"]


def test_a_broken_page_says_so_without_a_word_about_the_register(app, client, monkeypatch):
    def broken(*_):
        raise OSError("secret")

    monkeypatch.setattr(parents_page, "page_at", broken)
    app.testing = False
    answer = client.get(PAGE)
    assert answer.status_code == 500
    assert "Er ging iets mis. Probeer het later nog eens." in answer.text
    assert "secret" not in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_visitor_is_somebody_without_rights(client, monkeypatch):
    asked = []
    monkeypatch.setattr(parents_page, "page_at", lambda session, *_: asked.append(access.viewer_of(session)))
    assert client.get(PAGE).status_code == 404
    assert asked == [access.PUBLIC]
    assert access.PUBLIC.rights == frozenset()
