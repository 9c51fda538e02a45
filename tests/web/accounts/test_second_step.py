"""The second step: codes of an app, codes on paper, setting it up, and requiring it of everybody."""

import time

import pyotp
import pytest
from sqlalchemy import select

from registry.model import AuditEvent, RecoveryCode
from registry.model.account import Role
from registry.services.accounts.second_factor import WRONG
from tests.people import PASSWORD, email_of
from tests.web.accounts.conftest import enter

OFFICER = email_of(Role.PRIVACY_OFFICER)
SET_UP, CODE = "/mijn-account/tweede-stap", "/aanmelden/code"


@pytest.fixture
def half(officer, browser):
    """A function that gives a browser in which the password was right, and the page that asks for a code."""

    def go():
        visitor = browser()
        return visitor, enter(visitor, OFFICER)

    return go


def is_in(visitor):
    return visitor.client.get("/leveranciers/").status_code == 200


def send(half, code):
    visitor, page = half()
    answer = visitor.send(CODE, page, code=code, follow=False)
    return visitor, answer


def test_s17_the_password_alone_opens_nothing(officer, half, phone):
    phone(officer)
    visitor, page = half()
    assert page.heading == "Tweede stap"
    assert not is_in(visitor)
    assert "Privacy officer" not in page.text


def test_s17_the_password_and_the_code_do(officer, half, phone):
    app, _ = phone(officer)
    visitor, answer = send(half, app.now())
    assert answer.status == 302
    assert is_in(visitor)


@pytest.mark.parametrize("written", ["{} {}", " {}{} ", "{}-{}"])
def test_s17_blanks_in_a_code_do_not_matter(officer, half, phone, written):
    app, _ = phone(officer)
    code = app.now()
    assert send(half, written.format(code[:3], code[3:]))[1].status == 302


def test_s17_a_code_works_once(officer, half, phone):
    app, _ = phone(officer)
    code = app.now()
    assert send(half, code)[1].status == 302
    visitor, answer = send(half, code)
    assert answer.errors == [f"Code: {WRONG}"]
    assert not is_in(visitor)


@pytest.mark.parametrize(("steps", "status"), [(-2, 422), (0, 302), (1, 302), (2, 422)])
def test_s17_the_clock_of_a_phone_may_be_one_step_off(officer, half, phone, clock, steps, status):
    app, _ = phone(officer)
    clock(10 * 30)
    assert send(half, app.at(int(time.time()) + steps * 30))[1].status == status


def test_s17_one_step_behind_is_right_when_it_is_newer_than_the_last(officer, half, phone, clock):
    app, _ = phone(officer)
    clock(10 * 30)
    assert send(half, app.at(int(time.time()) - 30))[1].status == 302
    assert send(half, app.at(int(time.time()) - 30))[1].status == 422
    assert send(half, app.now())[1].status == 302


def test_s17_the_sixth_try_has_to_wait_with_another_browser_too(officer, half, phone, clock):
    app, _ = phone(officer)
    for _ in range(5):
        assert send(half, "000000")[1].status == 422
    _, answer = send(half, app.now())
    assert answer.status == 429
    clock(int(answer.response.headers["Retry-After"]))
    assert send(half, app.now())[1].status == 302


@pytest.mark.parametrize("code", ["", "x", "٣٣٣٣٣٣", "1" * 5000, "a\0b", "😀", "-1", "1e5"])
def test_s17_an_odd_code_is_refused_like_any_wrong_one(officer, half, phone, code):
    phone(officer)
    assert send(half, code)[1].status == 422


def test_s17_a_code_on_paper_works_once(officer, half, phone):
    _, codes = phone(officer)
    assert len(set(codes)) == 10
    assert send(half, codes[0].upper())[1].status == 302
    assert send(half, codes[0])[1].status == 422
    assert send(half, codes[1])[1].status == 302


def test_s17_no_secret_stands_in_the_history_and_no_code_in_the_database(officer, half, phone, office):
    app, codes = phone(officer)
    send(half, codes[0])
    with office() as session:
        stored = session.scalars(select(RecoveryCode.code_hash)).all()
        told = [f"{line.field} {line.old} {line.new}" for line in session.scalars(select(AuditEvent))]
    assert len(stored) == 9
    assert not any(word in f"{told} {stored}" for code in codes for word in (code, code.replace("-", "")))
    assert app.secret not in f"{told}"


def test_s17_five_minutes_after_the_password_it_is_asked_again(officer, half, phone, clock):
    app, _ = phone(officer)
    visitor, page = half()
    clock(301)
    assert visitor.send(CODE, page, code=app.now(), follow=False).response.headers["Location"] == "/aanmelden"


def test_s17_without_a_password_there_is_no_code_to_give(officer, browser):
    assert browser().client.get(CODE).headers["Location"] == "/aanmelden"


def test_s17_until_the_first_code_is_right_nothing_has_changed(officer, at_desk, half):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    answer = visitor.submit(SET_UP, code="000000")
    assert answer.errors == [f"De zes cijfers die de app nu toont: {WRONG}"]
    assert half()[1].status == 302


def test_s17_after_the_first_code_the_codes_for_paper_are_shown_once(officer, at_desk, half, clock):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    page = visitor.open(SET_UP)
    app = pyotp.TOTP(dict(page.values())["secret"])
    shown = visitor.send(SET_UP, page, code=app.now())
    assert shown.heading == "Herstelcodes"
    codes = shown.texts("//code")
    assert not any(code in visitor.open("/mijn-account/").text for code in codes)
    assert send(half, app.now())[1].status == 422  # it was used to set it up
    clock(30)
    assert send(half, app.now())[1].status == 302
    assert send(half, codes[9])[1].status == 302


@pytest.mark.parametrize("secret", ["", "!!!", "a", "A" * 5000, "é" * 32, "AAAA\0AAA", "GEZDGNBV"])
def test_s17_a_secret_that_we_did_not_make_is_not_taken(officer, at_desk, office, secret):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    answer = visitor.send(SET_UP, visitor.open(SET_UP), secret=secret, code="123456")
    assert answer.status == 422
    assert len(dict(answer.values())["secret"]) == 32


def test_s17_another_phone_asks_the_password_first(officer, phone, half, at_desk):
    app, _ = phone(officer)
    visitor, _ = send(half, app.now())
    assert visitor.open(SET_UP).heading == "Tweede stap weghalen"


def test_s17_taking_it_away_asks_the_password(officer, phone, half):
    app, _ = phone(officer)
    visitor, _ = send(half, app.now())
    assert visitor.submit(f"{SET_UP}/weghalen", present="mis").status == 422
    assert half()[1].heading == "Tweede stap"
    assert "zonder tweede stap" in visitor.submit(f"{SET_UP}/weghalen", present=PASSWORD).text
    assert half()[1].status == 302


def test_s17_who_lost_phone_and_paper_is_helped_by_the_administrator(officer, administrator, phone, at_desk, half):
    phone(officer)
    visitor = at_desk(Role.ADMINISTRATOR)
    page = visitor.open(f"/accounts/{officer}")
    assert "zonder tweede stap" in visitor.send(f"/accounts/{officer}/tweede-stap-weghalen", page).text
    assert half()[1].status == 302
