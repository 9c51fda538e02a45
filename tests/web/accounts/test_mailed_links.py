"""Invitations and new passwords by mail: what arrives, what the screen says, and what a stranger cannot find out."""

import re
import time

import pytest
from sqlalchemy import select

from registry.mail import DEFAULTS
from registry.model import Account, AuditEvent, OneTimeLink
from registry.model.account import Role
from registry.services.accounts.accounts import edit_account
from registry.services.records import fetch
from tests.people import NEW, email_of
from tests.web.accounts.conftest import choose, enter

OFFICER, FORGOTTEN = email_of(Role.PRIVACY_OFFICER), "/aanmelden/vergeten"


@pytest.fixture
def mail(app, post_office):
    """The post office, to which the register sends its mail from here on."""
    app.config.update(post_office.settings | {"BASE_URL": "http://localhost"})
    return post_office


@pytest.fixture
def settled(app):
    """Wait until everything that was asked for is mailed."""
    return lambda: app.extensions["mail_desk"].submit(int).result(10)


def link_in(letter):
    return re.search(r"http://localhost(/welkom/\S+)", letter)[1]


def invite(desk, email="nieuw@bestuur.example"):
    return desk.submit("/accounts/uitnodigen", name="IB’er", email=email, role="privacy_officer")


def ask(browser, email):
    return browser().submit(FORGOTTEN, email=email, follow=False)


def test_an_invitation_goes_to_who_is_invited(administrator, at_desk, mail, browser):
    page = invite(at_desk(Role.ADMINISTRATOR))
    assert "De link is gemaild naar nieuw@bestuur.example." in page.text
    assert mail.postman.to == ["nieuw@bestuur.example"]
    text, html = mail.postman.part("plain"), mail.postman.part("html")
    assert link_in(text) in html
    assert choose(browser(), link_in(text)).status == 302


def test_who_has_a_password_gets_a_link_for_another(administrator, officer, at_desk, mail, browser):
    desk = at_desk(Role.ADMINISTRATOR)
    desk.send(f"/accounts/{officer}/link", desk.open(f"/accounts/{officer}"))
    assert mail.postman.received[0][1]["Subject"] == "Nieuw wachtwoord voor het verwerkersregister"
    assert choose(browser(), link_in(mail.postman.part("plain"))).status == 302


@pytest.mark.parametrize("how", ["off", "down", "refused"])
def test_without_mail_the_link_is_there_to_copy(administrator, at_desk, app, mail, browser, how):
    if how == "off":
        app.config.update(DEFAULTS)
    if how == "down":
        mail.close()
    if how == "refused":
        mail.postman.refused["nieuw@bestuur.example"] = "550 no such user"
    page = invite(at_desk(Role.ADMINISTRATOR))
    assert "Geef deze link door aan nieuw@bestuur.example." in page.text
    told = {"down": "niet te bereiken. Geef", "refused": "dit e-mailadres niet aan (code 550). Geef"}
    assert ("De mail is niet verstuurd." in page.text) == (how != "off")
    assert told.get(how, "") in page.text
    assert not page.tree.xpath("//details//input")
    address = page.tree.xpath("//input[@id='link']/@value")[0].removeprefix("http://localhost")
    assert choose(browser(), address).status == 302


def test_who_forgot_gets_a_link(officer, mail, browser, settled):
    sign_in = browser().open("/aanmelden")
    assert sign_in.tree.xpath(f"//a[@href='{FORGOTTEN}']")
    assert ask(browser, OFFICER.upper()).heading == "Kijk in uw mail"
    settled()
    assert mail.postman.to == [OFFICER]
    assert choose(browser(), link_in(mail.postman.part("plain"))).status == 302
    assert enter(browser(), OFFICER, NEW).status == 302


def test_a_stranger_reads_the_same_and_gets_nothing(officer, mail, browser, settled):
    known, unknown = ask(browser, OFFICER), ask(browser, "niemand@bestuur.example")
    settled()
    assert known.status == unknown.status == 200
    assert known.text.replace(OFFICER, "…") == unknown.text.replace("niemand@bestuur.example", "…")
    assert set(known.response.headers.keys()) == set(unknown.response.headers.keys())
    assert mail.postman.to == [OFFICER]


def test_nobody_waits_for_the_mail_server(officer, mail, browser, settled):
    mail.postman.delay = 1.5
    visitor = browser()
    page = visitor.open(FORGOTTEN)
    begin = time.perf_counter()
    visitor.send(FORGOTTEN, page, email=OFFICER, follow=False)
    took = time.perf_counter() - begin
    settled()
    assert took < 1
    assert mail.postman.to == [OFFICER]


@pytest.mark.parametrize("how", ["closed", "invited"])
def test_an_account_without_a_way_in_gets_none(hired, officer, mail, browser, settled, office, how):
    email = OFFICER
    if how == "invited":
        hired(Role.DPO, password="")
        email = email_of(Role.DPO)
    else:
        with office() as session:
            edit_account(session, officer, fetch(session, Account, officer).version, {"is_active": False}, ())
    assert ask(browser, email).heading == "Kijk in uw mail"
    settled()
    assert mail.postman.received == []
    with office() as session:
        assert session.scalars(select(OneTimeLink)).all() == []


def test_asking_again_and_again_has_to_wait_for_known_and_unknown_alike(officer, mail, browser, settled):
    statuses = [[ask(browser, email).status for _ in range(4)] for email in (OFFICER, "niemand@bestuur.example")]
    settled()
    assert statuses == [[200, 200, 200, 429]] * 2
    assert len(mail.postman.received) == 3


def test_what_is_no_address_has_its_sentence(mail, browser):
    page = ask(browser, "niemand")
    assert page.status == 422
    assert page.errors == ["E-mailadres: Een e-mailadres ziet eruit als naam@school.nl."]
    assert dict(page.values())["email"] == "niemand"


@pytest.mark.parametrize("setting", [{"SMTP_HOST": ""}, {"REQUIRE_SSO": True}], ids=["no mail", "sign-in service"])
def test_where_it_cannot_be_it_is_not_there(app, mail, browser, setting):
    app.config.update(setting)
    assert browser().open(FORGOTTEN).status == 404
    assert not browser().open("/aanmelden").tree.xpath(f"//a[@href='{FORGOTTEN}']")


def test_it_is_noted_and_what_failed_is_logged_without_the_address(officer, mail, browser, settled, office, caplog):
    mail.close()
    ask(browser, OFFICER)
    settled()
    assert "De mailserver is niet te bereiken." in caplog.text
    assert OFFICER not in caplog.text
    with office() as session:
        noted = session.scalars(select(AuditEvent).where(AuditEvent.why == "nieuw wachtwoord gevraagd")).all()
        assert [(line.who, line.subject_id) for line in noted] == [("wachtwoord vergeten", officer)]
