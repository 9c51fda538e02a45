"""Uses: a school starts, changes or ends its use of a product."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.dutch import long_date
from registry.errors import BrokenRule
from registry.model import Product, School, Use, UseModule
from registry.reference import active, facts
from registry.services.records import Fields, assign, edit, fetch


def start_use(
    session: Any,
    school_number: int,
    product_number: int,
    fields: Fields,
    modules: Iterable[int] = (),
    *,
    others: Iterable[Use] | None = None,
) -> Use:
    """Return the new use; what is not given (purpose, heading) is proposed from the product.

    `others` are all uses of this product by this school; without them the register is asked.
    """
    with change(session, "gebruik begonnen"):
        use = Use(school=fetch(session, School, school_number), product=fetch(session, Product, product_number))
        with session.no_autoflush:
            assign(use, proposal_for(use.product) | dict(fields))
            _check(session, use, others)
            _set_modules(use, set(modules))
        session.add(use)
    return use


def edit_use(session: Any, number: int, seen: int, fields: Fields, modules: Iterable[int] = ()) -> Use:
    """Return the use with these fields and modules."""
    with change(session, "gebruik gewijzigd"):
        use = fetch(session, Use, number)
        with session.no_autoflush:
            edit(session, use, seen, fields)
            _check(session, use)
            _set_modules(use, set(modules))
    return use


def end_use(session: Any, number: int, on: date, seen: int | None = None) -> Use:
    """Return the use with its last day; it stays in the register. `seen` is the version that its ender saw, if any."""
    with change(session, "gebruik beëindigd"):
        use = fetch(session, Use, number)
        with session.no_autoflush:
            edit(session, use, use.version if seen is None else seen, {})
            use.end(on)
            _check(session, use)
    return use


def note_groups(session: Any, number: int, seen: int, groups: str) -> Use:
    """Return the use with these groups and nothing else changed; its period was judged when it was saved."""
    with change(session, "groepen gewijzigd"):
        use = fetch(session, Use, number)
        edit(session, use, seen, {"groups": groups})
    return use


def proposal_for(product: Product) -> dict[str, Any]:
    """Return what a new use takes over from its product: the plain purpose and the heading for its kind."""
    headings = active(facts().guide_headings)
    fitting = (heading.code for heading in headings if product.kind in heading.product_kinds)
    return {"purpose_plain": product.purpose_plain, "guide_heading": next(fitting, "")}


def refusals(
    school: School, product: Product, since: date | None, until: date | None, others: Iterable[Use]
) -> Iterator[BrokenRule]:
    """Yield every rule that a use in this period breaks, beside the other uses of the same product by the school."""
    if since is None:
        yield BrokenRule("Vul in sinds wanneer de school het product gebruikt.", field="since")
        return
    if until is not None and until < since:
        yield BrokenRule("De laatste dag kan niet voor de eerste dag liggen.", field="until")
    for name, gone_on, what in (
        (school.name, school.closed_on, "gesloten"),
        (product.name, product.retired_on, "niet meer in gebruik"),
        (product.supplier.name, product.supplier.retired_on, "geen leverancier meer"),
    ):
        if gone_on is not None and (until is None or until >= gone_on):
            sentence = f"{name} is {what} sinds {long_date(gone_on)}. Een gebruik eindigt voor die dag."
            yield BrokenRule(sentence, field="since" if since >= gone_on else "until")
    yield from (_overlap(school, product, since, other) for other in others if other.overlaps(since, until))


def _overlap(school: School, product: Product, since: date, other: Use) -> BrokenRule:
    end = f" tot en met {long_date(other.until)}" if other.until else ""
    sentence = f"{school.name} gebruikt {product.name} al sinds {long_date(other.since)}{end}."
    return BrokenRule(sentence, field="since" if other.since <= since else "until")


def _check(session: Any, use: Use, others: Iterable[Use] | None = None) -> None:
    for fault in refusals(use.school, use.product, use.since, use.until, _others(session, use, others)):
        raise fault


def _others(session: Any, use: Use, others: Iterable[Use] | None) -> Iterable[Use]:
    if others is not None:
        return [other for other in others if other is not use]
    same = (Use.school_id == use.school.id, Use.product_id == use.product.id)
    return session.scalars(select(Use).where(*same, Use.id != (use.id or 0)))  # type: ignore[no-any-return]


def _set_modules(use: Use, modules: set[int]) -> None:
    if modules and modules - {module.id for module in use.product.modules}:
        raise BrokenRule("Dit onderdeel hoort niet bij het product.", field="modules")
    kept = [row for row in use.modules if row.module_id in modules]
    new = modules - {row.module_id for row in kept}
    use.modules[:] = [*kept, *(UseModule(module_id=number) for number in sorted(new))]
