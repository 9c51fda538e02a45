"""The supplier list of one school: what screen, schoolgids and public page show of its uses on one day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from registry.errors import NotFound
from registry.model import School
from registry.queries.together import shared
from registry.queries.uses.pupil_uses import concerns_pupils
from registry.queries.uses.school_counts import Counts, counts_of
from registry.queries.uses.school_rows import Line, ListRow, is_recipient, row_of
from registry.queries.uses.use_lines import UseLine, lines_of
from registry.reference import facts

LEARNING_MATERIALS = "learning_materials"


@dataclass(frozen=True)
class ListGroup:
    """The lines under one heading of the list."""

    heading: str
    lines: tuple[Line, ...]

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What parents read."""
        return tuple(row for _, row in self.lines)


@dataclass(frozen=True)
class SchoolList:
    """Which suppliers get data of this school's pupils on this day, grouped as parents read it.

    `recipients` are the organisations that decide for themselves what they do with the data, by law or by a task of
    their own; they stand apart.
    """

    school: School
    on: date
    only_learning_materials: bool
    groups: tuple[ListGroup, ...]
    recipients: tuple[Line, ...]
    counts: Counts

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, the recipients last."""
        return (*(line for group in self.groups for line in group.lines), *self.recipients)

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """All rows, the recipients last."""
        return tuple(row for _, row in self.lines)

    @property
    def uses(self) -> tuple[UseLine, ...]:
        """What the rows are about, the recipients' too."""
        return tuple(use for use, _ in self.lines)

    def part(self, skip: int, most: int) -> "SchoolList":
        """Return this list with at most `most` of its lines after `skip`; its numbers remain those of the whole."""
        shown = set(map(id, self.lines[skip : skip + most]))
        groups = [replace(one, lines=tuple(line for line in one.lines if id(line) in shown)) for one in self.groups]
        recipients = tuple(line for line in self.recipients if id(line) in shown)
        return replace(self, groups=tuple(one for one in groups if one.lines), recipients=recipients)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.groups and not self.recipients


def school_list(
    session: Any, school_id: int, on: date, only_learning_materials: bool = False, everything: bool = False
) -> SchoolList:
    """Return the list of this school on this day; NotFound when there is no such school for the session's viewer.

    Only uses that run on this day and stand in the schoolgids, by the order of their heading, their own order and
    their name. With `only_learning_materials` only learning materials and tests, and no recipients. With `everything`
    also what is kept out of the schoolgids, but for products that by their annex hold nothing of pupils or parents.
    """
    school = session.get(School, school_id)
    if school is None:
        raise NotFound("Deze school staat niet in het register.")
    current = [use for use in lines_of(session, school.id) if use.is_current(on)]
    about = [use for use in current if not only_learning_materials or _is_learning_material(use)]
    told = [use for use in about if (concerns_pupils(use.product, on) if everything else use.in_guide)]
    known = shared(session, "school_rows")
    lines = sorted([Line(use, row_of(use, on, known)) for use in told], key=_place)
    suppliers = [line for line in lines if not line.row.is_recipient]
    recipients = [] if only_learning_materials else [line for line in lines if line.row.is_recipient]
    numbers = counts_of(_rows(suppliers), _rows(recipients), is_complete=len(told) == len(about))
    groups = tuple(_groups(suppliers))
    return SchoolList(school, on, only_learning_materials, groups, tuple(recipients), numbers)


def _is_learning_material(use: UseLine) -> bool:
    heading = facts().guide_headings.get(LEARNING_MATERIALS)
    kinds = heading.product_kinds if heading else ()
    is_supplier = not is_recipient(use.product, use.guide_heading)
    return is_supplier and (use.product.kind in kinds or use.guide_heading == LEARNING_MATERIALS)


def _place(line: Line) -> tuple[int, str, int, str]:
    use, row = line
    return row.heading.order, row.heading.code, use.guide_order, row.product.casefold()


def _rows(lines: Iterable[Line]) -> list[ListRow]:
    return [row for _, row in lines]


def _groups(lines: Iterable[Line]) -> Iterable[ListGroup]:
    for heading, group in groupby(lines, key=lambda line: line.row.heading):
        yield ListGroup(heading.label, tuple(group))
