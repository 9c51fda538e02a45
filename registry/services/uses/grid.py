"""The grid: what a person's ticks come to, and doing all of it at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.database import change
from registry.dutch import long_date
from registry.errors import NotFound
from registry.model import Product, School, Use
from registry.queries.board.history import changes_since
from registry.services.uses.uses import end_use, refusals, start_use

SAVED = "gebruik aangevinkt"
Pair = tuple[int, int]


@dataclass(frozen=True)
class Marks:
    """What a person asks for: (school, product) pairs to start, and uses to end, each with the version they saw."""

    starts: frozenset[Pair] = frozenset()
    ends: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """A square of the grid: a school, a product, and every use that there is or was between them."""

    school: School
    product: Product
    uses: list[Use]

    def running(self, on: date) -> Use | None:
        """Return the use that runs on this date or starts later."""
        return next((use for use in reversed(self.uses) if not use.is_over(on)), None)


@dataclass(frozen=True)
class Plan:
    """What starts and ends on the day `on`; `news` tells what others changed since, `faults` what cannot be done."""

    on: date
    starts: list[Cell]
    ends: list[Use]
    news: list[str]
    faults: list[str]

    @property
    def started(self) -> list[Pair]:
        """The (school, product) pairs that start."""
        return [(cell.school.id, cell.product.id) for cell in self.starts]

    @property
    def ended(self) -> list[int]:
        """The numbers of the uses that end."""
        return [use.id for use in self.ends]

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.starts or self.ends)


def plan_marks(session: Any, marks: Marks, on: date, today: date) -> Plan:
    """Return what these marks come to; NotFound for a school, product or use that the viewer may not see."""
    cells, uses = _cells(session, marks.starts), _uses(session, marks.ends)
    started = [use for cell in cells if (use := cell.running(today))]
    changed = [use for use in uses if use.version != marks.ends[use.id]]
    starts = [cell for cell in cells if not cell.running(today)]
    ends = [use for use in uses if use not in changed or not use.is_over(today)]
    news = [_started(use) for use in started]
    news += [sentence for use in changed for sentence in _changes(session, use, marks.ends[use.id])]
    return Plan(on, starts, ends, news, [*_start_faults(starts, on), *_end_faults(ends, on)])


def mark_grid(session: Any, started: Iterable[Pair], ended: Iterable[int], on: date) -> None:
    """Start a use for every (school, product) and end every use named, all on one day, all or nothing."""
    with change(session, SAVED):
        for number in ended:
            end_use(session, number, on)
        for school_number, product_number in started:
            start_use(session, school_number, product_number, {"since": on})


def _cells(session: Any, pairs: Iterable[Pair]) -> list[Cell]:
    schools = _by_number(session, School, {school for school, _ in pairs})
    products = _by_number(session, Product, {product for _, product in pairs})
    uses = defaultdict(list)
    among = select(Use).where(Use.school_id.in_(schools), Use.product_id.in_(products)).order_by(Use.since)
    for use in session.scalars(among):
        uses[use.school_id, use.product_id].append(use)
    cells = [Cell(schools[school], products[product], uses[school, product]) for school, product in pairs]
    return sorted(cells, key=_in_order)


def _uses(session: Any, numbers: Iterable[int]) -> list[Use]:
    found = _by_number(session, Use, set(numbers), joinedload(Use.school), joinedload(Use.product))
    return sorted(found.values(), key=_in_order)


def _by_number(session: Any, kind: Any, numbers: set[int], *options: Any) -> dict[int, Any]:
    found = {one.id: one for one in session.scalars(select(kind).where(kind.id.in_(numbers)).options(*options))}
    if len(found) != len(numbers):
        raise NotFound
    return found


def _in_order(cell: Cell | Use) -> tuple[str, int, str]:
    return cell.product.name.casefold(), cell.product.id, cell.school.name.casefold()


def _started(use: Use) -> str:
    return f"{use.school.name} gebruikt {use.product.name} intussen al, sinds {long_date(use.since)}."


def _changes(session: Any, use: Use, seen: int) -> Iterator[str]:
    for label, old, new in changes_since(session, use, seen):
        was = f"was {old or 'leeg'}, is nu {new or 'leeg'}"
        yield f"{use.school.name}, {use.product.name}: “{label}” is intussen gewijzigd ({was})."


def _start_faults(cells: list[Cell], on: date) -> Iterator[str]:
    for cell in cells:
        faults = refusals(cell.school, cell.product, on, None, cell.uses)
        yield from (fault.sentence for fault in faults)


def _end_faults(uses: list[Use], on: date) -> Iterator[str]:
    for use in uses:
        if on < use.since:
            what = f"{use.school.name} gebruikt {use.product.name} pas sinds {long_date(use.since)}"
            yield f"{what}; de laatste dag kan niet eerder zijn."
