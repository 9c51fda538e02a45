"""The list of agreements of all suppliers: what was agreed, where it stands, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager, selectinload

from registry.calendar import add_months
from registry.model import Agreement, Supplier
from registry.model.agreement import AgreementProduct
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.queries.board.overview import in_force
from registry.queries.lists.listing import Order, Orders, by_label, by_rank, ordering, part_of
from registry.queries.lists.named import holding, product_named, supplier_named
from registry.reference import facts

OVER = (AgreementStatus.SUPERSEDED, AgreementStatus.TERMINATED, AgreementStatus.REFUSED)
LAST_DAY = func.coalesce(Agreement.ended_on, Agreement.ends_on)


@dataclass(frozen=True)
class WantedAgreements:
    """Which agreements are asked for; what is empty or None does not narrow.

    `ends_within`: its last day lies within so many months from the date of the list. `with_past`: those that are
    replaced, ended or refused as well; who asks for one stage gets all in it. `in_force`: on the date of the list.
    """

    words: str = ""
    arrangement: str = ""
    stage: AgreementStatus | None = None
    concluded: ConclusionMode | None = None
    ends_within: int | None = None
    with_past: bool = False
    in_force: bool = False


def find_agreements(
    session: Any, wanted: WantedAgreements, on: date, order: Order, skip: int = 0, most: int | None = None
) -> tuple[Sequence[Agreement], int]:
    """Return at most `most` agreements after `skip` in this order, and how many there are in all."""
    covered = selectinload(Agreement.products).joinedload(AgreementProduct.product)
    asked = select(Agreement).join(Agreement.supplier).options(contains_eager(Agreement.supplier), covered)
    found = asked.where(*conditions(wanted, on)).order_by(*ordering(orders(), order))
    rows, total = part_of(session, found, Agreement.id, skip, most)
    return [agreement for (agreement,) in rows], total


def orders() -> Orders:
    """Return what the list can be ordered by."""
    others = (func.lower(Supplier.name), Agreement.id)
    return {
        "leverancier": others,
        "soort": (by_label(Agreement.arrangement, facts().arrangements), *others),
        "stand": (by_rank(Agreement.status, AgreementStatus), *others),
        "begin": (Agreement.starts_on, *others),
        "einde": (LAST_DAY, *others),
    }


def conditions(wanted: WantedAgreements, on: date) -> list[ColumnElement[bool]]:
    """Return the conditions for an agreement, and its supplier, that is asked for."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.in_force:
        conditions.append(in_force(on))
    elif not wanted.with_past and wanted.stage is None:
        conditions.append(Agreement.status.not_in(OVER))
    if wanted.words:
        conditions.append(_named(wanted.words))
    if wanted.arrangement:
        conditions.append(Agreement.arrangement == wanted.arrangement)
    if wanted.stage is not None:
        conditions.append(Agreement.status == wanted.stage)
    if wanted.concluded is not None:
        conditions.append(Agreement.conclusion_mode == wanted.concluded)
    if wanted.ends_within is not None:
        conditions.append(LAST_DAY.between(on, add_months(on, wanted.ends_within)))
    return conditions


def _named(words: str) -> ColumnElement[bool]:
    covered = Agreement.products.any(AgreementProduct.product.has(product_named(words)))
    return or_(supplier_named(words), covered, holding(words, Agreement.reference, Agreement.main_contract))
