"""The annual round: open it, bring its lines up to date, stop it and take it up again."""

from datetime import date
from typing import Any

from sqlalchemy import exists, select

from registry.access import viewer_of
from registry.calendar import add_years
from registry.database import change
from registry.database.adding import add_many
from registry.dutch import count, long_date
from registry.errors import AlreadyExists, BrokenRule, NotAllowed
from registry.model import Agreement, Review, ReviewRound, Use
from registry.queries.board.overview import in_force
from registry.services.records import edit, fetch

YEARS_APART = 1
OPENED, REFRESHED = "jaarronde geopend", "jaarronde bijgewerkt"
NOTHING = "Er is nog niets om na te kijken: er geldt geen overeenkomst, en geen school gebruikt een product."


def open_round(session: Any, year: int | None, answer_by: date | None, on: date) -> ReviewRound:
    """Return the new round of this year, with a line for every agreement and every use in force on this date.

    BrokenRule for a year that is far away or when there is nothing to ask, AlreadyExists for a year that has a round.
    """
    with change(session, OPENED):
        _check_year(session, year, on)
        one = ReviewRound(name=f"Jaarronde {year}", year=year, opened_on=on, answer_by=answer_by)
        _check_term(one)
        session.add(one)
        if not any(_add_lines(session, one, on, OPENED)):
            raise BrokenRule(f"{NOTHING} Vul eerst het register, en open daarna de ronde.")
    return one


def refresh_lines(session: Any, number: int, on: date) -> tuple[int, int]:
    """Return how many agreements and how many uses came into force since and are lines of the round from now on."""
    with change(session, REFRESHED):
        one = fetch(session, ReviewRound, number)
        refuse_unless_running(one, on)
        return _add_lines(session, one, on, REFRESHED)


def edit_round(session: Any, number: int, seen: int, answer_by: date | None) -> ReviewRound:
    """Return the round with another day to answer by."""
    with change(session, "jaarronde gewijzigd"):
        one = fetch(session, ReviewRound, number)
        refuse_closed(one)
        edit(session, one, seen, {"answer_by": answer_by})
        _check_term(one)
    return one


def stop_round(session: Any, number: int, seen: int, on: date) -> ReviewRound:
    """Return the round, stopped half-way: all answers stay, and nobody is asked anything until it is taken up again."""
    with change(session, "jaarronde stilgelegd"):
        one = fetch(session, ReviewRound, number)
        refuse_closed(one)
        if one.stopped_on is not None:
            raise BrokenRule(f"{one.name} ligt al stil sinds {long_date(one.stopped_on)}.")
        edit(session, one, seen, {"stopped_on": on})
    return one


def resume_round(session: Any, number: int, seen: int) -> ReviewRound:
    """Return the round, taken up again where it was left."""
    with change(session, "jaarronde weer opgenomen"):
        one = fetch(session, ReviewRound, number)
        refuse_closed(one)
        if one.stopped_on is None:
            raise BrokenRule(f"{one.name} loopt al.")
        edit(session, one, seen, {"stopped_on": None})
    return one


def refuse_closed(one: ReviewRound) -> None:
    """Raise BrokenRule for a round that was closed."""
    if one.closed_on is not None:
        told = f"{one.name} is afgesloten op {long_date(one.closed_on)} en gaat niet weer open."
        raise BrokenRule(f"{told} Open een nieuwe jaarronde als u opnieuw wilt kijken.")


def refuse_unless_running(one: ReviewRound, on: date) -> None:
    """Raise BrokenRule for a round in which nothing can be answered on this date."""
    refuse_closed(one)
    if one.stopped_on is not None:
        raise BrokenRule(f"{one.name} ligt stil sinds {long_date(one.stopped_on)}. Neem de ronde eerst weer op.")
    if not one.is_running(on):
        raise BrokenRule(f"{one.name} begint pas op {long_date(one.opened_on)}.")


def _check_year(session: Any, year: int | None, on: date) -> None:
    if year is None or abs(year - on.year) > YEARS_APART:
        near = f"{on.year - YEARS_APART}, {on.year} of {on.year + YEARS_APART}"
        raise BrokenRule(f"Een jaarronde opent u voor {near}.", field="year")
    if (other := session.scalars(select(ReviewRound).where(ReviewRound.year == year)).first()) is not None:
        told = f"{other.name} is er al: geopend op {long_date(other.opened_on)}"
        raise AlreadyExists(f"{told}. Stand: {other.state}. Ieder jaar heeft één ronde.", field="year")


def _check_term(one: ReviewRound) -> None:
    if one.answer_by is None:
        raise BrokenRule("Vul in voor welke dag de antwoorden er moeten zijn.", field="answer_by")
    if one.answer_by <= one.opened_on:
        raise BrokenRule("Deze dag moet na de dag van openen liggen.", field="answer_by")
    if one.answer_by > add_years(one.opened_on, 1):
        raise BrokenRule("Deze dag ligt meer dan een jaar na het openen. Een ronde duurt korter.", field="answer_by")


def _add_lines(session: Any, one: ReviewRound, on: date, what: str) -> tuple[int, int]:
    """Add what is in force and is no line yet; how many agreements and uses that were."""
    if viewer_of(session).schools is not None:
        raise NotAllowed("Een jaarronde gaat over alle scholen.")
    session.flush()
    known = select(Review.id).where(Review.round_id == one.id)
    agreements = select(Agreement.id).where(in_force(on), ~exists(known.where(Review.agreement_id == Agreement.id)))
    uses = select(Use.id, Use.school_id).where(Use.current_on(on), ~exists(known.where(Review.use_id == Use.id)))
    of_board = [{"agreement_id": number, "use_id": None, "school_id": None} for number in session.scalars(agreements)]
    of_schools = [{"agreement_id": None, "use_id": use, "school_id": school} for use, school in session.execute(uses)]
    many = count(len(of_board), "overeenkomst", "overeenkomsten"), count(len(of_schools), "regel", "regels")
    told = f"{many[0]}, en {many[1]} van een product op een school"
    if of_board or of_schools or what == OPENED:
        rows = [{"round_id": one.id, **row} for row in (*of_board, *of_schools)]
        add_many(session, Review, rows, what, one, told)
    return len(of_board), len(of_schools)
