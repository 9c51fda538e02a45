"""Signing in with a password: what is the same for everybody, what it leads to, and how it is counted."""

import pytest

from registry.model.account import Role
from registry.services.accounts import attempts
from registry.services.accounts.signing_in import WRONG
from tests.people import PASSWORD, email_of
from tests.web.accounts.conftest import enter

OFFICER = email_of(Role.PRIVACY_OFFICER)
ASTRAY = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\t//evil.example",
    "javascript:alert(1)",
    "https:evil.example",
    "/static/style.css",
    "/afmelden",
    "/bestaat-niet",
    "/\x00",
    "/leveranciers/\r\nSet-Cookie: a=b",
    "@evil.example",
]


def test_s01_the_right_password_opens_the_register(officer, at_desk):
    assert at_desk(Role.PRIVACY_OFFICER).open("/").heading == "Welkom bij het verwerkersregister"


@pytest.mark.parametrize("whom", ["known", "unknown", "closed", "invited"])
def test_s01_a_wrong_password_gets_one_answer_whoever_it_is(hired, browser, whom):
    hired(Role.PRIVACY_OFFICER, email="known@bestuur.example")
    hired(Role.PRIVACY_OFFICER, email="closed@bestuur.example", is_active=False)
    hired(Role.PRIVACY_OFFICER, email="invited@bestuur.example", password="")
    password = PASSWORD if whom == "closed" else "een ander wachtwoord"
    answer = enter(browser(), f"{whom}@bestuur.example", password)
    assert (answer.status, answer.errors) == (422, [WRONG])
    assert "Set-Cookie" not in answer.response.headers or "sign_in" not in answer.response.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "email", ["", " ", "a\0b@school.nl", "😀@school.nl", "'; drop table account; --", "x" * 100_000]
)
def test_s01_odd_names_are_refused_like_others(officer, browser, email):
    assert enter(browser(), email).status == 422


@pytest.mark.parametrize("password", ["", "a\0b", "x" * 1_000_000])
def test_s01_odd_passwords_are_refused_like_others(officer, browser, password):
    assert enter(browser(), OFFICER, password).status == 422


def test_s01_capitals_and_blanks_around_an_address_do_not_matter(officer, browser):
    assert enter(browser(), f"  {OFFICER.upper()} ").status == 302


def test_s02_the_eleventh_try_within_five_minutes_has_to_wait(officer, browser):
    for _ in range(10):
        assert enter(browser(), OFFICER, "mis").status == 422
    answer = enter(browser(), OFFICER)
    assert answer.status == 429
    assert 0 < int(answer.response.headers["Retry-After"]) <= 300
    assert "Wacht een paar minuten." in answer.text


def test_s02_who_waits_as_long_as_was_asked_may_try_again(officer, browser, clock):
    for _ in range(30):
        answer = enter(browser(), OFFICER, "mis")
        clock(1)
    clock(int(answer.response.headers["Retry-After"]))
    assert enter(browser(), OFFICER).status == 302


def test_s02_signing_in_well_starts_the_count_anew(officer, browser):
    for _ in range(3):
        for _ in range(6):
            enter(browser(), OFFICER, "mis")
        assert enter(browser(), OFFICER).status == 302


def test_s02_many_accounts_from_one_address_have_to_wait(officer, browser, monkeypatch):
    monkeypatch.setitem(attempts.LIMITS, "address", (5, 300))
    for number in range(5):
        assert enter(browser(), f"iemand{number}@bestuur.example", "mis").status == 422
    assert enter(browser(), OFFICER).status == 429


def test_s02_everybody_together_has_to_wait(officer, browser, monkeypatch):
    monkeypatch.setitem(attempts.LIMITS, "everybody", (5, 300))
    for number in range(5):
        place = {"REMOTE_ADDR": f"192.0.2.{number}"}
        browsed = browser()
        browsed.client.environ_base |= place
        assert enter(browsed, f"iemand{number}@bestuur.example", "mis").status == 422
    assert enter(browser(), OFFICER).status == 429


def test_s03_a_thousand_addresses_slow_one_account_for_a_while_only(officer, browser, clock):
    told = []
    for minute in range(12):
        for number in range(4):
            visitor = browser()
            visitor.client.environ_base |= {"REMOTE_ADDR": f"192.0.{minute}.{number}"}
            told.append(enter(visitor, OFFICER, "mis").status)
        clock(60)
    assert told.count(422) <= 30
    assert told.count(429) >= 18
    clock(300)
    assert enter(browser(), OFFICER).status == 302


@pytest.mark.parametrize("target", ASTRAY)
def test_s11_after_signing_in_nobody_is_led_off_the_register(officer, browser, target):
    visitor = browser()
    page = visitor.open("/aanmelden")
    sent = dict(page.values()) | {"email": OFFICER, "password": PASSWORD}
    answer = visitor.client.post("/aanmelden", query_string={"verder": target}, data=sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize("target", ["/leveranciers/", "/leveranciers/?zoek=a%20b&page=2"])
def test_s11_after_signing_in_one_is_where_one_wanted_to_go(officer, browser, target):
    visitor = browser()
    asked = visitor.client.get(target)
    assert asked.status_code == 302
    assert enter(visitor, OFFICER, address=asked.headers["Location"]).response.headers["Location"] == target


def test_s11_somebody_elses_form_signs_nobody_in(officer, browser):
    visitor = browser()
    answer = visitor.client.post("/aanmelden", data={"email": OFFICER, "password": PASSWORD})
    assert answer.status_code == 400
    other = dict(browser().open("/aanmelden").values())
    answer = visitor.client.post("/aanmelden", data=other | {"email": OFFICER, "password": PASSWORD})
    assert answer.status_code == 400
    assert visitor.open("/").heading == "Aanmelden"


def test_a_password_manager_knows_the_fields(officer, browser):
    fields = browser().open("/aanmelden").tree.xpath("//form//input[@type != 'hidden' and @type != 'submit']")
    known = {field.get("name"): (field.get("type"), field.get("autocomplete")) for field in fields}
    assert known == {"email": ("email", "username"), "password": ("password", "current-password")}
