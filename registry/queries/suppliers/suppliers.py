"""The list of suppliers: who is asked for, and what the list says of each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select

from registry.model import Agreement, CovenantEntry, Supplier
from registry.model.agreement_lists import AgreementStatus, Channel, ConclusionMode, Renewal
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import standing_agreements
from registry.queries.lists.listing import USUAL, Order, Orders, by_rank, ordering
from registry.queries.lists.named import product_named, supplier_named
from registry.queries.signals.signal import Signal
from registry.queries.suppliers.owed import owed, owed_reads


@dataclass(frozen=True)
class Wanted:
    """Which suppliers are asked for; what is empty or None does not narrow.

    `covenant`: it is asked of processors only. `stage`: some agreement is in it. `without_agreement`:
    none holds, is on its way or is not needed. `outside_service`: processors without
    an agreement in the Dienst Verwerkersovereenkomsten. `lacking`: something is still missing. `with_retired`: those
    out of use as well.
    """

    words: str = ""
    covenant: CovenantStatus | None = None
    concluded: ConclusionMode | None = None
    stage: AgreementStatus | None = None
    without_agreement: bool = False
    outside_service: bool = False
    role: PartyRole | None = None
    lacking: bool = False
    with_retired: bool = False


@dataclass(frozen=True)
class SupplierLine:
    """One line of the list: the supplier, where it stands, and what is still missing."""

    supplier: Supplier
    covenant: CovenantStatus
    agreement: Agreement | None
    owed: list[Signal]


def find_suppliers(
    session: Any, wanted: Wanted, on: date, skip: int = 0, most: int | None = None, order: Order = USUAL
) -> tuple[list[SupplierLine], int]:
    """Return the lines from `skip` on, at most `most`, in this order, and how many suppliers there are in all."""
    found = select(Supplier).where(*conditions(wanted, on)).order_by(*ordering(orders(on), order))
    if wanted.lacking:
        lines = [line for line in _lines(session, found, on) if line.owed]
        return lines[skip:][:most], len(lines)
    total = session.scalar(select(func.count()).select_from(found.order_by(None).subquery()))
    return _lines(session, found.offset(skip).limit(most), on), total


def _lines(session: Any, found: Select[Any], on: date) -> list[SupplierLine]:
    return [_line(supplier, on) for supplier in session.scalars(found.options(*owed_reads()))]


def _line(supplier: Supplier, on: date) -> SupplierLine:
    standing = standing_agreements(supplier, on)
    newest = standing or supplier.agreements[-1:]
    return SupplierLine(supplier, supplier.covenant_status(on), next(iter(newest), None), owed(supplier, on))


def conditions(wanted: Wanted, on: date) -> list[ColumnElement[bool]]:
    """Return the conditions for a supplier that is asked for; `lacking` is none of them, it needs the whole file."""
    conditions: list[ColumnElement[bool]] = []
    if not wanted.with_retired:
        conditions.append(or_(Supplier.retired_on.is_(None), Supplier.retired_on > on))
    if wanted.words:
        of_product = Supplier.products.any(product_named(wanted.words))
        conditions.append(or_(supplier_named(wanted.words), of_product))
    if wanted.covenant is not None:
        known = func.coalesce(_covenant(on), CovenantStatus.UNKNOWN)
        conditions += [Supplier.role == PartyRole.PROCESSOR, known == wanted.covenant]
    if wanted.concluded is not None:
        conditions.append(Supplier.agreements.any(Agreement.conclusion_mode == wanted.concluded))
    if wanted.stage is not None:
        conditions.append(Supplier.agreements.any(Agreement.status == wanted.stage))
    if wanted.without_agreement:
        conditions.append(not_(Supplier.agreements.any(_stands(on))))
    if wanted.outside_service:
        in_service = Supplier.agreements.any(Agreement.channel == Channel.NATIONAL_SERVICE)
        conditions += [Supplier.role == PartyRole.PROCESSOR, not_(in_service)]
    if wanted.role is not None:
        conditions.append(Supplier.role == wanted.role)
    return conditions


def orders(on: date) -> Orders:
    """Return what the list can be ordered by."""
    others = (func.lower(Supplier.name), Supplier.id)
    known = func.coalesce(_covenant(on), CovenantStatus.UNKNOWN)
    return {
        "naam": others,
        "convenant": (by_rank(known, CovenantStatus), *others),
    }


def _stands(on: date) -> ColumnElement[bool]:
    """That an agreement is not refused and its last day is not past."""
    stops = and_(Agreement.renewal == Renewal.NONE, Agreement.ends_on.is_not(None))
    last = case((Agreement.ended_on.is_not(None), Agreement.ended_on), (stops, Agreement.ends_on))
    return and_(Agreement.status != AgreementStatus.REFUSED, func.coalesce(last, on) >= on)


def _covenant(on: date) -> Any:
    newest = (CovenantEntry.checked_on.desc(), CovenantEntry.id.desc())
    of_supplier = select(CovenantEntry.status).where(CovenantEntry.supplier_id == Supplier.id)
    return of_supplier.where(CovenantEntry.checked_on <= on).order_by(*newest).limit(1).scalar_subquery()
