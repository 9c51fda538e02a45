"""The coordinator of a school answers the yearly round on a phone, led there by the overview."""

from datetime import date, timedelta

from registry.model.account import Role
from tests.browser.conftest import WITH_AND_WITHOUT
from tests.rounds import opened_round

TODAY = date.today()


@WITH_AND_WITHOUT
def test_the_round_is_answered_on_a_phone(session, staff, come, script):
    opened_round(session, TODAY, TODAY + timedelta(days=30))
    staff()
    answer_the_round(come(Role.SCHOOL_COORDINATOR, width=375, script=script))


def answer_the_round(coordinator):
    coordinator.stands_on("Wat is er te doen?")
    coordinator.fits()
    coordinator.follow("Beantwoord de vragen", within="main")
    coordinator.stands_on("De Zandloper")
    coordinator.sees("0 van 1 beantwoord.")
    coordinator.fits()
    coordinator.answer("Gebruikt de school dit nog?", "ja")
    coordinator.write("Welke groepen of klassen?", "3, 4")
    coordinator.answer("Kloppen deze gegevens nog?", "ja")
    coordinator.press("Bewaar alles")
    coordinator.sees("Alles is beantwoord.")
    coordinator.fits()
    coordinator.visit()
    coordinator.lacks("Beantwoord de vragen")
    coordinator.is_refused("/scholen/2")
