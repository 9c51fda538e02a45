"""The weekly digest, received by a real mail server: to whom, what, once, and what happens when it cannot be sent."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.access import BUILT_IN, bind
from registry.mail import Delivery
from registry.model import Account, ReminderChoice, SentReminder
from registry.model.account import Role
from registry.model.deadline_kind import DeadlineKind
from registry.services.accounts.accounts import edit_account
from registry.services.records import fetch
from registry.services.reminders.choices import set_choice
from registry.services.reminders.digest import CLAIM
from registry.services.reminders.sending import send_digests
from registry.services.year.actions import edit_action
from tests.people import email_of, hire
from tests.services.reminders.conftest import NEXT_MONDAY, WEDNESDAY, action

OFFICER, COORDINATOR = email_of(Role.PRIVACY_OFFICER), email_of(Role.SCHOOL_COORDINATOR)


def text_to(post_office, address):
    """The text of the last letter to this address."""
    number = max(place for place, (to, _) in enumerate(post_office.postman.received) if to == [address])
    return post_office.postman.part("plain", number)


def test_each_gets_what_they_may_see(wanting, run, post_office):
    told = run()
    assert told == {
        wanting.officer: "verstuurd: 3 regels, 3 nieuw",
        wanting.coordinator: "verstuurd: 1 regel, 1 nieuw",
    }
    officer, coordinator = text_to(post_office, OFFICER), text_to(post_office, COORDINATOR)
    assert [what in officer for what in ("Bel de", "Vraag het", "Kijk de", "Plan de")] == [True, True, True, False]
    assert [what in coordinator for what in ("Bel de", "Vraag het", "Kijk de")] == [False, True, False]
    assert "Zandloper" not in coordinator


def test_a_line_says_what_when_and_where(wanting, run, post_office):
    run()
    text, html = text_to(post_office, OFFICER), post_office.postman.part("html", 0)
    (_, message), *_ = post_office.postman.received
    assert message["Subject"] == "Verwerkersregister: 3 termijnen, 1 te laat"
    assert "Stichting Getijden, op 3 maart 2027" in text
    assert "26 februari 2027, 5 dagen te laat, nieuw" in text
    assert "3 maart 2027, vandaag" in text
    assert "22 maart 2027, 19 dagen te gaan" in text
    assert "Bel de leverancier (ICT-coördinator)" in text
    assert "https://register.bestuur.example/action/1\n" in text
    assert '<a href="https://register.bestuur.example/action/1">' in html
    assert "https://register/keuze" in text
    assert OFFICER not in text + html
    assert "src=" not in html


def test_what_somebody_wrote_is_no_html(session, wanting, run, post_office):
    action(session, "<b>Bel</b> & schrijf", WEDNESDAY)
    run()
    assert "&lt;b&gt;Bel&lt;/b&gt; &amp; schrijf" in post_office.postman.part("html", 0)
    assert "<b>Bel</b> & schrijf" in text_to(post_office, OFFICER)


def test_however_often_it_runs_one_goes_out_in_a_week(wanting, run, post_office):
    run()
    again = [run(date(2027, 3, day)) for day in (3, 4, 7)]
    assert {words for told in again for words in told.values()} == {"deze week al verstuurd, of nu bezig"}
    assert len(post_office.postman.received) == 2


def test_the_next_week_only_what_is_new_is_called_new(session, wanting, run, post_office):
    run()
    action(session, "Lees de bijsluiter", date(2027, 3, 12))
    assert run(NEXT_MONDAY)[wanting.officer] == "verstuurd: 4 regels, 1 nieuw"
    news = [line for line in text_to(post_office, OFFICER).splitlines() if line.endswith(", nieuw")]
    assert news == ["  12 maart 2027, 4 dagen te gaan, nieuw"]


def test_a_day_that_moved_is_new_again(session, wanting, run):
    moved = action(session, "Lees de bijsluiter", date(2027, 3, 12)).id
    run()
    bind(session, BUILT_IN)
    edit_action(session, moved, 1, {"due_on": date(2027, 3, 13)})
    assert run(NEXT_MONDAY)[wanting.officer] == "verstuurd: 4 regels, 1 nieuw"


def test_nothing_due_is_no_mail_and_counts_for_no_week(session, board, run, post_office):
    only = dict.fromkeys(DeadlineKind, (False, None))
    set_choice(session, board.officer, 0, True, only)
    assert run() == {board.officer: "niets te melden"}
    set_choice(session, board.officer, 1, True, only | {DeadlineKind.ACTION: (True, 0)})
    assert run() == {board.officer: "verstuurd: 2 regels, 2 nieuw"}
    assert len(post_office.postman.received) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("down", "De mailserver is niet te bereiken."),
        ("slow", "De mailserver gaf niet op tijd antwoord."),
        ("refused", "De mailserver weigerde de mail (code 451)."),
    ],
)
def test_what_failed_goes_out_at_the_next_run(session, wanting, run, post_office, open_office, answer, reason):
    postman = post_office.postman
    postman.answer = "250 OK" if answer == "down" else "451 try again"
    postman.delay = 1.3 if answer == "slow" else 0
    settings = {"SMTP_TIMEOUT": 1} | ({"SMTP_PORT": 1} if answer == "down" else {})
    assert run(**settings) == dict.fromkeys((wanting.officer, wanting.coordinator), f"mislukt: {reason}")
    assert session.scalars(select(SentReminder)).all() == []
    postman.answer, postman.delay = "250 OK", 0
    assert run(date(2027, 3, 4))[wanting.officer] == "verstuurd: 3 regels, 3 nieuw"
    assert sorted(postman.to) == sorted([OFFICER, COORDINATOR])


def test_one_address_of_ten_is_refused_and_the_others_get_theirs(session, board, run, post_office):
    accounts = [hire(session, Role.DPO, email=f"{number}@bestuur.example") for number in range(10)]
    for account in accounts:
        set_choice(session, account, 0, True, {})
    post_office.postman.refused["4@bestuur.example"] = "550 no such user"
    told = run()
    assert [one for one in accounts if told[one].startswith("mislukt")] == [accounts[4]]
    assert told[accounts[4]] == "mislukt: De mailserver neemt dit e-mailadres niet aan (code 550)."
    post_office.postman.refused.clear()
    again = run()
    assert [one for one in accounts if again[one].startswith("verstuurd")] == [accounts[4]]
    assert sorted(post_office.postman.to) == [f"{number}@bestuur.example" for number in range(10)]


def test_a_run_that_is_killed_behind_the_servers_yes_repeats_one_letter_at_most(
    session, wanting, run, post_office, clock
):
    class KilledError(BaseException):
        """What ends a process."""

    def send(to, digest):
        raise KilledError

    with pytest.raises(KilledError):
        list(send_digests(session, WEDNESDAY, send))
    assert run()[wanting.officer] == "deze week al verstuurd, of nu bezig"
    clock(CLAIM + 1)
    assert run()[wanting.officer] == "verstuurd: 3 regels, 3 nieuw"
    assert post_office.postman.to.count(OFFICER) == 1
    assert post_office.postman.to.count(COORDINATOR) == 1


def test_two_runs_at_once_send_one_letter(session, wanting, run, post_office):
    inner = []

    def send(to, digest):
        inner.append(run())
        bind(session, BUILT_IN)
        return Delivery(True)

    outer = {one.account: one.words for one in send_digests(session, WEDNESDAY, send)}
    assert outer[wanting.officer] == "verstuurd: 3 regels, 3 nieuw"
    assert inner[0][wanting.officer] == "deze week al verstuurd, of nu bezig"
    assert OFFICER not in post_office.postman.to


def test_a_fault_with_one_account_keeps_no_other_from_their_mail(session, wanting):
    told = []

    def send(to, digest):
        if to == OFFICER:
            raise ZeroDivisionError(to)
        return Delivery(True)

    told = {one.account: one for one in send_digests(session, WEDNESDAY, send)}
    assert told[wanting.officer].is_failure
    assert told[wanting.officer].words == "mislukt: er ging iets mis (ZeroDivisionError)"
    assert told[wanting.coordinator].words.startswith("verstuurd")


@pytest.mark.parametrize("how", ["closed", "signatory", "off"])
def test_who_may_not_or_does_not_want_to_gets_none(session, wanting, run, post_office, how):
    account = fetch(session, Account, wanting.officer)
    if how == "closed":
        edit_account(session, account.id, account.version, {"is_active": False}, ())
    if how == "signatory":
        edit_account(session, account.id, account.version, {"role": Role.SIGNATORY}, ())
    if how == "off":
        set_choice(session, account.id, 1, False, {})
    run()
    assert post_office.postman.to == [COORDINATOR]


def test_a_dry_run_tells_and_writes_nothing(session, wanting, post_office):
    told = {one.account: one.words for one in send_digests(session, WEDNESDAY, None)}
    assert told[wanting.officer] == "zou nu worden verstuurd: 3 regels, 3 nieuw"
    assert session.scalars(select(SentReminder)).all() == []
    assert session.scalars(select(ReminderChoice.digest_sent_on)).all() == [None, None]
