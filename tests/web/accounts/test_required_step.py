"""A second step that the board requires of everybody: nothing else opens until it is set."""

import pyotp
import pytest

from registry.database import change
from registry.model import Account
from registry.model.account import Role
from registry.services.records import fetch
from tests.people import email_of
from tests.web.accounts.conftest import enter

SET_UP, CODE = "/mijn-account/tweede-stap", "/aanmelden/code"


def is_in(visitor):
    return visitor.client.get("/leveranciers/").status_code == 200


@pytest.fixture(autouse=True)
def required(app):
    app.config["REQUIRE_SECOND_FACTOR"] = True


@pytest.mark.parametrize("address", ["/", "/leveranciers/", "/mijn-account/", "/mijn-account/wachtwoord"])
def test_s17_who_has_none_yet_is_led_to_setting_it_up(officer, at_desk, address):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    assert visitor.client.get(address).headers["Location"] == SET_UP
    page = visitor.open(address)
    assert page.heading == "Tweede stap instellen"
    assert page.texts("//nav[@id='menu']") == []


def test_s17_nothing_can_be_written_before_it_is_set(officer, at_desk, office):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    token = dict(visitor.open(SET_UP).values())["csrf_token"]
    sent = visitor.client.post("/scholen/nieuw", data={"csrf_token": token, "name": "De Klok", "version": "0"})
    assert sent.headers["Location"] == SET_UP


def test_s17_after_the_first_code_everything_opens(officer, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    page = visitor.open(SET_UP)
    code = pyotp.TOTP(dict(page.values())["secret"]).now()
    assert visitor.send(SET_UP, page, code=code).heading == "Herstelcodes"
    assert is_in(visitor)


def test_s17_one_can_still_leave(officer, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    assert visitor.send("/afmelden", visitor.open(SET_UP)).heading == "Aanmelden"


def test_who_has_it_notices_nothing(officer, phone, browser):
    app, _ = phone(officer)
    visitor = browser()
    visitor.send(CODE, enter(visitor, email_of(Role.PRIVACY_OFFICER)), code=app.now())
    assert is_in(visitor)


def test_who_has_no_password_does_it_at_the_sign_in_service(officer, at_desk, office):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    with office() as session, change(session, "wachtwoord weg"):
        fetch(session, Account, officer).password_hash = ""
    assert is_in(visitor)
