"""The list of suppliers: who is asked for, and what the list says of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, not_, or_, select

from registry.model import Agreement, CovenantEntry, Supplier
from registry.model.agreement_lists import AgreementStatus, Channel, ConclusionMode, Renewal
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import standing_agreements
from registry.queries.lists.listing import USUAL, Order, Orders, by_rank, ordering, part_of
from registry.queries.lists.named import product_named, supplier_named
from registry.queries.signals.signal import Signal
from registry.queries.signals.some_files import lacking_files, with_agreements
from registry.queries.suppliers.owed import owed


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
class WithAgreement:
    """A supplier as plain values, with the agreement that a list tells of; None when there is none."""

    supplier: Supplier
    agreement: Agreement | None


@dataclass(frozen=True)
class SupplierLine(WithAgreement):
    """One line of the list: also where the supplier stands in the covenant, and what is still missing."""

    covenant: CovenantStatus
    owed: list[Signal]


def find_suppliers(
    session: Any, wanted: Wanted, on: date, skip: int = 0, most: int | None = None, order: Order = USUAL
) -> tuple[list[SupplierLine], int]:
    """Return the lines from `skip` on, at most `most`, in this order, and how many suppliers there are in all."""
    numbers, total = find_numbers(session, wanted, on, skip, most, order)
    return [_line(supplier, on) for supplier in lacking_files(session, numbers, on)], total


def find_with_agreement(
    session: Any, wanted: Wanted, on: date, skip: int = 0, most: int | None = None
) -> tuple[list[WithAgreement], int]:
    """Return these suppliers from `skip` on, at most `most`, each with its agreement, and how many there are in all."""
    numbers, total = find_numbers(session, wanted, on, skip, most)
    return [WithAgreement(one, _newest_agreement(one, on)) for one in with_agreements(session, numbers)], total


def find_numbers(
    session: Any, wanted: Wanted, on: date, skip: int = 0, most: int | None = None, order: Order = USUAL
) -> tuple[Sequence[int], int]:
    """Return the numbers of these suppliers, cut out of the whole in the same way, and how many there are in all."""
    found = select(Supplier.id).where(*conditions(wanted, on)).order_by(*ordering(orders(on), order))
    if wanted.lacking:
        files = lacking_files(session, session.scalars(found).all(), on)
        lacking = [one.id for one in files if owed(one, on)]
        return lacking[skip:][:most], len(lacking)
    rows, total = part_of(session, found, Supplier.id, skip, most)
    return [number for (number,) in rows], total


def _line(supplier: Supplier, on: date) -> SupplierLine:
    return SupplierLine(supplier, _newest_agreement(supplier, on), supplier.covenant_status(on), owed(supplier, on))


def _newest_agreement(supplier: Supplier, on: date) -> Agreement | None:
    """What counts now, or else the last one."""
    return next(iter(standing_agreements(supplier, on) or supplier.agreements[-1:]), None)


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
