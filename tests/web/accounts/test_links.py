"""One-time links: the first administrator, an invitation, a new password."""

import pytest
from sqlalchemy import select

from registry.model import Account
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.accounts import edit_account
from registry.services.accounts.joining import example_link, set_up_link
from registry.services.accounts.links import DEAD
from registry.services.records import fetch
from tests.people import NEW, PASSWORD, email_of
from tests.web.accounts.conftest import choose, enter

OFFICER, FIRST = email_of(Role.PRIVACY_OFFICER), "eerste@bestuur.example"
PERSON = {"name": "ICT-coördinator", "email": FIRST}


@pytest.fixture
def first(office):
    """The address that the console prints at the first start."""
    with office() as session:
        return f"/welkom/{set_up_link(session)}"


def changed(office, number, **fields):
    with office() as session:
        edit_account(session, number, fetch(session, Account, number).version, fields, ())


class TestTheFirstAdministrator:
    def test_the_printed_link_makes_one_who_is_signed_in_at_once(self, browser, first, office):
        visitor = browser()
        assert choose(visitor, first, **PERSON).status == 302
        assert visitor.client.get("/accounts/").status_code == 200
        with office() as session:
            assert [account.role for account in session.scalars(select(Account))] == [Role.ADMINISTRATOR]

    def test_s13_it_works_once(self, browser, first):
        choose(browser(), first, **PERSON)
        assert DEAD in browser().open(first).text

    def test_with_an_administrator_there_is_no_link(self, administrator, office):
        with office() as session:
            assert set_up_link(session) is None

    def test_s13_it_makes_no_second_one_when_there_is_one_meanwhile(self, browser, first, hired):
        visitor = browser()
        page = visitor.open(first)
        hired(Role.ADMINISTRATOR)
        answer = visitor.send(first, page, **PERSON, password=NEW, again=NEW)
        assert answer.errors == ["Er is al een beheerder. Meld u aan."]

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"email": "geen adres"}, "ziet eruit als naam@school.nl"),
            ({"email": ""}, "Vul dit in"),
            ({"name": "  "}, "Vul"),
            ({"password": "kort", "again": "kort"}, "minstens 12 tekens"),
            ({"password": "Wachtwoord2026!", "again": "Wachtwoord2026!"}, "te raden"),
            ({"again": "iets heel anders dan dat"}, "niet hetzelfde wachtwoord"),
            ({"name": "x" * 121}, "120"),
        ],
    )
    def test_what_is_wrong_is_said_and_the_link_still_works(self, browser, first, typed, sentence):
        visitor = browser()
        answer = visitor.submit(first, **{**PERSON, "password": NEW, "again": NEW, **typed}, follow=False)
        assert answer.status == 422
        assert sentence in " ".join(answer.errors)
        assert choose(visitor, first, **PERSON).status == 302


class TestAnInvitation:
    def test_s16_it_gives_a_password_and_opens_the_register(self, hired, sent, browser):
        number = hired(Role.PRIVACY_OFFICER, password="")
        visitor = browser()
        assert choose(visitor, sent(LinkKind.INVITATION, number)).status == 302
        assert visitor.client.get("/leveranciers/").status_code == 200
        assert enter(browser(), OFFICER, NEW).status == 302

    def test_s16_before_it_is_accepted_nobody_is_anybody(self, hired, browser):
        hired(Role.ADMINISTRATOR, password="")
        for password in ("", PASSWORD, "None"):
            assert enter(browser(), email_of(Role.ADMINISTRATOR), password).status == 422

    def test_s16_it_works_once(self, hired, sent, browser):
        address = sent(LinkKind.INVITATION, hired(Role.PRIVACY_OFFICER, password=""))
        choose(browser(), address)
        assert DEAD in browser().open(address).text

    def test_s16_the_role_is_that_of_the_moment_of_accepting(self, administrator, hired, sent, browser, office):
        number = hired(Role.PRIVACY_OFFICER, password="")
        address = sent(LinkKind.INVITATION, number)
        changed(office, number, role=Role.SIGNATORY)
        visitor = browser()
        choose(visitor, address)
        assert visitor.client.get("/leveranciers/").status_code == 403

    def test_s16_withdrawn_it_is_dead_and_stays_so(self, administrator, hired, sent, browser, office):
        number = hired(Role.PRIVACY_OFFICER, password="")
        address = sent(LinkKind.INVITATION, number)
        changed(office, number, is_active=False)
        assert DEAD in browser().open(address).text
        changed(office, number, is_active=True)
        assert DEAD in browser().open(address).text

    def test_s16_it_is_not_for_the_mailbox_of_before(self, administrator, hired, sent, browser, office):
        number = hired(Role.PRIVACY_OFFICER, password="")
        address = sent(LinkKind.INVITATION, number)
        changed(office, number, email="ander@bestuur.example")
        assert DEAD in browser().open(address).text

    def test_s16_a_whole_staff_behind_one_address_comes_in_at_once(self, hired, sent, browser):
        numbers = [hired(Role.DPO, email=f"{place}@school.example", password="") for place in range(15)]
        addresses = [sent(LinkKind.INVITATION, number) for number in numbers]
        assert [choose(browser(), address).status for address in addresses] == [302] * 15


def test_the_example_opens_by_a_link_once(browser, office):
    with office() as session:
        address = f"/welkom/{example_link(session)}"
    visitor = browser()
    assert visitor.submit(address, follow=False).status == 302
    assert visitor.client.get("/accounts/").status_code == 200
    assert DEAD in browser().open(address).text
