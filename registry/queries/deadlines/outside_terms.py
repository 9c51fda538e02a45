"""Schools that use a product while the agreement about it does not hold."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from registry.dutch import count, enumeration
from registry.model.deadline_kind import DeadlineKind
from registry.queries.agreements.terms import uses_outside_terms
from registry.queries.deadlines.due_item import DueItem


def due_outside_terms(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield per supplier the uses of this day outside the terms of its agreements, since the last day within one."""
    for supplier, group in groupby(uses_outside_terms(session, on), key=lambda one: one.use.product.supplier):
        found = list(group)
        products = enumeration(list(dict.fromkeys(one.use.product.name for one in found)))
        many = count(len({one.use.school_id for one in found}), "school gebruikt", "scholen gebruiken")
        told = f"{many} {products} van {supplier.name}, zonder overeenkomst die nu geldt. {found[0].nearest}"
        since, action = min(one.covered_until for one in found), "Maak een nieuwe afspraak"
        yield DueItem(DeadlineKind.OUTSIDE_TERM, since, supplier.name, told, action, "supplier", supplier.id)
