"""What is due in the example board, for each who looks: what they may do with its form, the rest to read only."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from sqlalchemy import select

from registry.access import BUILT_IN, RIGHTS, Right
from registry.database import session_for
from registry.model import School
from registry.model.account import Role
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.who_does import right_to_do
from registry.services.reminders.digest import Digest
from registry.services.reminders.letters import Links, digest_letter
from registry.services.year.actions import add_action
from registry.web.year.due_places import FORMS
from tests.example_board import example_board
from tests.people import hire
from tests.web.accounts.conftest import at_desk, browser, gate  # noqa: F401 - fixtures

ROLES = (Role.PRIVACY_OFFICER, Role.SCHOOL_COORDINATOR, Role.DPO)
READERS = "/mijn-account/herinneringen/"


@pytest.fixture(scope="module")
def example(databases, tmp_path_factory):
    """The example, in which each role has an account; the coordinator of De Zonnewijzer has one thing to do more."""
    with example_board(databases, tmp_path_factory.mktemp("who_does"), date.today()) as app:
        with app.app_context():
            session = session_for(BUILT_IN)
            school = session.scalars(select(School).where(School.name == "De Zonnewijzer")).one()
            for role in ROLES:
                hire(session, role, schools=[school.id] if role is Role.SCHOOL_COORDINATOR else ())
            add_action(session, {"what": "Kijk de lijst na", "due_on": date.today(), "school_id": school.id})
            add_action(session, {"what": "Bel het bestuur", "due_on": date.today()})
        yield app


@pytest.fixture
def app(example):
    return example


@pytest.fixture
def desks(at_desk):  # noqa: F811
    return {role: at_desk(role) for role in ROLES}


def feed(desk):
    """What stands in the calendar of who sits here: by each address what is said about it."""
    page = desk.send(f"{READERS}agenda", desk.open(READERS))
    address = "/agenda/" + page.tree.xpath("//input[@id='link']/@value")[0].rpartition("/")[2]
    return [
        (str(one["URL"]), str(one["DESCRIPTION"])) for one in Calendar.from_ical(desk.client.get(address).data).events
    ]


def path(url):
    return urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl()


def closed(desk, addresses):
    return [one for one in sorted(set(map(path, addresses))) if desk.open(one).status != 200]


@pytest.mark.parametrize("role", ROLES)
def test_every_link_of_the_calendar_opens_for_its_owner(desks, role):
    told = feed(desks[role])
    assert len(told) > 1
    assert closed(desks[role], [url for url, _ in told]) == []


@pytest.mark.parametrize("role", ROLES)
def test_every_link_of_the_overview_opens_for_its_reader(desks, role):
    links = desks[role].open("/").tree.xpath("//ul[@class='tasks']//a/@href")
    assert len(links) > 1
    assert closed(desks[role], links) == []


def test_a_coordinator_hears_of_their_own_work_only(desks):
    told = [description for _, description in feed(desks[Role.SCHOOL_COORDINATOR])]
    assert any("Kijk de lijst na\nWerk de actie bij: " in one for one in told)
    assert any("Beantwoord de vragen: " in one for one in told)
    assert not [one for one in told if "Bel het bestuur" in one or "Beoordeel de overeenkomsten" in one]
    assert not [one for one in told if "Ter informatie" in one]


def test_what_others_do_stands_behind_a_line_on_a_coordinators_overview_without_a_button(desks):
    page = desks[Role.SCHOOL_COORDINATOR].open("/")
    folded = page.tree.xpath("//details[starts-with(summary, 'Ter informatie')]")
    assert len(folded) == 1
    assert "Bel het bestuur" in folded[0].text_content()
    assert folded[0].xpath(".//a[contains(@class, 'button')]") == []
    buttons = {one.partition(":")[0] for one in page.texts("//ul[@class='tasks']//a[contains(@class, 'button')]")}
    assert buttons == {"Beantwoord de vragen", "Werk de actie bij"}


def test_a_coordinators_overview_counts_only_the_school_and_lacks_nothing_a_school_cannot_mend(desks):
    page = desks[Role.SCHOOL_COORDINATOR].open("/")
    (asked,) = page.tree.xpath("//progress/@max")
    assert f"van {asked} producten nog te beantwoorden" in page.text
    assert f"van {asked} beantwoord" in page.text
    assert f" van {asked} " in desks[Role.SCHOOL_COORDINATOR].open("/jaar/rondes/").text
    assert "Wat ontbreekt nog?" not in page.text
    assert all("Wat ontbreekt nog?" in desks[role].open("/").text for role in (Role.PRIVACY_OFFICER, Role.DPO))


def test_the_fg_hears_of_all_for_information_and_has_no_button(desks):
    told = [description for _, description in feed(desks[Role.DPO])]
    assert any("Bel het bestuur" in one for one in told)
    assert [one for one in told if "\nTer informatie: " not in one] == []
    page = desks[Role.DPO].open("/")
    assert "aandacht van anderen. U ziet het ter informatie." in page.text
    assert page.texts("//ul[@class='tasks']//a[contains(@class, 'button')]") == []


def test_the_list_of_actions_leads_a_coordinator_to_those_of_their_school(desks):
    page = desks[Role.SCHOOL_COORDINATOR].open("/jaar/acties/")
    links = page.tree.xpath("//tbody//a/@href")
    assert page.texts("//tbody/tr/th[not(a)]") != []
    assert len(links) >= 1
    assert closed(desks[Role.SCHOOL_COORDINATOR], links) == []


def test_the_letter_tells_an_onlooker_what_others_do():
    item = DueItem(DeadlineKind.ACTION, date(2027, 3, 1), "De Klok", "Bel", "Werk bij", "action", 1, is_doable=False)
    letter = digest_letter(
        "fg@bestuur.example",
        Digest((item,), frozenset()),
        date(2027, 3, 3),
        "",
        Links(lambda item: "/acties", "/keuze"),
    )
    assert "Dit doen anderen in het verwerkersregister" in letter.text
    assert "TER INFORMATIE" in letter.text
    assert "Bekijk: /acties" in letter.text
    assert "Werk bij" not in letter.text


@pytest.mark.parametrize(("kind", "step"), FORMS, ids=[f"{kind.value}-{step or 'only'}" for kind, step in FORMS])
def test_who_may_do_it_may_open_its_form(app, kind, step):
    opens = app.view_functions[FORMS[kind, step].endpoint].right
    for school in (None, 1):
        right = right_to_do(kind, school, step)
        assert [role for role in Role if right in RIGHTS[role] and opens not in RIGHTS[role]] == []
        assert opens in {right, Right.READ, Right.EDIT_USES}
