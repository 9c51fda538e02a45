"""Sessions: what the cookie is, and when it no longer counts."""

import pytest
from sqlalchemy import select

from registry.model import Account, SignInSession
from registry.model.account import Role
from registry.services.accounts.accounts import edit_account
from registry.services.accounts.sessions import end_session
from registry.services.records import fetch
from tests.people import NEW, PASSWORD, email_of
from tests.web.accounts.conftest import enter

OFFICER = email_of(Role.PRIVACY_OFFICER)
MINUTE, HOUR = 60, 3600


def cookie(visitor):
    return visitor.client.get_cookie("session")


def is_in(visitor):
    return visitor.client.get("/mijn-account/").status_code == 200


def with_cookie(browser, value):
    """A browser that has this cookie, however it came by it."""
    visitor = browser()
    visitor.client.set_cookie("session", value)
    return visitor


def test_s05_the_cookie_before_and_after_signing_in_differs(officer, browser):
    visitor = browser()
    visitor.open("/aanmelden")
    before = cookie(visitor).value
    enter(visitor, OFFICER)
    assert cookie(visitor).value != before
    assert not is_in(with_cookie(browser, before))


def test_s05_a_token_of_before_is_not_taken_over_by_signing_in(officer, browser, office):
    visitor = browser()
    with visitor.client.session_transaction() as session:
        session["sign_in"] = "chosen by somebody else"
    enter(visitor, OFFICER)
    with visitor.client.session_transaction() as session:
        assert session["sign_in"] != "chosen by somebody else"


def test_s05_signing_in_again_ends_the_session_that_this_browser_had(officer, browser, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    before = cookie(visitor).value
    enter(visitor, OFFICER)
    assert is_in(visitor)
    assert not is_in(with_cookie(browser, before))


def test_s05_another_password_ends_every_session_and_this_browser_gets_a_new_one(officer, browser, at_desk):
    here, there = at_desk(Role.PRIVACY_OFFICER), at_desk(Role.PRIVACY_OFFICER)
    before = cookie(here).value
    answer = here.submit("/mijn-account/wachtwoord", present=PASSWORD, password=NEW, again=NEW)
    assert "Uw wachtwoord is gewijzigd." in answer.text
    assert is_in(here)
    assert not is_in(there)
    assert not is_in(with_cookie(browser, before))
    assert enter(browser(), OFFICER).status == 422
    assert enter(browser(), OFFICER, NEW).status == 302


def test_s05_another_role_ends_every_session(officer, at_desk, office):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    with office() as session:
        edit_account(session, officer, 1, {"role": Role.DPO}, ())
    assert not is_in(visitor)


@pytest.mark.parametrize("value", ["", "x", "e30.x.y", "a.b.c.d", ".eJw", "0" * 3000, "%00", '{"sign_in": "x"}'])
def test_s07_a_cookie_that_we_did_not_sign_is_nobodys(officer, browser, value):
    assert not is_in(with_cookie(browser, value))


def test_s07_a_cookie_that_was_changed_or_signed_with_another_key_is_nobodys(app, officer, browser, at_desk):
    value = cookie(at_desk(Role.PRIVACY_OFFICER)).value
    assert is_in(with_cookie(browser, value))
    place = len(value) // 4
    assert not is_in(with_cookie(browser, value[:place] + chr(ord(value[place]) ^ 1) + value[place + 1 :]))
    app.config["SECRET_KEY"] = "x" * 64
    assert not is_in(with_cookie(browser, value))


def test_s07_of_a_session_only_the_hash_is_stored(officer, at_desk, office):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    with visitor.client.session_transaction() as session:
        token = session["sign_in"]
    with office() as session:
        (stored,) = session.scalars(select(SignInSession.token_hash))
    assert stored != token
    assert len(stored) == 64


@pytest.mark.parametrize(("silence", "holds"), [(29 * MINUTE, True), (31 * MINUTE, False)])
def test_s08_half_an_hour_of_silence_ends_a_session(officer, at_desk, clock, silence, holds):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    clock(silence)
    assert is_in(visitor) is holds


def test_s08_twelve_hours_end_a_session_however_busy_it_was(officer, at_desk, clock):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    for _ in range(28):
        clock(25 * MINUTE)
        assert is_in(visitor)
    clock(12 * HOUR + 1 - 28 * 25 * MINUTE)
    assert not is_in(visitor)


def test_s09_no_script_and_no_other_site_gets_the_cookie(officer, at_desk):
    sent = cookie(at_desk(Role.PRIVACY_OFFICER))
    assert sent.http_only
    assert sent.same_site == "Lax"
    assert sent.path == "/"
    assert sent.expires is None


def test_s11_signing_out_ends_the_session_for_good(officer, browser, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    before = cookie(visitor).value
    page = visitor.open("/mijn-account/")
    assert visitor.send("/afmelden", page).heading == "Aanmelden"
    assert not is_in(visitor)
    assert not is_in(with_cookie(browser, before))


def test_s11_a_picture_or_a_form_elsewhere_signs_nobody_out(officer, at_desk):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    assert visitor.client.get("/afmelden").status_code == 405
    assert visitor.client.post("/afmelden").status_code == 400
    assert is_in(visitor)


def test_s08_a_session_that_is_over_is_let_go_at_the_next_sign_in(officer, at_desk, office, clock):
    for _ in range(3):
        at_desk(Role.PRIVACY_OFFICER)
        clock(31 * MINUTE)
    with office() as session:
        assert len(session.scalars(select(SignInSession)).all()) == 1


def test_ones_own_sessions_are_listed_and_can_be_ended(officer, at_desk):
    here, there = at_desk(Role.PRIVACY_OFFICER), at_desk(Role.PRIVACY_OFFICER)
    page = here.open("/mijn-account/")
    assert sorted(page.texts("//td[@data-label='Stand']")) == ["andere browser", "deze browser"]
    (other,) = page.tree.xpath("//tr[contains(., 'andere browser')]//form/@action")
    answer = here.send(other, page)
    assert answer.texts("//td[@data-label='Stand']") == ["deze browser"]
    assert is_in(here)
    assert not is_in(there)


def test_another_ones_session_cannot_be_ended(officer, administrator, at_desk, office):
    here, there = at_desk(Role.ADMINISTRATOR), at_desk(Role.PRIVACY_OFFICER)
    with office() as session:
        theirs = session.scalar(select(SignInSession.id).where(SignInSession.account_id == officer))
    page = here.open("/mijn-account/")
    answers = [here.send(f"/mijn-account/sessies/{number}/beeindigen", page) for number in (theirs, 999_999)]
    assert [answer.status for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text
    assert is_in(there)


def test_sessions_of_an_account_end_with_it(officer, at_desk, office):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    with office() as session:
        edit_account(session, officer, fetch(session, Account, officer).version, {"is_active": False}, ())
        assert session.scalars(select(SignInSession)).all() == []
    assert not is_in(visitor)


def test_a_session_that_is_gone_cannot_be_ended_twice(officer, at_desk, office):
    at_desk(Role.PRIVACY_OFFICER)
    with office() as session:
        number = session.scalar(select(SignInSession.id))
        end_session(session, officer, number)
        assert session.scalars(select(SignInSession)).all() == []
