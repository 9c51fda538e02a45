"""What is due as a list to read: under headings when it is long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.calendar import add_months
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem

LONG = 6  # as many lines as can be overlooked at once: more get headings
MOST_IN_LIST = 12
MOST_IN_GROUP = 5
FEW_ROUNDS = 3  # a coordinator's own: work that waits for nobody else, and that is easily buried


@dataclass(frozen=True)
class DueGroup:
    """Some of what is due, under a heading ("" for none): what is shown at once, and the rest behind a line `more`."""

    heading: str
    shown: Sequence[DueItem]
    rest: Sequence[DueItem]
    more: str


def due_groups(items: Sequence[DueItem], on: date) -> list[DueGroup]:
    """Return the items as one list, or when there are many: what is late, what is for now, what is for later.

    What is for later stands behind a line: it can wait, and so can its reader. Breaches come first, under a heading of
    their own, above what is late: they count hours. Then the questions of a round, where these are of a few schools.
    """
    rounds = sum(item.kind is DeadlineKind.ROUND for item in items)
    first = (DeadlineKind.BREACH, DeadlineKind.ROUND) if rounds <= FEW_ROUNDS else (DeadlineKind.BREACH,)
    items = sorted(items, key=lambda item: first.index(item.kind) if item.kind in first else len(first))
    leaks = [item for item in items if item.kind is DeadlineKind.BREACH]
    if leaks and len(items) > LONG:
        rest = [item for item in items if item.kind is not DeadlineKind.BREACH]
        return [_group("Datalek", leaks, MOST_IN_GROUP), *due_groups(rest, on)]
    next_month = add_months(on, 1)
    late = [item for item in items if item.is_overdue(on)]
    later = [item for item in items if item.on > next_month]
    now = [item for item in items if item.on <= next_month and not item.is_overdue(on)]
    if len(items) <= LONG or (not later and not (late and now)):
        return [_group("", items, MOST_IN_LIST)] if items else []
    near = [("Te laat", late), ("Nu en de komende maand", now)]
    groups = [_group(heading, some, MOST_IN_GROUP) for heading, some in near if some]
    return [*groups, DueGroup("", (), later, f"Later: {len(later)}")] if later else groups


def _group(heading: str, items: Sequence[DueItem], most: int) -> DueGroup:
    shown = len(items) if len(items) == most + 1 else most  # a line "Nog 1" takes the room of what it hides
    return DueGroup(heading, items[:shown], items[shown:], f"Nog {len(items) - shown}")
