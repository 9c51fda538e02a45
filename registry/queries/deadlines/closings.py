"""Statements of deletion that are still to be asked for, or did not come."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.access import viewer_of
from registry.dutch import long_date
from registry.model import Closing, ClosingLine, Product
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem


def due_closings(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the dossiers under way on this date whose statement of deletion is due by `until` and not there."""
    sees_all = viewer_of(session).schools is None  # who sees a part of the schools cannot tell that all have stopped
    running = or_(Closing.done_on.is_(None), Closing.done_on > on)
    names = (
        joinedload(Closing.product).joinedload(Product.supplier),
        joinedload(Closing.lines).joinedload(ClosingLine.use),
    )
    asked = select(Closing).where(running, Closing.begun_on <= on).options(*names)
    for closing in session.scalars(asked).unique():
        found = _item(closing, on, sees_all)
        if found is not None and found.on <= until:
            yield found


def _item(closing: Closing, on: date, sees_all: bool) -> DueItem | None:
    supplier, expected = closing.product.supplier.name, closing.expected_on
    if closing.has_statement(on):
        if not closing.statement_is_too_early or closing.last_day is None:
            return None
        sentence = f"{supplier} verklaart vernietiging op een dag waarop het product nog in gebruik was."
        return _due(closing, closing.last_day, sentence, "Vraag een nieuwe verklaring")
    if closing.statement_is_asked(on) and expected is not None:
        promised = "beloofd" if closing.due_on else "gevraagd"
        sentence = f"De verklaring van vernietiging van {supplier} was {promised} voor {long_date(expected)}."
        return _due(closing, expected, sentence, "Vraag ernaar")
    if (last := closing.last_day) is None or not sees_all:
        return None
    return _due(closing, last, f"{supplier} heeft de vernietiging nog niet verklaard.", "Vraag de verklaring")


def _due(closing: Closing, day: date, sentence: str, action: str) -> DueItem:
    return DueItem(DeadlineKind.DELETION_STATEMENT, day, closing.product.name, sentence, action, "closing", closing.id)
