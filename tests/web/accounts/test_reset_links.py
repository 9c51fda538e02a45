"""A link for a new password: what it ends, when it is dead, and that it opens no more than a password does."""

import pytest
from sqlalchemy import select

from registry.model import Account, AuditEvent, OneTimeLink
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.joining import change_password
from registry.services.accounts.links import DEAD
from registry.services.records import fetch
from tests.people import NEW, PASSWORD, email_of
from tests.web.accounts.conftest import choose, enter

OFFICER = email_of(Role.PRIVACY_OFFICER)


def test_s13_it_ends_what_was_before(officer, sent, browser, at_desk):
    elsewhere, visitor = at_desk(Role.PRIVACY_OFFICER), browser()
    assert choose(visitor, sent(LinkKind.RESET, officer)).status == 302
    assert elsewhere.client.get("/leveranciers/").status_code == 302
    assert visitor.client.get("/leveranciers/").status_code == 200
    assert enter(browser(), OFFICER, PASSWORD).status == 422


def test_s13_it_works_once(officer, sent, browser):
    address = sent(LinkKind.RESET, officer)
    visitor, other = browser(), browser()
    late = other.open(address)
    choose(visitor, address)
    assert DEAD in browser().open(address).text
    assert DEAD in other.send(address, late, password=PASSWORD + " x", again=PASSWORD + " x").text
    assert enter(browser(), OFFICER, NEW).status == 302


def test_s13_after_half_an_hour_it_is_dead(officer, sent, browser, clock):
    address = sent(LinkKind.RESET, officer)
    clock(30 * 60 - 5)
    assert browser().open(address).heading == "Nieuw wachtwoord"
    clock(10)
    assert DEAD in browser().open(address).text


def test_s13_a_newer_one_takes_its_place(officer, sent, browser):
    earlier, later = sent(LinkKind.RESET, officer), sent(LinkKind.RESET, officer)
    assert DEAD in browser().open(earlier).text
    assert browser().open(later).heading == "Nieuw wachtwoord"


def test_s13_another_password_makes_it_dead(officer, sent, browser, office):
    address = sent(LinkKind.RESET, officer)
    with office() as session:
        change_password(session, fetch(session, Account, officer), NEW)
    assert DEAD in browser().open(address).text


def test_s13_opening_it_alone_uses_nothing_up(officer, sent, browser):
    address = sent(LinkKind.RESET, officer)
    for _ in range(5):
        assert browser().open(address).status == 200


def test_s13_it_stands_nowhere_but_in_the_answer(officer, sent, office):
    secret = sent(LinkKind.RESET, officer).rsplit("/", 1)[1]
    with office() as session:
        (stored,) = session.scalars(select(OneTimeLink.token_hash))
        told = [(line.why, line.old, line.new) for line in session.scalars(select(AuditEvent))]
    assert len(stored) == 64
    assert secret not in f"{stored} {told}"


def test_s13_its_page_tells_no_other_site_where_it_is(officer, sent, browser):
    page = browser().open(sent(LinkKind.RESET, officer))
    assert page.response.headers["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert page.response.headers["Cache-Control"] == "no-store"
    assert [link for link in page.tree.xpath("//@src | //@href | //@action") if "//" in link] == []


@pytest.mark.parametrize("secret", ["x", "a" * 43, "%00", "%F0%9F%98%80", "x" * 5000, "..", "' or 1=1"])
def test_s13_a_guess_is_dead_and_guessing_has_to_wait(officer, browser, secret):
    answers = [browser().client.get(f"/welkom/{secret}").status_code for _ in range(21)]
    assert set(answers[:20]) <= {404, 422}
    assert answers[20] in (404, 429)


def test_s13_it_does_not_pass_the_second_step_by(officer, sent, browser, phone):
    app, _ = phone(officer)
    visitor = browser()
    answer = choose(visitor, sent(LinkKind.RESET, officer))
    assert answer.heading == "Tweede stap"
    assert visitor.client.get("/leveranciers/").status_code == 302
    assert visitor.send("/aanmelden/code", answer, code=app.now(), follow=False).status == 302
    assert visitor.client.get("/leveranciers/").status_code == 200


def test_s02_who_has_to_wait_gets_in_by_a_link(officer, sent, browser):
    for _ in range(11):
        status = enter(browser(), OFFICER, "mis").status
    assert status == 429
    assert choose(browser(), sent(LinkKind.RESET, officer)).status == 302
