"""The page of one's own reminders: choosing, keeping what was typed, two tabs, and who has no such page."""

import pytest

from registry.model.account import Role
from registry.model.deadline_kind import DeadlineKind
from registry.model.reminder import DAYS_EARLY
from registry.queries.reminders.wanted import choice_of

ADDRESS = "/mijn-account/herinneringen/"


@pytest.fixture
def desk(officer, at_desk):
    return at_desk(Role.PRIVACY_OFFICER)


@pytest.fixture
def chosen(office, officer):
    """What the officer chose: whether they want a digest, and how many days early of which kind."""

    def look():
        with office() as session:
            choice = choice_of(session, officer)
            return None if choice is None else (choice.wants_digest, dict(choice.days_early()))

    return look


def test_it_begins_off_with_the_usual_days(desk, chosen):
    values = dict(desk.open(ADDRESS).values())
    assert "wants_digest" not in values
    assert values["notice_on"] == "y"
    assert (values["notice_days"], values["action_days"]) == ("100", "30")
    assert chosen() is None


def test_it_keeps_what_is_chosen(desk, chosen):
    page = desk.submit(ADDRESS, wants_digest="y", action_on=None, notice_days="200")
    assert "Uw herinneringen zijn bewaard." in page.text
    is_on, early = chosen()
    assert is_on
    assert early == {kind: days for kind, days in DAYS_EARLY.items() if kind is not DeadlineKind.ACTION} | {
        DeadlineKind.NOTICE: 200
    }
    values = dict(desk.open(ADDRESS).values())
    assert "action_on" not in values
    assert (values["wants_digest"], values["notice_days"]) == ("y", "200")


def test_it_can_be_set_back(desk, chosen):
    desk.submit(ADDRESS, wants_digest="y", action_on=None, notice_days="200")
    desk.submit(ADDRESS, wants_digest=None, action_on="y", notice_days="")
    assert chosen() == (False, DAYS_EARLY)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [("401", "Vul een getal in van 0 tot en met 400."), ("-1", "Vul een heel getal in."), ("een week", "heel getal")],
    ids=["too many", "less than none", "words"],
)
def test_a_wrong_number_has_its_sentence_and_stays(desk, chosen, days, sentence):
    page = desk.submit(ADDRESS, wants_digest="y", round_days=days)
    assert page.status == 422
    assert sentence in page.errors[0]
    assert page.errors[0].count("Vul een") == 1
    values = dict(page.values())
    assert (values["round_days"], values["wants_digest"]) == (days, "y")
    assert chosen() is None


def test_two_tabs_lose_nothing(desk, chosen):
    desk.submit(ADDRESS, wants_digest="y")
    late = desk.open(ADDRESS)
    desk.submit(ADDRESS, notice_days="200")
    page = desk.send(ADDRESS, late, action_days="7")
    assert page.status == 409
    assert chosen()[1][DeadlineKind.NOTICE] == 200


def test_without_a_mail_server_it_says_so(desk, app, post_office):
    sentence = "Dit register verstuurt nog geen mail."
    assert sentence in desk.open(ADDRESS).text
    app.config.update({name: value for name, value in post_office.settings.items() if name != "BASE_URL"})
    app.config["BASE_URL"] = "http://localhost"
    assert sentence not in desk.open(ADDRESS).text


def test_ones_own_account_leads_to_it(desk):
    assert desk.open("/mijn-account/").tree.xpath(f"//main//a[@href='{ADDRESS}']")


def test_who_may_not_read_the_register_has_no_such_page(hired, at_desk):
    hired(Role.SIGNATORY)
    signatory = at_desk(Role.SIGNATORY)
    assert signatory.open(ADDRESS).status == 403
    assert not signatory.open("/mijn-account/").tree.xpath(f"//a[@href='{ADDRESS}']")


def test_a_coordinator_chooses_among_what_a_school_does_and_keeps_the_rest_as_it_was(work, hired, at_desk, office):
    account = hired(Role.SCHOOL_COORDINATOR, schools=[work[0]])
    coordinator = at_desk(Role.SCHOOL_COORDINATOR)
    page = coordinator.open(ADDRESS)
    assert {name for name, _ in page.values() if name.endswith("_on")} == {"action_on", "round_on"}
    coordinator.send(ADDRESS, page, wants_digest="y", action_on=None)
    with office() as session:
        early = choice_of(session, account).days_early()
    assert early == {kind: days for kind, days in DAYS_EARLY.items() if kind is not DeadlineKind.ACTION}


def test_the_fg_chooses_among_all(hired, at_desk):
    hired(Role.DPO)
    page = at_desk(Role.DPO).open(ADDRESS)
    assert {name for name, _ in page.values() if name.endswith("_on")} == {f"{kind.value}_on" for kind in DeadlineKind}
