"""Closing a round: what it will do, shown first; then next review dates and ended uses, all at once or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.calendar import add_years, day_at_work
from registry.database import change
from registry.dutch import long_date
from registry.errors import BrokenRule, RegisterError
from registry.model import Agreement, Review, ReviewRound, Use
from registry.model.review import Reply
from registry.queries.rounds.progress import Progress, progress
from registry.services.records import edit, fetch
from registry.services.rounds.rounds import refuse_unless_running
from registry.services.uses.uses import end_use

MOST_YEARS = 2  # a round comes every year: one may be missed, and closing cannot be taken back


@dataclass(frozen=True)
class ClosingPlan:
    """What closing comes to: what is still open, which uses end on which day, which agreements get a next date.

    `known` are uses answered "nee" that somebody ended already; they keep the last day that they have.
    """

    progress: Sequence[Progress]
    ends: Sequence[Review]
    known: Sequence[Review]
    reviewed: Sequence[Agreement]
    next_on: date

    @property
    def open_schools(self) -> list[Progress]:
        """The schools that have not answered all."""
        return [one for one in self.progress if one.school_id is not None and one.open]

    @property
    def open_uses(self) -> int:
        """How many products of schools wait for an answer."""
        return sum(one.open for one in self.open_schools)

    @property
    def open_agreements(self) -> int:
        """How many agreements were not judged."""
        return sum(one.open for one in self.progress if one.school_id is None)

    @property
    def seal(self) -> str:
        """A mark that changes with anything that closing would do or leave open."""
        told = [(one.id, one.version, one.use and one.use.version) for one in self.ends]
        told += [(one.id, one.version, 0) for one in self.reviewed]
        return sha256(repr((told, self.open_uses, self.open_agreements)).encode()).hexdigest()[:16]


def plan_closing(session: Any, number: int, on: date) -> ClosingPlan:
    """Return what closing the round on this date comes to; BrokenRule when it cannot be closed."""
    one = fetch(session, ReviewRound, number)
    refuse_unless_running(one, on)
    reads = [joinedload(Review.school), joinedload(Review.use).joinedload(Use.product)]
    gone = select(Review).where(Review.round_id == number, Review.still_used == Reply.NO).options(*reads)
    found = sorted(session.scalars(gone), key=lambda line: (line.school.name.casefold(), line.use.product.name))
    judged = select(Agreement).join(Review, Review.agreement_id == Agreement.id)
    judged = judged.where(Review.round_id == number, Review.answered_on.is_not(None))
    reviewed = session.scalars(judged.options(joinedload(Agreement.supplier)).order_by(Agreement.id)).all()
    return ClosingPlan(
        progress(session, number, on),
        [line for line in found if line.use.until is None],
        [line for line in found if line.use.until is not None],
        reviewed,
        day_at_work(add_years(on, 1)),
    )


def close_round(session: Any, number: int, seen: int, seal: str, next_on: date | None, on: date) -> ReviewRound:
    """Return the closed round: uses answered "nee" are ended, judged agreements are to be looked at on `next_on`.

    BrokenRule when the plan is not the one that was shown (`seal`), or a use cannot end on the day that was given.
    """
    with change(session, "jaarronde afgesloten"):
        plan = plan_closing(session, number, on)
        one = fetch(session, ReviewRound, number)
        _check_next(next_on, on)
        if plan.seal != seal:
            raise BrokenRule("Er is intussen iets veranderd in de ronde. Kijk het hieronder nog eens na.")
        for line in plan.ends:
            _end(session, line)
        for agreement in plan.reviewed:
            edit(session, agreement, agreement.version, {"review_on": next_on})
        edit(session, one, seen, {"closed_on": on})
    return one


def _check_next(next_on: date | None, on: date) -> None:
    if next_on is None or next_on <= on:
        raise BrokenRule("Kies een dag na vandaag.", field="next_on")
    if next_on > (latest := add_years(on, MOST_YEARS)):
        raise BrokenRule(f"Dat is te ver weg. Kies een dag tot en met {long_date(latest)}.", field="next_on")


def _end(session: Any, line: Review) -> None:
    assert line.use is not None  # a line about a use
    assert line.school is not None
    try:
        end_use(session, line.use.id, line.last_day)  # type: ignore[arg-type]  # "nee" always has a day
    except RegisterError as fault:
        day = long_date(line.last_day) if line.last_day else ""
        about = f"{line.use.product.name} op {line.school.name} kan niet eindigen op {day}."
        raise BrokenRule(f"{about} {fault.sentence} De ronde is niet afgesloten.") from fault
