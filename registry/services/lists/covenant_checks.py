"""Notes of several suppliers at once that the covenant's list still says the same of them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from registry.database import change
from registry.dutch import long_date
from registry.errors import NotFound
from registry.model import Supplier
from registry.model.supplier import CovenantStatus
from registry.services.lists.step import Step
from registry.services.suppliers.suppliers import note_covenant


def plan_checks(session: Any, numbers: Collection[int], on: date) -> list[Step]:
    """Return what checking these suppliers on this date comes to; NotFound for one that is not there."""
    return [_step(supplier, on) for supplier in _suppliers(session, numbers)]


def check_again(session: Any, numbers: Collection[int], on: date, source: str, today: date) -> list[Step]:
    """Return what was noted: of each supplier the status that was known, as seen on this date; all or nothing."""
    with change(session, "convenant nagegaan"):
        steps = plan_checks(session, numbers, on)
        kept = {supplier.id: supplier.covenant_on(on) for supplier in _suppliers(session, numbers)}
        for step in steps:
            if (entry := kept.get(step.number)) is not None:
                known = {"status": entry.status, "covenant_version": entry.covenant_version}
                note_covenant(session, step.number, known | {"checked_on": on, "source": source}, today)
    return steps


def _suppliers(session: Any, numbers: Collection[int]) -> list[Supplier]:
    asked = select(Supplier).where(Supplier.id.in_(numbers)).options(selectinload(Supplier.covenant_entries))
    found = session.scalars(asked.order_by(func.lower(Supplier.name), Supplier.id)).all()
    if len(found) != len(set(numbers)):
        raise NotFound("Deze leverancier staat niet in het register.")
    return list(found)


def _step(supplier: Supplier, on: date) -> Step:
    if why := _refusal(supplier, on):
        return Step(supplier.name, why)
    sentence = f"Blijft “{supplier.covenant_status(on).label}”, nagegaan op {long_date(on)}."
    return Step(supplier.name, sentence, supplier.id, len(supplier.covenant_entries))


def _refusal(supplier: Supplier, on: date) -> str:
    entry = supplier.covenant_on(on)
    if not supplier.is_processor:
        return f"Het convenant is er voor verwerkers. De rol is: {supplier.role.label}."
    if entry is None or entry.status is CovenantStatus.UNKNOWN:
        return "Dit is nog nooit nagegaan. Leg de eerste keer bij de leverancier vast wat er op de lijst staat."
    return "Dit is op deze dag al nagegaan." if entry.checked_on == on else ""
