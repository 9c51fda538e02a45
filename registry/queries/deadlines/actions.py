"""Actions that are not done."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.model import Action
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem


def due_actions(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the actions not done on this date that are due by `until`."""
    still = or_(Action.done_on.is_(None), Action.done_on > on)
    names = (joinedload(Action.supplier), joinedload(Action.product), joinedload(Action.school))
    for action in session.scalars(select(Action).where(still, Action.due_on <= until).options(*names)):
        about = [one.name for one in (action.product, action.supplier, action.school) if one is not None]
        sentence = f"{action.what} ({action.owner})" if action.owner else action.what
        yield DueItem(
            DeadlineKind.ACTION,
            action.due_on,
            about[0] if about else "het bestuur",
            sentence,
            "Werk de actie bij",
            "action",
            action.id,
            action.school_id,
        )
