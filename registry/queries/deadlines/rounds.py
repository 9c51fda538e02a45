"""Who has not answered in a round that runs: a line per school, and one for the board's agreements."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from registry.dutch import count
from registry.model import ReviewRound
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem
from registry.queries.rounds.progress import Progress, progress


def due_answers(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield what each school, and the board, has still to answer in a round that runs on this date."""
    not_closed = or_(ReviewRound.closed_on.is_(None), ReviewRound.closed_on > on)
    for one in session.scalars(select(ReviewRound).where(ReviewRound.answer_by <= until, not_closed)):
        if one.is_running(on):
            yield from (_item(one, part) for part in progress(session, one.id, on) if part.open)


def _item(one: ReviewRound, part: Progress) -> DueItem:
    whose = "product", "producten"
    if part.school_id is None:
        whose = "overeenkomst", "overeenkomsten"
    whom = f"{one.name}, {part.name}" if part.school_id else one.name
    sentence = f"{whom}: {part.open} van {count(part.asked, *whose)} nog te beantwoorden"
    where = (DeadlineKind.ROUND, one.answer_by, part.name if part.school_id else "het bestuur", sentence)
    if part.school_id is None:
        return DueItem(*where, "Beoordeel de overeenkomsten", "review_round", one.id)
    return DueItem(*where, "Beantwoord de vragen", "review_round", one.id, part.school_id, step="school")
