"""What runs of the yearly round, for pages of what is asked about: the part of a school, the line of an agreement."""

from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.model import Review, ReviewRound
from registry.queries.rounds.progress import Progress, counts_in, progress


def running_round(session: Any, on: date) -> ReviewRound | None:
    """Return the round in which can be answered on this date; None while there is none."""
    not_closed = or_(ReviewRound.closed_on.is_(None), ReviewRound.closed_on > on)
    found = session.scalars(select(ReviewRound).where(not_closed).order_by(ReviewRound.year.desc()))
    return next((one for one in found if one.is_running(on)), None)


def school_part(session: Any, school_id: int, on: date) -> tuple[ReviewRound, Progress] | None:
    """Return the running round with how far this school is in it; None where it is asked nothing."""
    if (one := running_round(session, on)) is None:
        return None
    return next(((one, part) for part in progress(session, one.id, on) if part.school_id == school_id), None)


def line_of_agreement(session: Any, agreement_id: int, on: date) -> Review | None:
    """Return the line about this agreement in the running round, with its round; None where it is not asked."""
    if (one := running_round(session, on)) is None:
        return None
    asked = select(Review).where(Review.agreement_id == agreement_id, counts_in(one.id, on))
    return session.scalar(asked.options(joinedload(Review.round)))  # type: ignore[no-any-return]
