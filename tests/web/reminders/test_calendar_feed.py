"""The calendar at a secret address: what a calendar program reads there, whose it is, and when it stops."""

import time
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from registry.model import Account, CalendarFeed
from registry.model.account import Role
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem
from registry.services.accounts.accounts import edit_account
from registry.services.records import fetch
from registry.web.reminders.calendar_feed import written

ADDRESS, MAKE, STOP = (f"/mijn-account/herinneringen/{page}" for page in ("", "agenda", "agenda/stoppen"))
ON, ORIGIN = date(2027, 3, 3), "https://register.bestuur.example"
LONG = "Zoë’s überlange omschrijving, met komma’s; puntkomma’s\\ en\neen regeleinde – 日本語 " * 5


def item(number=1, subject="Lettervlieg B.V.", sentence="De overeenkomst eindigt.", on=date(2027, 7, 31)):
    return DueItem(DeadlineKind.AGREEMENT_END, on, subject, sentence, "Verleng of zeg op", "agreement", number)


@pytest.fixture
def ics(app):
    """Write these things as a calendar."""

    def write(*items, on=ON):
        with app.app_context():
            return written(list(items), on, ORIGIN)

    return write


def made(desk):
    """Make an address; the path of it."""
    page = desk.send(MAKE, desk.open(ADDRESS))
    return "/agenda/" + page.tree.xpath("//input[@id='link']/@value")[0].rpartition("/")[2]


def summaries(answer):
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.data).events]


def test_a_calendar_program_reads_what_was_written(ics):
    (event,) = Calendar.from_ical(ics(item(subject=LONG.replace("\n", " "), sentence=LONG))).events
    assert event["SUMMARY"] == f"{LONG.replace(chr(10), ' ')}: einde van een overeenkomst"
    assert event["DESCRIPTION"] == f"{LONG}\nVerleng of zeg op: {ORIGIN}/overeenkomsten/1"
    assert event["URL"] == f"{ORIGIN}/overeenkomsten/1"
    assert event.decoded("DTSTART") == date(2027, 7, 31)
    assert event.decoded("DTSTAMP") == datetime(2027, 3, 3, tzinfo=UTC)
    assert event["TRANSP"] == "TRANSPARENT"


def test_its_lines_are_those_of_the_standard(ics):
    content = ics(item(subject=LONG.replace("\n", " "), sentence=LONG), item(2))
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert [line for line in lines if len(line) > 75] == []
    assert [line for line in lines if b"\r" in line or b"\n" in line] == []
    assert [line.decode() for line in lines]  # none is cut inside a character
    assert b"DTSTART;VALUE=DATE:20270731" in lines
    assert b"VERSION:2.0" in lines
    assert b"BEGIN:VALARM" not in lines


def test_the_same_thing_keeps_its_number_and_two_of_a_day_have_two(ics):
    def numbers(content):
        return [str(event["UID"]) for event in Calendar.from_ical(content).events]

    items = (item(), item(), item(2), item(on=date(2027, 8, 1)))
    first = numbers(ics(*items))
    assert first == numbers(ics(*items, on=date(2027, 4, 1)))
    assert len(set(first)) == 4
    assert first[0] == "agreement_end-agreement-1-20270731@register.bestuur.example"


def test_a_thousand_are_written_quickly(ics):
    items = [item(number) for number in range(1, 1001)]
    begin = time.perf_counter()
    content = ics(*items)
    took = time.perf_counter() - begin
    assert content.count(b"BEGIN:VEVENT") == 1000
    assert took < 5


def test_the_owner_gets_their_own(work, hired, at_desk, browser):
    hired(Role.SCHOOL_COORDINATOR, schools=[work[0]])
    hired(Role.PRIVACY_OFFICER)
    coordinator, officer = (made(at_desk(role)) for role in (Role.SCHOOL_COORDINATOR, Role.PRIVACY_OFFICER))
    program = browser().client
    answer = program.get(coordinator)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, max-age=3600"
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert summaries(answer) == ["Vraag het model op"]
    assert b"Vraag het model op" in answer.data
    assert summaries(program.get(officer)) == ["Vraag het model op", "Kijk de lijst na"]
    assert program.get(coordinator, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_kind_that_is_not_wanted_is_not_in_it(work, officer, at_desk):
    desk = at_desk(Role.PRIVACY_OFFICER)
    desk.submit(ADDRESS, action_on=None)
    assert summaries(desk.client.get(made(desk))) == []


@pytest.mark.parametrize("secret", ["x", "a" * 43, "..", "%00", "' or 1=1", "x" * 5000])
def test_a_wrong_address_is_not_there(officer, at_desk, browser, secret):
    made(at_desk(Role.PRIVACY_OFFICER))
    visitor = browser()
    answer = visitor.open(f"/agenda/{secret}.ics")
    assert answer.status == 404
    assert answer.heading == visitor.open("/bestaat-niet").heading


def test_a_new_address_stops_the_old_one_and_stopping_stops_both(officer, at_desk, browser, office):
    desk = at_desk(Role.PRIVACY_OFFICER)
    first, program = made(desk), browser().client
    assert program.get(first).status_code == 200
    second = made(desk)
    assert [program.get(path).status_code for path in (first, second)] == [404, 200]
    secret = second.rpartition("/")[2].removesuffix(".ics")
    assert secret not in desk.open(ADDRESS).text
    with office() as session:
        assert secret not in session.query(CalendarFeed).one().token_hash
    assert "werkt niet meer" in desk.send(STOP, desk.open(ADDRESS)).text
    assert program.get(second).status_code == 404
    assert desk.send(STOP, desk.open(ADDRESS)).status == 200


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": Role.SIGNATORY}], ids=["closed", "reads no more"])
def test_who_lost_their_rights_has_nothing_in_it(work, officer, administrator, at_desk, browser, office, change):
    address = made(at_desk(Role.PRIVACY_OFFICER))
    with office() as session:
        account = fetch(session, Account, officer)
        edit_account(session, officer, account.version, change, ())
    answer = browser().client.get(address)
    assert answer.status_code == 404 if "is_active" in change else summaries(answer) == []
