"""The way to the sign-in service and back: of this browser, once, and to nowhere else."""

from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select

from registry.model import AuditEvent, School
from registry.model.account import Role
from registry.web.accounts.single_sign_on import REFUSED, STRANGE
from tests.visitor import Page
from tests.web.accounts.single_sign_on.conftest import BACK, BEGIN, is_in, round_trip, there


@pytest.fixture(autouse=True)
def invited(hired):
    return hired(Role.PRIVACY_OFFICER, email="ib@bestuur.example", password="")


def test_the_button_is_there_where_there_is_a_service(app, service, browser):
    button = "//a[@class='button'][starts-with(@href, '/aanmelden/sso')]"
    assert browser().open("/aanmelden").texts(button) == ["Aanmelden met Schoolaccount"]
    app.config["OIDC_DISCOVERY"] = ""
    assert browser().open("/aanmelden").texts(button) == []
    assert browser().client.get(BEGIN).status_code == 404
    assert browser().client.get(BACK).status_code == 404


def test_the_service_is_asked_with_a_challenge_and_where_to_come_back(service, browser):
    asked = parse_qs(urlsplit(browser().client.get(BEGIN).headers["Location"]).query)
    assert {name: asked[name] for name in ("response_type", "code_challenge_method", "scope", "client_id")} == {
        "response_type": ["code"],
        "code_challenge_method": ["S256"],
        "scope": ["openid email profile"],
        "client_id": ["register"],
    }
    assert asked["redirect_uri"] == ["http://localhost/aanmelden/sso/terug"]
    assert all(len(asked[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))


def test_where_to_come_back_is_the_address_that_the_board_filled_in(app, service, browser):
    app.config["BASE_URL"] = known = "https://register.bestuur.example"
    app.config["TRUSTED_HOSTS"] = ["register.bestuur.example"]
    answer = browser().client.get(BEGIN, base_url=known)
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert asked["redirect_uri"] == ["https://register.bestuur.example/aanmelden/sso/terug"]


def test_s14_another_host_than_the_boards_own_leads_nowhere(app, service, browser):
    app.config["BASE_URL"] = "https://register.bestuur.example"
    answer = browser().client.get(BEGIN)
    assert (answer.status_code, "Location" in answer.headers) == (400, False)


@pytest.mark.parametrize(("wish", "end"), [("/leveranciers/?page=2", "/leveranciers/?page=2"), ("//evil.example", "/")])
def test_s11_one_ends_where_one_wanted_to_go_in_this_register(service, browser, wish, end):
    visitor = browser()
    address = there(visitor, f"{BEGIN}?verder={wish}")
    assert visitor.client.get(address).headers["Location"] == end


def test_s05_signing_in_there_begins_a_session_like_any_other(service, browser, at_desk, hired):
    visitor = browser()
    visitor.open("/aanmelden")
    before = visitor.client.get_cookie("session").value
    round_trip(visitor)
    assert is_in(visitor)
    other = browser()
    other.client.set_cookie("session", before)
    assert not is_in(other)
    visitor.send("/afmelden", visitor.open("/mijn-account/"))
    assert not is_in(visitor)


@pytest.mark.parametrize(
    "change", [("state=", "state=x"), ("state=", "other="), ("code=", "other="), ("state=", "state=é")]
)
def test_s18_without_its_own_state_and_code_nobody_comes_in(service, browser, change):
    visitor = browser()
    address = there(visitor).replace(*change)
    answer = visitor.open(address)
    assert (answer.status, answer.errors) == (400, [REFUSED if "code=" in change else STRANGE])
    assert not is_in(visitor)


def test_s18_an_answer_counts_once(service, browser):
    visitor = browser()
    address = there(visitor)
    assert visitor.client.get(address).status_code == 302
    assert visitor.client.get(address).status_code == 400


def test_s18_a_wrong_answer_uses_the_question_up(service, browser):
    visitor = browser()
    address = there(visitor)
    assert visitor.client.get(f"{BACK}?state=x&code=y").status_code == 400
    assert visitor.client.get(address).status_code == 400
    assert not is_in(visitor)


def test_s18_an_answer_counts_in_the_browser_that_asked(service, browser):
    address, other = there(browser()), browser()
    assert other.client.get(address).status_code == 400
    there(other)
    assert other.client.get(address).status_code == 400
    assert not is_in(other)


def test_s18_an_answer_of_ten_minutes_ago_is_too_late(service, browser, clock):
    visitor = browser()
    address = there(visitor)
    clock(601)
    assert visitor.client.get(address).status_code == 400


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "geheim", "\x00", "x" * 5000])
def test_s25_what_the_service_says_of_an_error_is_not_on_our_page(service, browser, words):
    visitor = browser()
    state = parse_qs(urlsplit(there(visitor)).query)["state"][0]
    told = {"error": "access_denied", "error_description": words, "state": state}
    answer = Page(visitor.client.get(BACK, query_string=told))
    assert (answer.status, answer.errors) == (400, [REFUSED])
    assert words not in answer.response.text


def test_s08_what_was_typed_goes_along_and_comes_back(service, browser, office, clock):
    visitor = browser()
    round_trip(visitor)
    form = visitor.open("/scholen/nieuw")
    clock(31 * 60)
    assert visitor.send("/scholen/nieuw", form, name="De Klok", follow=False).status == 401
    again = round_trip(visitor)
    assert again.heading == "Verder waar u was"
    visitor.send(again.form.get("action"), again)
    with office() as session:
        assert session.scalars(select(School.name)).all() == ["De Klok"]


def test_s17_the_second_step_is_asked_here_as_well(service, invited, browser, phone):
    app, _ = phone(invited)
    visitor = browser()
    page = Page(visitor.client.get(there(visitor, f"{BEGIN}?verder=/scholen/")))
    assert page.heading == "Tweede stap"
    assert not is_in(visitor)
    answer = visitor.send(page.form.get("action"), page, code=app.now(), follow=False)
    assert answer.response.headers["Location"] == "/scholen/"


def test_l01_nothing_of_a_token_is_logged_or_stored(service, browser, office, caplog, invited):
    service.claims = {"aud": "een ander register"}
    visitor = browser()
    address = there(visitor)
    visitor.open(address)
    assert "token of the sign-in service refused: for another register" in caplog.text
    code = parse_qs(urlsplit(address).query)["code"][0]
    assert not any(word in caplog.text for word in ("eyJ", code, "jansen-1", "ib@bestuur.example"))


@pytest.mark.parametrize("claims", [{"aud": "een ander register"}, {"email": "iemand@elders.example"}])
def test_l11_who_is_refused_by_way_of_the_service_is_one_line(service, browser, office, claims):
    service.claims = claims
    round_trip(browser())
    with office() as session:
        noted = session.scalars(select(AuditEvent).where(AuditEvent.action == "noted"))
        assert [(line.why, line.subject_id) for line in noted] == [("aanmelden mislukt", 0)]
