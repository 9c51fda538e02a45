"""Uses beside the terms of agreements: on which day does a school use a product while no agreement about it holds?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.dutch import long_date
from registry.model import Agreement, AgreementProduct, Product, Supplier, Use
from registry.model.agreement_lists import AgreementStatus
from registry.queries.together import shared

DAY = timedelta(days=1)
Term = tuple[date, date | None]


@dataclass(frozen=True)
class OutsideTerm:
    """A day of a use on which no agreement about its product holds, though one did before or will after."""

    use: Use
    on: date
    terms: Sequence[Term]

    @property
    def sentence(self) -> str:
        """What is so, and what the nearest agreement says."""
        product = self.use.product
        told = f"Op {long_date(self.on)} geldt er geen overeenkomst met {product.supplier.name} voor {product.name}."
        return f"{told} {self.nearest}"

    @property
    def nearest(self) -> str:
        """When the next agreement starts, or else when the last one ended."""
        if starts := [start for start, _ in self.terms if start > self.on]:
            return f"De overeenkomst gaat pas in op {long_date(min(starts))}."
        return f"De overeenkomst liep tot en met {long_date(self.covered_until)}."

    @property
    def covered_until(self) -> date:
        """The last day of the use that an agreement covered; the day before the use when there is none."""
        ends = [end for _, end in self.terms if end is not None and end < self.on]
        return max(ends, default=self.use.since - DAY)


def outside_term(session: Any, use: Use) -> OutsideTerm | None:
    """Return the first day of this use without an agreement; None when there is no such day, or never was an agreement.

    That a product has no agreement at all is another matter than that its use lies outside the term of one.
    """
    terms = _terms(session, Agreement.products.any(AgreementProduct.product_id == use.product_id))[use.product_id]
    on = _first_day_outside(terms, use.since, use.until)
    return OutsideTerm(use, on, terms) if on else None


def uses_outside_terms(session: Any, on: date) -> list[OutsideTerm]:
    """Return the uses of this day that lie outside the terms of the agreements about their product, by supplier."""
    known = shared(session, "uses_outside_terms")
    if on not in known:
        known[on] = _outside(session, on)
    return known[on]  # type: ignore[no-any-return]


def _outside(session: Any, on: date) -> list[OutsideTerm]:
    all_terms = _terms(session)
    lapsed = [product for product, terms in all_terms.items() if _first_day_outside(terms, on, on)]
    today = select(Use).where(Use.current_on(on))
    names = (joinedload(Use.school), joinedload(Use.product).joinedload(Product.supplier))
    uses = session.scalars(today.where(Use.product_id.in_(lapsed)).options(*names))
    found = [OutsideTerm(use, on, all_terms[use.product_id]) for use in uses]
    return sorted(found, key=_place)


def _place(outside: OutsideTerm) -> tuple[str, int, str]:
    product = outside.use.product
    return product.supplier.name.casefold(), product.supplier_id, product.name.casefold()


def _terms(session: Any, *about: Any) -> Mapping[int, list[Term]]:
    terms = defaultdict(list)
    for agreement in _read(session, *about) if about else all_agreements(session):
        if (term := _term(agreement)) is not None:
            for covered in agreement.products:
                terms[covered.product_id].append(term)
    return terms


def all_agreements(session: Any) -> Sequence[Agreement]:
    """Return every agreement with its supplier's name and its products, in no order."""
    known = shared(session, "agreements")
    if not known:
        known["all"] = _read(session)
    return known["all"]  # type: ignore[no-any-return]


def _read(session: Any, *about: Any) -> Sequence[Agreement]:
    reads = joinedload(Agreement.products), joinedload(Agreement.supplier).load_only(Supplier.name)
    return session.scalars(select(Agreement).where(*about).options(*reads)).unique().all()  # type: ignore[no-any-return]


def _term(agreement: Agreement) -> Term | None:
    if agreement.status is AgreementStatus.NOT_NEEDED:
        return date.min, None
    if not agreement.status.was_in_force:
        return None
    return agreement.starts_on or date.min, agreement.last_day


def _first_day_outside(terms: Sequence[Term], since: date, until: date | None) -> date | None:
    """The first day of the period that no term covers; None when all are, or when there are no terms."""
    day = since
    for start, end in sorted(terms, key=lambda term: term[0]):
        if start > day:
            break
        if end is None:
            return None
        day = max(day, end + DAY)
    return day if terms and (until is None or day <= until) else None
