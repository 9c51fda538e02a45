"""One-time links: the first administrator, an invitation, a new password."""

import pytest
from sqlalchemy import select

from registry.model import Account, AuditEvent, OneTimeLink
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.accounts import edit_account
from registry.services.accounts.joining import change_password, example_link, set_up_link
from registry.services.accounts.links import DEAD, make_link
from registry.services.records import fetch
from tests.people import PASSWORD, email_of
from tests.web.accounts.conftest import enter

NEW = "lamp water steen groen"
OFFICER, FIRST = email_of(Role.PRIVACY_OFFICER), "eerste@bestuur.example"
PERSON = {"name": "ICT-coördinator", "email": FIRST}


@pytest.fixture
def sent(office):
    """A function that makes a link of this kind for an account; its address comes back."""

    def make(kind, number):
        with office() as session:
            return f"/welkom/{make_link(session, kind, fetch(session, Account, number))}"

    return make


@pytest.fixture
def first(office):
    """The address that the console prints at the first start."""
    with office() as session:
        return f"/welkom/{set_up_link(session)}"


def choose(visitor, address, password=NEW, **typed):
    return visitor.submit(address, password=password, again=typed.pop("again", password), follow=False, **typed)


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


class TestANewPassword:
    def test_s13_it_ends_what_was_before(self, officer, sent, browser, at_desk):
        elsewhere, visitor = at_desk(Role.PRIVACY_OFFICER), browser()
        assert choose(visitor, sent(LinkKind.RESET, officer)).status == 302
        assert elsewhere.client.get("/leveranciers/").status_code == 302
        assert visitor.client.get("/leveranciers/").status_code == 200
        assert enter(browser(), OFFICER, PASSWORD).status == 422

    def test_s13_it_works_once(self, officer, sent, browser):
        address = sent(LinkKind.RESET, officer)
        visitor, other = browser(), browser()
        late = other.open(address)
        choose(visitor, address)
        assert DEAD in browser().open(address).text
        assert DEAD in other.send(address, late, password=PASSWORD + " x", again=PASSWORD + " x").text
        assert enter(browser(), OFFICER, NEW).status == 302

    def test_s13_after_half_an_hour_it_is_dead(self, officer, sent, browser, clock):
        address = sent(LinkKind.RESET, officer)
        clock(30 * 60 - 5)
        assert browser().open(address).heading == "Nieuw wachtwoord"
        clock(10)
        assert DEAD in browser().open(address).text

    def test_s13_a_newer_one_takes_its_place(self, officer, sent, browser):
        earlier, later = sent(LinkKind.RESET, officer), sent(LinkKind.RESET, officer)
        assert DEAD in browser().open(earlier).text
        assert browser().open(later).heading == "Nieuw wachtwoord"

    def test_s13_another_password_makes_it_dead(self, officer, sent, browser, office):
        address = sent(LinkKind.RESET, officer)
        with office() as session:
            change_password(session, fetch(session, Account, officer), NEW)
        assert DEAD in browser().open(address).text

    def test_s13_opening_it_alone_uses_nothing_up(self, officer, sent, browser):
        address = sent(LinkKind.RESET, officer)
        for _ in range(5):
            assert browser().open(address).status == 200

    def test_s13_it_stands_nowhere_but_in_the_answer(self, officer, sent, office):
        secret = sent(LinkKind.RESET, officer).rsplit("/", 1)[1]
        with office() as session:
            (stored,) = session.scalars(select(OneTimeLink.token_hash))
            told = [(line.why, line.old, line.new) for line in session.scalars(select(AuditEvent))]
        assert len(stored) == 64
        assert secret not in f"{stored} {told}"

    def test_s13_its_page_tells_no_other_site_where_it_is(self, officer, sent, browser):
        page = browser().open(sent(LinkKind.RESET, officer))
        assert page.response.headers["Referrer-Policy"] in ("same-origin", "no-referrer")
        assert page.response.headers["Cache-Control"] == "no-store"
        assert [link for link in page.tree.xpath("//@src | //@href | //@action") if "//" in link] == []

    @pytest.mark.parametrize("secret", ["x", "a" * 43, "%00", "%F0%9F%98%80", "x" * 5000, "..", "' or 1=1"])
    def test_s13_a_guess_is_dead_and_guessing_has_to_wait(self, officer, browser, secret):
        answers = [browser().client.get(f"/welkom/{secret}").status_code for _ in range(21)]
        assert set(answers[:20]) <= {404, 422}
        assert answers[20] in (404, 429)

    def test_s13_it_does_not_pass_the_second_step_by(self, officer, sent, browser, phone):
        app, _ = phone(officer)
        visitor = browser()
        answer = choose(visitor, sent(LinkKind.RESET, officer))
        assert answer.heading == "Tweede stap"
        assert visitor.client.get("/leveranciers/").status_code == 302
        assert visitor.send("/aanmelden/code", answer, code=app.now(), follow=False).status == 302
        assert visitor.client.get("/leveranciers/").status_code == 200

    def test_s02_who_has_to_wait_gets_in_by_a_link(self, officer, sent, browser):
        for _ in range(11):
            status = enter(browser(), OFFICER, "mis").status
        assert status == 429
        assert choose(browser(), sent(LinkKind.RESET, officer)).status == 302


def test_the_example_opens_by_a_link_once(browser, office):
    with office() as session:
        address = f"/welkom/{example_link(session)}"
    visitor = browser()
    assert visitor.submit(address, follow=False).status == 302
    assert visitor.client.get("/accounts/").status_code == 200
    assert DEAD in browser().open(address).text
