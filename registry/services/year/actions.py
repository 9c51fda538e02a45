"""Actions: write one down, change it, do it."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.model import Action, Product
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, assign, edit, fetch


def add_action(session: Any, fields: Fields, *, once: bool = False, today: date | None = None) -> Action:
    """Return the new action; one about a product is about its supplier too.

    `once`: AlreadyExists where the same one is open already, as after a form that was sent twice. BrokenRule for one
    done after `today`; without it that day is taken as it is.
    """
    with change(session, "actie toegevoegd"):
        action = Action()
        assign(action, fields)
        _check(session, action)
        refuse_days_to_come(action, today)
        if once and _is_there(session, action):
            raise AlreadyExists("Deze actie staat er al en is nog niet gedaan.", field="what")
        session.add(action)
    return action


def edit_action(session: Any, number: int, seen: int, fields: Fields, today: date | None = None) -> Action:
    """Return the action with these fields; `today` as with `add_action`."""
    with change(session, "actie gewijzigd"):
        action = fetch(session, Action, number)
        with session.no_autoflush:
            edit(session, action, seen, fields)
            _check(session, action)
            refuse_days_to_come(action, today)
    return action


def _is_there(session: Any, action: Action) -> bool:
    names = ("what", "due_on", "school_id", "supplier_id", "product_id")
    same = [getattr(Action, name) == getattr(action, name) for name in names]
    return session.scalar(select(Action.id).where(Action.done_on.is_(None), *same).limit(1)) is not None


def _check(session: Any, action: Action) -> None:
    if not action.what:
        raise BrokenRule("Schrijf op wat er moet gebeuren.", field="what")
    if action.outcome and action.done_on is None:
        raise BrokenRule("Vul in op welke dag de actie gedaan is.", field="done_on")
    if action.product_id is not None:
        action.supplier_id = fetch(session, Product, action.product_id).supplier_id
