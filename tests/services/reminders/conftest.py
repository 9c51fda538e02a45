"""A board on 3 March 2027 with two schools, people, and things to do."""

import time
from datetime import date
from types import SimpleNamespace

import pytest

from registry.access import BUILT_IN, bind
from registry.mail import Post, server_of
from registry.model.account import Role
from registry.services.reminders.choices import set_choice
from registry.services.reminders.letters import Links, digest_letter
from registry.services.reminders.sending import send_digests
from registry.services.uses.schools import add_school
from registry.services.year.actions import add_action
from tests.people import hire

WEDNESDAY, NEXT_MONDAY = date(2027, 3, 3), date(2027, 3, 8)
LINKS = Links(lambda item: f"https://register.bestuur.example/{item.table}/{item.number}", "https://register/keuze")


def action(session, what, due_on, **fields):
    return add_action(session, {"what": what, "due_on": due_on} | fields)


@pytest.fixture
def board(session):
    """De Klok and De Zandloper, each with something to do, and the board with one thing that is late."""
    klok, zandloper = (add_school(session, {"name": name}) for name in ("De Klok", "De Zandloper"))
    action(session, "Bel de leverancier", date(2027, 2, 26), owner="ICT-coördinator")
    action(session, "Vraag het model op", date(2027, 3, 20), school_id=klok.id)
    action(session, "Kijk de lijst na", date(2027, 3, 3), school_id=zandloper.id)
    action(session, "Plan de ronde", date(2027, 6, 1))
    officer = hire(session, Role.PRIVACY_OFFICER)
    coordinator = hire(session, Role.SCHOOL_COORDINATOR, schools=[klok.id])
    return SimpleNamespace(klok=klok.id, zandloper=zandloper.id, officer=officer, coordinator=coordinator)


@pytest.fixture
def wanting(session, board):
    """The officer and the coordinator of De Klok asked for a digest."""
    for account in (board.officer, board.coordinator):
        set_choice(session, account, 0, True, {})
    return board


@pytest.fixture
def run(session, app, post_office):
    """Send what is due on a day; back come the words by account."""

    def run(on=WEDNESDAY, **settings):
        bind(session, BUILT_IN)
        with Post(server_of(app.config | post_office.settings | settings)) as post:

            def send(to, digest):
                return post.send(digest_letter(to, digest, on, "Stichting Getijden", LINKS))

            return {one.account: one.words for one in send_digests(session, on, send)}

    return run


@pytest.fixture
def clock(monkeypatch):
    """A function that moves the clock of this process forward by some seconds; by itself it stands still."""
    ahead, start = [0], time.time()
    monkeypatch.setattr(time, "time", lambda: start + ahead[0])

    def forward(seconds):
        ahead[0] += seconds

    return forward
