"""Suppliers whose place in the privacy covenant nobody looked up for a year."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select

from registry.calendar import add_years
from registry.dutch import long_date
from registry.model import CovenantEntry, Product, Supplier
from registry.model.deadline_kind import DeadlineKind
from registry.model.supplier import PartyRole
from registry.queries.board.overview import not_yet
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.in_use import is_used
from registry.queries.signals.suppliers import OUTSIDE_THE_COVENANT


def due_covenant_checks(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the processors in use whose last check is a year ago by `until`.

    One that was never checked is no deadline: that is told as owed. Nor is one without a product that the covenant is
    about.
    """
    last = func.max(CovenantEntry.checked_on)
    found = select(Supplier.id, Supplier.name, last).join(CovenantEntry).where(CovenantEntry.checked_on <= on)
    found = found.where(Supplier.role == PartyRole.PROCESSOR, not_yet(Supplier.retired_on, on))
    found = found.where(Supplier.products.any(is_used(on)))
    found = found.where(Supplier.products.any(Product.kind.not_in(OUTSIDE_THE_COVENANT)))
    for number, name, checked in session.execute(found.group_by(Supplier.id, Supplier.name)):
        if (again := add_years(checked, 1)) <= until:
            told = f"De stand van {name} in het privacyconvenant is voor het laatst nagegaan op {long_date(checked)}."
            yield DueItem(DeadlineKind.COVENANT_CHECK, again, name, told, "Noteer de stand", "supplier", number)
