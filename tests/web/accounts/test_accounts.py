"""The screens of all accounts: who may open them, and what a change does to who is at work."""

import pytest
from sqlalchemy import select

from registry.model import Account, SignInSession
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.links import make_link
from registry.services.records import fetch
from registry.services.uses.schools import add_school
from tests.people import NEW, PASSWORD, email_of
from tests.web.accounts.conftest import enter

LAST = "Er moet een beheerder overblijven die kan aanmelden."
MANAGING = ["/accounts/", "/accounts/uitnodigen", "/accounts/1"]
INVITED = {"name": "IB’er Oost", "email": "ib@bestuur.example"}


def link_on(page):
    (address,) = page.tree.xpath("//input[@id='link']/@value")
    return address.removeprefix("http://localhost")


@pytest.mark.parametrize("address", MANAGING)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_s10_only_the_administrator_manages_accounts(administrator, hired, office, at_desk, role, address):
    with office() as session:
        school = add_school(session, {"name": "De Klok"}).id
    hired(role, schools=[school] if role is Role.SCHOOL_COORDINATOR else [])
    visitor = at_desk(role)
    assert visitor.client.get(address).status_code == 403
    token = dict(visitor.open("/mijn-account/").values())["csrf_token"]
    assert visitor.client.post(address, data={"csrf_token": token, "role": "administrator"}).status_code in (403, 405)
    with office() as session:
        assert {one.role for one in session.scalars(select(Account))} == {Role.ADMINISTRATOR, role}


@pytest.mark.parametrize("address", ["/", *MANAGING, "/mijn-account/", "/bestuur/", "/leveranciers/1", "/scholen/"])
def test_s10_without_signing_in_there_is_only_the_sign_in_page(administrator, browser, address):
    answer = browser().client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/aanmelden?verder=")


def test_s16_an_invitation_is_made_and_its_link_shown_once(administrator, at_desk, browser):
    visitor = at_desk(Role.ADMINISTRATOR)
    page = visitor.submit("/accounts/uitnodigen", **INVITED, role="privacy_officer")
    assert "Een eerdere link" not in page.text
    page = visitor.send("/accounts/2/link", visitor.open("/accounts/2"))
    assert "Een eerdere link" in page.text
    address = link_on(page)
    assert "uitgenodigd" in visitor.open("/accounts/").text
    assert address not in visitor.open("/accounts/2").response.text
    assert browser().submit(address, password="lamp water steen", again="lamp water steen").status == 200
    assert "uitgenodigd" not in visitor.open("/accounts/").text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": email_of(Role.ADMINISTRATOR).upper()}, "Er is al een account met dit e-mailadres."),
        ({"email": "x"}, "ziet eruit als naam@school.nl"),
        ({"name": ""}, "Vul"),
        ({"role": "god"}, "keuze"),
        ({"role": "school_coordinator"}, "Kies de scholen van deze coördinator."),
        ({"role": "signatory", "schools": ["1"]}, "geldt voor alle scholen"),
        ({"schools": ["99999"]}, "keuze"),
    ],
)
def test_a_wrong_invitation_is_explained_and_makes_nothing(administrator, at_desk, office, typed, sentence):
    with office() as session:
        add_school(session, {"name": "De Klok"})
    sent = INVITED | {"role": "privacy_officer"} | typed
    page = at_desk(Role.ADMINISTRATOR).submit("/accounts/uitnodigen", **sent)
    assert page.status == 422
    assert sentence in " ".join(page.errors)
    with office() as session:
        assert session.scalars(select(Account.id)).all() == [administrator]


def test_a09_a_lower_role_counts_from_the_next_request(administrator, officer, at_desk):
    boss, visitor = at_desk(Role.ADMINISTRATOR), at_desk(Role.PRIVACY_OFFICER)
    boss.submit(f"/accounts/{officer}", role="signatory")
    assert visitor.client.get("/leveranciers/").status_code == 302
    enter(visitor, email_of(Role.PRIVACY_OFFICER))
    assert visitor.client.get("/leveranciers/").status_code == 403


def test_a09_closing_an_account_ends_every_session_and_link(administrator, officer, at_desk, office, browser):
    with office() as session:
        secret = make_link(session, LinkKind.RESET, fetch(session, Account, officer))
    boss, visitors = at_desk(Role.ADMINISTRATOR), [at_desk(Role.PRIVACY_OFFICER) for _ in range(2)]
    assert boss.submit(f"/accounts/{officer}", is_active=None).status == 200
    assert [visitor.client.get("/leveranciers/").status_code for visitor in visitors] == [302, 302]
    assert enter(browser(), email_of(Role.PRIVACY_OFFICER)).status == 422
    assert browser().client.get(f"/welkom/{secret}").status_code == 422
    with office() as session:
        assert session.scalars(select(SignInSession.account_id)).all() == [administrator]


def test_a09_a_second_step_that_was_half_done_ends_with_the_account(officer, administrator, phone, browser, at_desk):
    app, _ = phone(officer)
    visitor = browser()
    page = enter(visitor, email_of(Role.PRIVACY_OFFICER))
    at_desk(Role.ADMINISTRATOR).submit(f"/accounts/{officer}", is_active=None)
    answer = visitor.send("/aanmelden/code", page, code=app.now(), follow=False)
    assert answer.response.headers["Location"] == "/aanmelden"


@pytest.mark.parametrize("typed", [{"role": "privacy_officer"}, {"is_active": None}])
def test_a10_the_last_administrator_cannot_leave(administrator, at_desk, hired, typed):
    hired(Role.ADMINISTRATOR, email="uitgenodigd@bestuur.example", password="")
    visitor = at_desk(Role.ADMINISTRATOR)
    assert LAST in " ".join(visitor.submit(f"/accounts/{administrator}", **typed).errors)
    assert visitor.client.get("/accounts/").status_code == 200


def test_a10_with_another_administrator_one_can(administrator, at_desk, hired):
    hired(Role.ADMINISTRATOR, email="tweede@bestuur.example")
    visitor = at_desk(Role.ADMINISTRATOR)
    visitor.submit(f"/accounts/{administrator}", role="dpo")
    assert visitor.client.get("/accounts/").status_code == 302


def test_a_change_that_somebody_else_made_meanwhile_is_shown(administrator, officer, at_desk):
    one, other = at_desk(Role.ADMINISTRATOR), at_desk(Role.ADMINISTRATOR)
    page = one.open(f"/accounts/{officer}")
    other.submit(f"/accounts/{officer}", name="Functionaris")
    assert one.send(f"/accounts/{officer}", page, role="dpo").status == 409


def test_ones_own_password_is_asked_before_another_one(officer, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    page = visitor.submit("/mijn-account/wachtwoord", present="mis", password=NEW, again=NEW)
    assert page.errors == ["Uw wachtwoord van nu: Dit is niet uw wachtwoord."]
    page = visitor.submit("/mijn-account/wachtwoord", present=PASSWORD, password=NEW, again="iets anders dan dat")
    assert page.errors == ["Nog een keer hetzelfde wachtwoord: Dit is niet hetzelfde wachtwoord als hierboven."]


def test_s02_guessing_ones_own_password_has_to_wait(officer, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    page = visitor.open("/mijn-account/wachtwoord")
    tries = [visitor.send("/mijn-account/wachtwoord", page, present="mis", password=NEW, again=NEW) for _ in range(11)]
    assert [one.status for one in tries] == [422] * 10 + [429]
