"""Lists of actions: open and done, of a supplier, and of a round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from registry.errors import NotFound
from registry.model import Action, Review, ReviewAction, Supplier

MOST_DONE = 100


@dataclass(frozen=True)
class ActionList:
    """Open actions, the first due first and those without a day last; what was done, the last first."""

    open: Sequence[Action]
    done: Sequence[Action]
    more_done: bool  # whether there is more done than is told here


def action_list(session: Any, on: date, supplier_id: int | None = None) -> ActionList:
    """Return the actions of this date that the viewer sees, of one supplier when its number is given."""
    done = _asked(supplier_id).where(Action.done_on <= on)
    found = session.scalars(done.order_by(Action.done_on.desc(), Action.id.desc()).limit(MOST_DONE + 1)).all()
    return ActionList(open_actions(session, on, supplier_id), found[:MOST_DONE], len(found) > MOST_DONE)


def open_actions(session: Any, on: date, supplier_id: int | None = None) -> Sequence[Action]:
    """Return the open actions, of one supplier when its number is given, the first due first."""
    still = or_(Action.done_on.is_(None), Action.done_on > on)
    return in_order(session.scalars(_asked(supplier_id).where(still)))


def _asked(supplier_id: int | None) -> Select[Any]:
    asked = select(Action).options(*_reads())
    return asked if supplier_id is None else asked.where(Action.supplier_id == supplier_id)


def suppliers_with_actions(session: Any) -> Sequence[Supplier]:
    """Return the suppliers that an action is about, by name."""
    numbers = set(session.scalars(select(Action.supplier_id).where(Action.supplier_id.is_not(None))))
    found = session.scalars(select(Supplier).where(Supplier.id.in_(numbers)))
    return sorted(found, key=lambda one: one.name.casefold())


def round_actions(session: Any, number: int) -> Sequence[Action]:
    """Return the actions that came out of this round, the first due first."""
    asked = select(Action).join(ReviewAction).join(Review, ReviewAction.review_id == Review.id)
    return in_order(session.scalars(asked.where(Review.round_id == number).options(*_reads())))


def action_with_names(session: Any, number: int) -> Action:
    """Return the action with what it is about; NotFound when there is none for this viewer."""
    action = session.scalars(select(Action).where(Action.id == number).options(*_reads())).one_or_none()
    if action is None:
        raise NotFound
    return action  # type: ignore[no-any-return]


def _reads() -> tuple[Any, ...]:
    # Not at every start: a path alone makes all mappers ready.
    return joinedload(Action.supplier), joinedload(Action.product), joinedload(Action.school)


def in_order(actions: Any) -> list[Action]:
    """Return these actions by the day they are due; those without a day last."""
    return sorted(actions, key=lambda one: (one.due_on is None, one.due_on or date.max, one.id))
