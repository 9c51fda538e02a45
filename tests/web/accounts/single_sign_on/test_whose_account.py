"""Whose account it is: bound by the number at the service, by e-mail once, with no more rights than the board gave."""

import pytest
from sqlalchemy import select

from registry.database import change
from registry.model import Account
from registry.model.account import Role
from registry.services.accounts.accounts import LAST
from registry.services.accounts.provided import CLOSED, NO_ACCOUNT, NO_ROLE, TAKEN
from registry.services.records import fetch
from tests.people import PASSWORD
from tests.web.accounts.conftest import enter
from tests.web.accounts.single_sign_on.conftest import is_in, round_trip

INVITED = "ib@bestuur.example"


@pytest.fixture
def invited(hired):
    return hired(Role.PRIVACY_OFFICER, email=INVITED, password="")


@pytest.fixture
def open_to_domain(app):
    app.config.update(OIDC_ALLOWED_DOMAINS=["bestuur.example"], OIDC_DEFAULT_ROLE="signatory")


def accounts(office):
    with office() as session:
        return [(one.email, one.role, bool(one.provider_subject)) for one in session.scalars(select(Account))]


def test_who_was_invited_comes_in_and_is_bound(service, invited, browser, office):
    assert round_trip(browser()).status == 302
    assert accounts(office) == [(INVITED, Role.PRIVACY_OFFICER, True)]


def test_capitals_in_an_address_do_not_matter(service, invited, browser):
    service.person["email"] = INVITED.upper()
    assert round_trip(browser()).status == 302


def test_once_bound_the_number_counts_and_no_address(service, invited, browser, office):
    round_trip(browser())
    service.person["email"] = "getrouwd@elders.example"
    assert round_trip(browser()).status == 302
    service.person |= {"sub": "pietersen-2", "email": INVITED}
    answer = round_trip(browser())
    assert (answer.status, answer.errors) == (403, [TAKEN])
    assert len(accounts(office)) == 1


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email_verified": None}, {"email_verified": "true"}])
def test_s24_an_address_that_was_not_verified_is_nobodys(service, invited, browser, claims):
    service.person |= claims
    visitor = browser()
    assert round_trip(visitor).errors == [NO_ACCOUNT]
    assert not is_in(visitor)


@pytest.mark.parametrize("email", [None, "", 7, [INVITED], "geen adres", "a\0b@bestuur.example", "@bestuur.example"])
def test_s24_an_odd_address_makes_no_account(service, invited, open_to_domain, browser, office, email):
    service.person["email"] = email
    assert round_trip(browser()).errors == [NO_ACCOUNT]
    assert len(accounts(office)) == 1


def test_who_was_not_invited_is_told_whom_to_ask(service, browser, office):
    answer = round_trip(browser())
    assert (answer.status, answer.errors) == (403, [NO_ACCOUNT])
    assert accounts(office) == []


def test_an_account_that_is_let_go_is_bound_anew(service, invited, administrator, browser, at_desk, office):
    visitor = browser()
    round_trip(visitor)
    boss = at_desk(Role.ADMINISTRATOR)
    page = boss.open(f"/accounts/{invited}")
    assert "Maak los van Schoolaccount" in page.text
    assert "meldt zich weer voor het eerst aan" in boss.send(f"/accounts/{invited}/losmaken", page).text
    assert not is_in(visitor)
    service.person["sub"] = "jansen-3"
    assert round_trip(visitor).status == 302
    assert (INVITED, Role.PRIVACY_OFFICER, True) in accounts(office)


def test_a10_the_last_administrator_is_not_let_go(service, hired, browser, office):
    number = hired(Role.ADMINISTRATOR, email=INVITED, password="")
    visitor = browser()
    round_trip(visitor)
    answer = visitor.send(f"/accounts/{number}/losmaken", visitor.open(f"/accounts/{number}"))
    assert (answer.status, answer.heading) == (422, LAST)
    assert accounts(office) == [(INVITED, Role.ADMINISTRATOR, True)]


def test_an_account_that_was_closed_stays_closed(service, hired, browser, office):
    number = hired(Role.PRIVACY_OFFICER, email=INVITED, password="", is_active=False)
    assert round_trip(browser()).errors == [CLOSED]
    with office() as session:
        assert fetch(session, Account, number).provider_subject == ""


def test_closing_an_account_ends_a_session_of_the_service_too(service, invited, administrator, browser, at_desk):
    visitor = browser()
    round_trip(visitor)
    assert at_desk(Role.ADMINISTRATOR).submit(f"/accounts/{invited}", is_active=None).status == 200
    assert not is_in(visitor)
    assert round_trip(visitor).errors == [CLOSED]


def test_an_allowed_domain_gives_an_account_with_the_role_of_the_board(service, open_to_domain, browser, office):
    assert round_trip(browser()).status == 302
    assert accounts(office) == [(INVITED, Role.SIGNATORY, True)]


@pytest.mark.parametrize("email", ["x@elders.example", "x@sub.bestuur.example", "x@bestuur.example.evil.example"])
def test_another_domain_gives_none(service, open_to_domain, browser, office, email):
    service.person["email"] = email
    assert round_trip(browser()).errors == [NO_ACCOUNT]
    assert accounts(office) == []


def test_s24_without_a_role_nobody_comes_in(app, service, open_to_domain, browser, office):
    app.config["OIDC_DEFAULT_ROLE"] = ""
    app.config["OIDC_ROLES"] = {"claim": "groups", "groups": {"g-fg": "dpo"}}
    service.claims["groups"] = ["g-ander"]
    assert round_trip(browser()).errors == [NO_ROLE]
    service.claims["groups"] = ["g-ander", "g-fg"]
    assert round_trip(browser()).status == 302
    assert accounts(office) == [(INVITED, Role.DPO, True)]


@pytest.mark.parametrize("name", ["x" * 500, "", None, 7, "a\0b", "\u202eevil", "<script>alert(1)</script>"])
def test_w05_a_name_from_the_service_is_text_or_replaced(service, open_to_domain, browser, name):
    service.person["name"] = name
    visitor = browser()
    assert round_trip(visitor).status == 302
    page = visitor.open("/mijn-account/")
    assert page.status == 200
    assert page.tree.xpath("//main//script") == []


def test_what_the_token_leaves_out_is_asked_apart_about_the_same_person(service, invited, browser):
    service.about["userinfo_endpoint"] = f"{service.address}/userinfo"
    service.person = {"sub": "jansen-1"}
    service.told = {"sub": "iemand anders", "email": INVITED, "email_verified": True}
    assert round_trip(browser()).errors == [NO_ACCOUNT]
    service.told["sub"] = "jansen-1"
    assert round_trip(browser()).status == 302


def test_a_password_of_before_goes_on_working_beside_it(service, hired, browser, office):
    number = hired(Role.PRIVACY_OFFICER, email=INVITED)
    assert round_trip(browser()).status == 302
    assert enter(browser(), INVITED, PASSWORD).status == 302
    with office() as session:
        with change(session, "losgemaakt"):
            fetch(session, Account, number).provider_subject = ""
        assert fetch(session, Account, number).email == INVITED
