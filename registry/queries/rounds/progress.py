"""How far a round is, per school and for the agreements; counted by the database, without reading the lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from registry.access import viewer_of
from registry.model import Agreement, Review, ReviewRound, School, Use
from registry.model.review import Reply
from registry.queries.board.overview import in_force
from registry.queries.together import shared


@dataclass(frozen=True)
class Progress:
    """How many lines are asked and how many of them are answered; of a school, or of the board without one."""

    asked: int
    answered: int
    school_id: int | None = None
    name: str = ""

    @property
    def open(self) -> int:
        """How many lines wait for an answer."""
        return self.asked - self.answered

    @property
    def words(self) -> str:
        """How far it is: "12 van 18"."""
        return f"{self.answered} van {self.asked}"


def answered_by(on: date) -> ColumnElement[bool]:
    """Return the condition that a line was complete on this date."""
    return and_(Review.answered_on.is_not(None), Review.answered_on <= on)


def still_asked(on: date) -> ColumnElement[bool]:
    """Return the condition that a line counts: answered, or about what still runs. Needs `Review.use` joined.

    Who ended a product outside the round is not asked about it any more.
    """
    of_agreement = Review.agreement_id.in_(select(Agreement.id).where(in_force(on)))
    return or_(answered_by(on), and_(Review.use_id.is_not(None), Use.not_over_on(on)), of_agreement)


def is_anything_to_ask(session: Any, on: date) -> bool:
    """Return whether there is something for a round: an agreement in force on this date, or a product in use."""
    used = select(Use.id).where(Use.current_on(on)).limit(1)
    held = select(Agreement.id).where(in_force(on)).limit(1)
    return any(session.scalar(found) is not None for found in (used, held))


def counts_in(number: int, on: date) -> ColumnElement[bool]:
    """Return the condition that a line of this round counts on this date; it needs no table joined."""
    counted = select(Review.id).outerjoin(Review.use).where(Review.round_id == number, still_asked(on))
    return Review.id.in_(counted)


def progress(session: Any, number: int, on: date) -> list[Progress]:
    """Return how far each school is on this date that the viewer sees, by name; the board's agreements last."""
    known = shared(session, "progress")
    if (number, on) not in known:
        known[number, on] = _progress(session, number, on)
    return known[number, on]  # type: ignore[no-any-return]


def _progress(session: Any, number: int, on: date) -> list[Progress]:
    answered = func.count(case((answered_by(on), 1)))
    counted = (
        select(func.count(Review.id), answered, Review.school_id, School.name)
        .outerjoin(Review.use)
        .outerjoin(Review.school)
        .where(Review.round_id == number, still_asked(on))
        .group_by(Review.school_id, School.name)
    )
    found = [Progress(many, done, school, name or "") for many, done, school, name in session.execute(counted)]
    return sorted(found, key=lambda one: (one.school_id is None, one.name.casefold()))


def together(several: Sequence[Progress]) -> Progress:
    """Return the progress of all of these."""
    return Progress(sum(one.asked for one in several), sum(one.answered for one in several))


def own_progress(session: Any, number: int, on: date) -> Progress:
    """Return how far the viewer's own part is: of who works for some schools that of those, without the agreements."""
    parts, is_of_board = progress(session, number, on), viewer_of(session).schools is None
    return together([part for part in parts if is_of_board or part.school_id is not None])


def replies(session: Any, number: int, on: date) -> dict[tuple[str, Reply], int]:
    """Return how often each reply was given in a line complete on this date, by ("still_used" or "data_right", it)."""
    asked = select(Review.still_used, Review.data_right, func.count())
    of_uses = asked.where(Review.round_id == number, Review.use_id.is_not(None), answered_by(on))
    found: Counter[tuple[str, Reply]] = Counter()
    for still_used, data_right, many in session.execute(of_uses.group_by(Review.still_used, Review.data_right)):
        found["still_used", still_used] += many
        found["data_right", data_right] += many
    return found


def rounds_in(session: Any, begin: date, on: date) -> Sequence[ReviewRound]:
    """Return the rounds that were open on a day between these two, the newest first."""
    open_then = or_(ReviewRound.closed_on.is_(None), ReviewRound.closed_on >= begin)
    found = select(ReviewRound).where(ReviewRound.opened_on <= on, open_then).order_by(ReviewRound.year.desc())
    return session.scalars(found).all()  # type: ignore[no-any-return]


def rounds(session: Any) -> Sequence[ReviewRound]:
    """Return all rounds, the newest first."""
    return session.scalars(select(ReviewRound).order_by(ReviewRound.year.desc())).all()  # type: ignore[no-any-return]
