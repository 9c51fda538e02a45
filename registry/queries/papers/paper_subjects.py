"""About which records many papers at once can be made, and how many those are."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from registry.model import Agreement, School, Supplier
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import is_standing, standing_agreements
from registry.queries.suppliers.suppliers import Wanted, conditions


@dataclass(frozen=True)
class Subject:
    """A record that gets a paper: its number and name, and the agreement that the paper is about, where one is meant.

    `mark` tells its file apart from that of another of the same name.
    """

    number: int
    name: str
    mark: str = ""
    agreement: int | None = None


@dataclass(frozen=True)
class Choosing:
    """Which processors are meant; what is empty or None does not narrow.

    `model`: those with an agreement on this text that holds or is on its way. `without`: those with no such agreement
    at all.
    """

    covenant: CovenantStatus | None = None
    model: str = ""
    without: bool = False


def schools_for_papers(session: Any, on: date) -> list[Subject]:
    """Return the schools that are open on this day, by name."""
    columns = select(School.id, School.name, School.site_code, School.closed_on).order_by(School.name, School.id)
    is_open = [row for row in session.execute(columns) if row.closed_on is None or on < row.closed_on]
    return [Subject(row.id, row.name, row.site_code or str(row.id)) for row in is_open]


def suppliers_for_papers(session: Any, on: date, choosing: Choosing = Choosing()) -> list[Subject]:
    """Return the processors in use on this day that are meant, by name; one with two agreements on a text twice."""
    if choosing.model:
        return _on_a_text(session, on, choosing.model)
    wanted = Wanted(role=PartyRole.PROCESSOR, covenant=choosing.covenant)
    found = select(Supplier).where(*conditions(wanted, on)).order_by(func.lower(Supplier.name), Supplier.id)
    if choosing.without:
        found = found.options(joinedload(Supplier.agreements))
    suppliers = session.scalars(found).unique()
    return _told_apart((one, None) for one in suppliers if not (choosing.without and standing_agreements(one, on)))


def suppliers_by_number(session: Any, numbers: Collection[int]) -> list[Subject]:
    """Return these suppliers by name, whatever they are: the paper itself tells for whom it cannot be made."""
    found = select(Supplier).where(Supplier.id.in_(numbers)).order_by(func.lower(Supplier.name), Supplier.id)
    return _told_apart((one, None) for one in session.scalars(found))


def _on_a_text(session: Any, on: date, model: str) -> list[Subject]:
    wanted = conditions(Wanted(role=PartyRole.PROCESSOR), on)
    found = select(Agreement).join(Agreement.supplier).where(Agreement.model_version == model, *wanted)
    ordered = found.order_by(func.lower(Supplier.name), Agreement.id).options(joinedload(Agreement.supplier))
    return _told_apart((one.supplier, one.id) for one in session.scalars(ordered) if is_standing(one, on))


def _told_apart(found: Iterable[tuple[Supplier, int | None]]) -> list[Subject]:
    rows = [(one.id, one.name, one.kvk or str(one.id), agreement) for one, agreement in found]
    times = Counter(name for _, name, *_ in rows)
    marks = {row: f"{row[2]}-{row[3]}" if row[3] else row[2] for row in rows if times[row[1]] > 1}
    return [Subject(row[0], row[1], marks.get(row, ""), row[3]) for row in rows]
