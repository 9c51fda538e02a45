"""What somebody was typing when their session turned out to be over."""

from sqlalchemy import select

from registry.model import School
from registry.model.account import Role
from registry.web.accounts import kept
from tests.people import NEW, PASSWORD, email_of

OFFICER = email_of(Role.PRIVACY_OFFICER)
MINUTE = 60


def test_s08_what_was_typed_when_the_session_ended_is_saved_after_signing_in(officer, at_desk, office, clock):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    form = visitor.open("/scholen/nieuw")
    clock(31 * MINUTE)
    page = visitor.send("/scholen/nieuw", form, name="De Klok & <b>Zonen</b>", follow=False)
    assert page.status == 401
    assert "Wat u had ingevuld is er nog" in page.text
    again = visitor.send("/aanmelden", page, email=OFFICER, password=PASSWORD, follow=False)
    assert again.heading == "Verder waar u was"
    saved = visitor.send(again.form.get("action"), again)
    assert saved.status == 200, saved.text
    with office() as session:
        assert session.scalars(select(School.name)).all() == ["De Klok & <b>Zonen</b>"]


def test_s08_it_is_still_there_after_a_wrong_password(officer, at_desk, clock):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    form = visitor.open("/scholen/nieuw")
    clock(31 * MINUTE)
    page = visitor.send("/scholen/nieuw", form, name="De Klok", follow=False)
    page = visitor.send("/aanmelden", page, email=OFFICER, password="mis", follow=False)
    again = visitor.send("/aanmelden", page, email=OFFICER, password=PASSWORD, follow=False)
    assert ("name", "De Klok") in again.values()


def test_s08_a_password_that_was_typed_is_not_kept(officer, at_desk, clock):
    visitor = at_desk(Role.PRIVACY_OFFICER)
    form = visitor.open("/mijn-account/wachtwoord")
    clock(31 * MINUTE)
    page = visitor.send("/mijn-account/wachtwoord", form, present=PASSWORD, password=NEW, again=NEW, follow=False)
    assert page.status == 401
    assert dict(page.values())["kept"] == ""


def test_s08_a_text_that_we_did_not_sign_is_not_sent_on(app, officer, browser):
    with app.test_request_context():
        assert kept.kept('["/scholen/nieuw",[["name","x"]],false].x') is None
    visitor = browser()
    page = visitor.open("/aanmelden")
    answer = visitor.send("/aanmelden", page, email=OFFICER, password=PASSWORD, kept="x.y", follow=False)
    assert answer.status == 302
