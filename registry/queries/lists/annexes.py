"""The list of annex versions of one kind: of which product, which version, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager

from registry.model import PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.model.annex_state import AnnexStatus
from registry.queries.lists.listing import Order, Orders, by_rank, ordering, part_of
from registry.queries.lists.named import holding, product_named, supplier_named

Kind = type[PrivacyAnnex] | type[SecurityAnnex]
OVER = (AnnexStatus.SUPERSEDED, AnnexStatus.WITHDRAWN)


@dataclass(frozen=True)
class WantedAnnexes:
    """Which versions are asked for; what is empty or None does not narrow.

    `dated_before`: the annex itself bears an earlier date. `with_past`: those replaced or withdrawn as well; who asks
    for one stage gets all in it.
    """

    kind: Kind = PrivacyAnnex
    words: str = ""
    stage: AnnexStatus | None = None
    dated_before: date | None = None
    with_past: bool = False


def find_annexes(
    session: Any, wanted: WantedAnnexes, order: Order, skip: int = 0, most: int | None = None
) -> tuple[Sequence[PrivacyAnnex | SecurityAnnex], int]:
    """Return at most `most` versions after `skip` in this order, and how many there are in all."""
    kind: Any = wanted.kind
    asked = select(kind).join(kind.product).join(Product.supplier)
    loaded = asked.options(contains_eager(kind.product).contains_eager(Product.supplier))
    found = loaded.where(*conditions(wanted)).order_by(*ordering(orders(wanted.kind), order))
    rows, total = part_of(session, found, kind.id, skip, most)
    return [annex for (annex,) in rows], total


def orders(kind: Any) -> Orders:
    """Return what the list of this kind can be ordered by."""
    others = (func.lower(Product.name), Product.id, kind.id)
    return {
        "product": others,
        "leverancier": (func.lower(Supplier.name), *others),
        "datum": (kind.dated, *others),
        "stand": (by_rank(kind.status, AnnexStatus), *others),
        "vanaf": (kind.accepted_on, *others),
    }


def conditions(wanted: WantedAnnexes) -> list[ColumnElement[bool]]:
    """Return the conditions for a version, its product and its supplier."""
    kind: Any = wanted.kind
    conditions: list[ColumnElement[bool]] = []
    if not wanted.with_past and wanted.stage is None:
        conditions.append(kind.status.not_in(OVER))
    if wanted.words:
        named = (product_named(wanted.words), supplier_named(wanted.words), holding(wanted.words, kind.edition))
        conditions.append(or_(*named))
    if wanted.stage is not None:
        conditions.append(kind.status == wanted.stage)
    if wanted.dated_before is not None:
        conditions.append(kind.dated < wanted.dated_before)
    return conditions
