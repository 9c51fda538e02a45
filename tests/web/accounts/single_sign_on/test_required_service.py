"""Signing in at the service that the board requires of everybody: a password is for the day that it is down."""

import pytest

from registry.model.account import Role
from registry.model.signing_in import LinkKind
from tests.people import email_of
from tests.web.accounts.conftest import choose, enter
from tests.web.accounts.single_sign_on.conftest import round_trip

INVITED = "ib@bestuur.example"


@pytest.fixture(autouse=True)
def required(app, service):
    app.config["REQUIRE_SSO"] = True


def test_a_password_is_for_the_administrator_with_a_second_step(hired, browser, phone):
    officer, number = hired(Role.PRIVACY_OFFICER), hired(Role.ADMINISTRATOR)
    assert officer
    assert enter(browser(), email_of(Role.PRIVACY_OFFICER)).status == 422
    assert enter(browser(), email_of(Role.ADMINISTRATOR)).status == 422
    phone(number)
    assert enter(browser(), email_of(Role.ADMINISTRATOR)).heading == "Tweede stap"


def test_the_form_stands_behind_the_button(browser):
    page = browser().open("/aanmelden")
    assert page.texts("//summary") == ["Noodaanmelding voor de beheerder"]
    assert page.tree.xpath("//details//input[@type='password']")


def test_a_link_gives_nobody_else_a_password(hired, browser, sent):
    address = sent(LinkKind.INVITATION, hired(Role.PRIVACY_OFFICER, email=INVITED, password=""))
    assert "Uw bestuur vraagt u aan te melden met Schoolaccount." in browser().open(address).text
    assert round_trip(browser()).status == 302


def test_an_administrator_sets_a_second_step_before_anything_else(hired, browser, sent):
    visitor = browser()
    assert choose(visitor, sent(LinkKind.RESET, hired(Role.ADMINISTRATOR))).status == 302
    assert visitor.open("/accounts/").heading == "Tweede stap instellen"
