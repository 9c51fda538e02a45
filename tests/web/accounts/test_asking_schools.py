"""From a round a board sees who answers for each school, invites who is missing, and writes to them."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from registry.model.account import Role
from tests.rounds import opened_round

TODAY = date.today()
ROUND = "/jaar/rondes/1"
COORDINATOR = "school_coordinator@bestuur.example"


@pytest.fixture
def schools(administrator, office):
    """The numbers of De Zandloper and De Zonnewijzer, which are asked in a round."""
    with office() as session:
        register = opened_round(session, TODAY, TODAY + timedelta(days=30)).register
        return register.zandloper.id, register.zonnewijzer.id


def mails(page):
    return page.tree.xpath("//a[starts-with(@href, 'mailto:')]/@href")


def test_each_school_has_who_answers_or_the_way_to_invite_somebody(schools, hired, at_desk):
    hired(Role.SCHOOL_COORDINATOR, schools=schools[:1])
    desk = at_desk(Role.ADMINISTRATOR)
    page = desk.open(ROUND)
    told = page.texts("//td[@data-label='Wie antwoordt']")
    assert [one.partition(" voor ")[0] for one in told] == ["CoördinatorSchrijf aan", "nog niemandNodig iemand uit"]
    (invite,) = page.tree.xpath("//a[starts-with(text(), 'Nodig iemand uit')]/@href")
    assert desk.open(invite).values().count(("schools", str(schools[1]))) == 1


def test_the_message_is_ready_in_their_own_mail_program(schools, hired, at_desk):
    hired(Role.SCHOOL_COORDINATOR, schools=schools[:1])
    (url,) = mails(at_desk(Role.ADMINISTRATOR).open(ROUND))
    assert urlsplit(url).path == COORDINATOR
    told = parse_qs(urlsplit(url).query)
    assert told["subject"] == [f"Vragen van Jaarronde {TODAY.year}"]
    assert f"http://localhost{ROUND}/scholen/{schools[0]}\r\n" in told["body"][0]
    assert "voor De Zandloper" in told["body"][0]


def test_one_message_for_all_schools_can_be_copied(schools, at_desk):
    (text,) = at_desk(Role.ADMINISTRATOR).open(ROUND).texts("//textarea[@readonly]")
    assert f"http://localhost{ROUND}" in text
    assert "/scholen/" not in text


@pytest.mark.parametrize("role", [Role.SCHOOL_COORDINATOR, Role.DPO])
def test_who_does_not_ask_schools_does_not_see_it(schools, hired, at_desk, role):
    hired(role, schools=schools[:1])
    page = at_desk(role).open(ROUND)
    assert "Wie antwoordt" not in page.text
    assert mails(page) == []


def test_a_privacy_officer_asks_the_administrator_to_invite(schools, hired, at_desk):
    hired(Role.PRIVACY_OFFICER)
    page = at_desk(Role.PRIVACY_OFFICER).open(ROUND)
    assert "vraag dan uw beheerder" in page.text
    assert "Nodig iemand uit" not in page.text


def test_the_link_of_an_invitation_stands_there_whole_in_a_message_to_send(administrator, at_desk):
    told = {"name": "IB’er Oost", "email": "ib@bestuur.example", "role": "privacy_officer"}
    page = at_desk(Role.ADMINISTRATOR).submit("/accounts/uitnodigen", **told)
    (link,) = page.tree.xpath("//input[@id='link']/@value")
    (text,) = page.texts("//textarea[@readonly]")
    assert link in text
    (url,) = mails(page)
    assert urlsplit(url).path == "ib@bestuur.example"
    assert link in parse_qs(urlsplit(url).query)["body"][0]
