"""Uses: a school starts, changes or ends its use of a product; the grid does many at once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.dutch import short_date
from registry.errors import BrokenRule
from registry.model import Product, School, Use, UseModule
from registry.reference import active, facts
from registry.services.records import Fields, assign, edit, fetch


def start_use(
    session: Any, school_number: int, product_number: int, fields: Fields, modules: Iterable[int] = ()
) -> Use:
    """Return the new use; what is not given (purpose, heading) is proposed from the product."""
    with change(session, "gebruik begonnen"):
        use = Use(school=fetch(session, School, school_number), product=fetch(session, Product, product_number))
        with session.no_autoflush:
            assign(use, proposal_for(use.product) | dict(fields))
            _check(session, use, modules)
        session.add(use)
    return use


def edit_use(session: Any, number: int, seen: int, fields: Fields, modules: Iterable[int] = ()) -> Use:
    """Return the use with these fields and modules."""
    with change(session, "gebruik gewijzigd"):
        use = fetch(session, Use, number)
        with session.no_autoflush:
            edit(session, use, seen, fields)
            _check(session, use, modules)
    return use


def end_use(session: Any, number: int, on: date) -> Use:
    """Return the use with its last day; it stays in the register."""
    with change(session, "gebruik beëindigd"):
        use = fetch(session, Use, number)
        use.end(on)
        use.version += 1
    return use


def mark_grid(session: Any, started: Iterable[tuple[int, int]], ended: Iterable[int], on: date) -> None:
    """Start a use for every (school, product) and end every use named, all on one day, all or nothing."""
    with change(session, "gebruik aangevinkt"):
        for number in ended:
            end_use(session, number, on)
        for school_number, product_number in started:
            start_use(session, school_number, product_number, {"since": on})


def proposal_for(product: Product) -> dict[str, Any]:
    """Return what a new use takes over from its product: the plain purpose and the heading for its kind."""
    headings = active(facts().guide_headings)
    fitting = (heading.code for heading in headings if product.kind in heading.product_kinds)
    return {"purpose_plain": product.purpose_plain, "guide_heading": next(fitting, "")}


def _check(session: Any, use: Use, modules: Iterable[int]) -> None:
    if use.since is None:
        raise BrokenRule("Vul in sinds wanneer de school het product gebruikt.", field="since")
    if use.until is not None and use.until < use.since:
        raise BrokenRule("De laatste dag kan niet voor de eerste dag liggen.", field="until")
    _refuse_overlap(session, use)
    _set_modules(use, set(modules))


def _refuse_overlap(session: Any, use: Use) -> None:
    others = session.scalars(
        select(Use).where(Use.school_id == use.school.id, Use.product_id == use.product.id, Use.id != (use.id or 0))
    )
    for other in others:
        if other.overlaps(use.since, use.until):
            raise BrokenRule(
                f"{use.school.name} gebruikt {use.product.name} al sinds {short_date(other.since)}.", field="since"
            )


def _set_modules(use: Use, modules: set[int]) -> None:
    known = {module.id for module in use.product.modules}
    if modules - known:
        raise BrokenRule("Dit onderdeel hoort niet bij het product.", field="modules")
    kept = [row for row in use.modules if row.module_id in modules]
    new = modules - {row.module_id for row in kept}
    use.modules[:] = [*kept, *(UseModule(module_id=number) for number in sorted(new))]
