"""Everything that the page of one supplier tells."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.model import Breach, Product, ProductParty, School, SubprocessorNotice, Supplier, Use
from registry.queries.agreements.arrangements import mismatch, proposed_arrangement
from registry.queries.board.custom_fields import OwnValue, custom_values
from registry.queries.cases.case_papers import breaches_of, notices_of
from registry.queries.signals.signal import Signal
from registry.queries.signals.some_files import whole_file
from registry.queries.signals.told import Told, of_supplier
from registry.queries.suppliers.owed import owed
from registry.reference.agreements import Arrangement


@dataclass(frozen=True)
class SupplierStory:
    """A supplier on a date, as plain values.

    `owed`: what its file lacks; `signals`: all that is to be said, also what is silenced. `mismatches` by the number of
    the agreement, `elsewhere` its part in others' products. `breaches` and `notices`: what happened, newest first.
    """

    supplier: Supplier
    on: date
    owed: list[Signal]
    signals: list[Told]
    proposed: Arrangement
    mismatches: dict[int, str]
    schools: list[tuple[School, list[Use]]]
    elsewhere: list[ProductParty]
    own: list[OwnValue]
    breaches: list[Breach]
    notices: list[SubprocessorNotice]


def supplier_story(session: Any, number: int, on: date) -> SupplierStory:
    """Return the story of this supplier on this date; NotFound when there is no such supplier."""
    supplier = whole_file(session, number, Supplier.aliases, Supplier.external_reviews)
    told = {agreement.id: mismatch(agreement, on) for agreement in supplier.agreements}
    signals = of_supplier(session, supplier, on)
    silent = {one.signal.key for one in signals if one.silence}
    return SupplierStory(
        supplier,
        on,
        [one for one in owed(supplier, on) if one.key not in silent],
        signals,
        proposed_arrangement(supplier, on),
        {number: sentence for number, sentence in told.items() if sentence},
        _schools(supplier, on),
        _elsewhere(session, supplier),
        custom_values(session, supplier=number),
        breaches_of(session, number),
        notices_of(session, number),
    )


def _schools(supplier: Supplier, on: date) -> list[tuple[School, list[Use]]]:
    uses = defaultdict(list)
    for product in supplier.products:
        for use in product.uses:
            if not use.is_over(on):
                uses[use.school].append(use)
    return sorted(uses.items(), key=lambda pair: pair[0].name.casefold())


def _elsewhere(session: Any, supplier: Supplier) -> list[ProductParty]:
    parties = select(ProductParty).where(ProductParty.supplier_id == supplier.id)
    with_names = joinedload(ProductParty.product).joinedload(Product.supplier)
    return list(session.scalars(parties.options(with_names).order_by(ProductParty.id)))
