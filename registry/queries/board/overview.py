"""The overview: how much there is, how far a new register is, and about which suppliers something is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from registry.model import Agreement, GeneratedDocument, Product, School, SchoolBoard, Supplier, Use
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.queries.signals.signal import Signal
from registry.queries.signals.told import Named, Told, all_signals

TOLD_AS_DUE = ("agreement_ended", "certificate_ended")


@dataclass(frozen=True)
class Counts:
    """How much of everything there is on a day; what is closed, retired or ended does not count."""

    boards: int
    schools: int
    suppliers: int
    products: int
    uses: int
    agreements: int
    papers: int

    @property
    def steps(self) -> tuple[bool, ...]:
        """Which of the first steps are done: board, schools, suppliers with a product, who uses what, a final paper."""
        return tuple(number > 0 for number in (self.boards, self.schools, self.products, self.uses, self.papers))


def counts(session: Any, on: date) -> Counts:
    """Return the counts of this day, as far as the session's viewer sees them."""
    queries = {
        "boards": _number(SchoolBoard),
        "schools": _number(School, not_yet(School.closed_on, on)),
        "suppliers": _number(Supplier, not_yet(Supplier.retired_on, on)),
        "products": _number(Product, not_yet(Product.retired_on, on)),
        "uses": _number(Use, Use.current_on(on)),
        "agreements": _number(Agreement, in_force(on)),
        "papers": _number(GeneratedDocument),
    }
    numbers = session.execute(select(*queries.values())).one()
    return Counts(**dict(zip(queries, numbers, strict=True)))


def first_school_with_uses(session: Any, on: date) -> School | None:
    """Return the open school, first by name, that uses something on this day; None when no school does."""
    using = select(Use.school_id).where(Use.current_on(on))
    found = select(School).where(School.id.in_(using), not_yet(School.closed_on, on)).order_by(School.name, School.id)
    school: School | None = session.scalars(found.limit(1)).first()
    return school


def incomplete(session: Any, on: date) -> list[tuple[Named, list[Signal]]]:
    """Return the suppliers about which something is missing, with what it is; those that miss most come first."""
    return lacking_by_supplier(all_signals(session, on))


def lacking_by_supplier(told: Iterable[Told]) -> list[tuple[Named, list[Signal]]]:
    """Return the suppliers whose file lacks something, with what; not what is silenced or told as due."""
    found: dict[Named, list[Signal]] = {}
    for one in told:
        if one.supplier and is_lacking(one):
            found.setdefault(one.supplier, []).append(one.signal)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0].name.casefold()))


def lacking_in(told: Iterable[Told]) -> frozenset[int]:
    """Return the numbers of the suppliers whose file lacks something."""
    return frozenset(one.supplier.id for one in told if one.supplier and is_lacking(one))


def is_lacking(one: Told) -> bool:
    """Return whether this signal says that a file lacks something; not when it is silenced or told as due."""
    return one.signal.is_lacking and one.silence is None and one.signal.code not in TOLD_AS_DUE


def in_force(on: date) -> ColumnElement[bool]:
    """Return the condition that says in SQL what `Agreement.is_in_force(on)` says of one record."""
    once = [status for status in AgreementStatus if status.was_in_force]
    runs_on = or_(Agreement.renewal != Renewal.NONE, Agreement.ends_on.is_(None), Agreement.ends_on >= on)
    still = or_(Agreement.ended_on >= on, and_(Agreement.ended_on.is_(None), runs_on))
    begun = or_(Agreement.starts_on.is_(None), Agreement.starts_on <= on)
    return and_(Agreement.status.in_(once), begun, still)


def not_yet(column: Any, on: date) -> ColumnElement[bool]:
    """Return the condition that this day of closing or retiring has not come on this date."""
    return or_(column.is_(None), column > on)


def _number(kind: Any, *which: ColumnElement[bool]) -> Any:
    return select(func.count(kind.id)).where(*which).scalar_subquery()
