"""The tables of an import as entries: which table, which columns, and what a person chose for them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from registry.errors import BrokenRule
from registry.exchange.lists.entries import entries
from registry.exchange.lists.entry import Entry, ListKind, Reading
from registry.exchange.lists.kinds import cross_columns
from registry.exchange.lists.recognising import recognise, remapped
from registry.exchange.tables.table import Table, Workbook
from registry.identifiers import name_key
from registry.model import Import, School
from registry.services.imports.choices import Choices
from registry.services.imports.fields import Headings
from registry.services.imports.keeping import Blanked, problems_of, unpacked

EVERY = -1
"""The choice of all tables at once: a register as this one writes it has a sheet for each kind of record."""


@dataclass(frozen=True)
class Chosen:
    """The tables of an import that are read, each with its reading; `blanked` is what was left out of them."""

    workbook: Workbook
    parts: tuple[tuple[Table, Reading], ...]
    blanked: Blanked

    @property
    def kind(self) -> ListKind:
        """Which kind of list it is."""
        return self.parts[0][1].kind

    @property
    def headings(self) -> Headings:
        """Where each field stands."""
        columns = [column for _, reading in self.parts for column in reading.columns if column.field]
        return Headings({column.field: column.heading for column in reversed(columns)})

    def entries(self) -> list[Entry]:
        """Return every entry; a row of which a cell was left out has a problem for it."""
        return [entry for table, reading in self.parts for entry in self._of(table, reading)]

    def _of(self, table: Table, reading: Reading) -> Iterator[Entry]:
        here = {row.number for row in table.rows}
        left = {row for sheet, row in self.blanked if sheet == table.sheet and row in here}
        told: set[int] = set()
        for entry in entries(table, reading):
            if entry.row in left:
                told.add(entry.row)
                entry = replace(entry, problems=(*entry.problems, *problems_of(self.blanked, entry.sheet, entry.row)))
            yield entry
        for row in sorted(left - told):  # nothing else stood there: it must not vanish without a word
            yield Entry(table.sheet, row, {}, tuple(problems_of(self.blanked, table.sheet, row)))


def chosen_tables(one: Import) -> Chosen:
    """Return the tables of this import, read as was chosen or else as recognised."""
    return chosen_from(*unpacked(one.file.content.content), Choices.read(one.choices))


def chosen_from(workbook: Workbook, blanked: Blanked, choices: Choices) -> Chosen:
    """Return the tables of a workbook, read as was chosen or else as recognised."""
    if choices.table == EVERY:
        parts = tuple(every_sheet(workbook))
        if parts:
            return Chosen(workbook, parts, blanked)
    table = workbook.tables[choices.table if 0 <= choices.table < len(workbook.tables) else 0]
    return Chosen(workbook, ((table, _reading(table, choices)),), blanked)


def every_sheet(workbook: Workbook) -> Iterator[tuple[Table, Reading]]:
    """Yield the tables of a register as this one writes it."""
    for table in workbook.tables:
        reading = recognise(table)
        if reading.kind is ListKind.REGISTER:
            yield table, reading


def first_choice(session: Any, workbook: Workbook, source: str, kind: str = "") -> Choices:
    """Return what is proposed: all sheets of a register, else the table of which most columns are recognised.

    `kind` is what a person said that it is, "" for what it seems to be, also by the schools that we know.
    """
    if not kind and len(list(every_sheet(workbook))) > 1:
        return Choices(table=EVERY, kind=ListKind.REGISTER, source=source)
    readings = [recognise(table, kind_named(kind) if kind else None) for table in workbook.tables]
    known = [sum(bool(column.field) for column in reading.columns) for reading in readings]
    best = known.index(max(known))
    found = readings[best].kind
    if not kind and found is ListKind.SUPPLIERS and _has_schools_across(session, workbook.tables[best]):
        found = ListKind.MATRIX
    return Choices(table=best, kind=found, source=source)


def _has_schools_across(session: Any, table: Table) -> bool:
    schools = {name_key(name) for name in session.scalars(select(School.name))}
    return any(name_key(table.headings[place]) in schools for place in cross_columns(table))


def fingerprint(table: Table) -> str:
    """Return what tells these headings from others, whatever their capitals and blanks."""
    headings = [" ".join(heading.casefold().split()) for heading in table.headings]
    return sha256("\n".join(headings).encode()).hexdigest()


def kind_named(kind: str) -> ListKind:
    """Return the kind of list with this name; BrokenRule, at the field "kind", for none."""
    try:
        return ListKind(kind)
    except ValueError:
        known = ", ".join(ListKind)
        raise BrokenRule(f"De soort lijst “{kind}” is er niet. Kies uit: {known}.", field="kind") from None


def _reading(table: Table, choices: Choices) -> Reading:
    reading = recognise(table)
    if choices.kind and choices.kind != reading.kind:
        reading = recognise(table, kind_named(choices.kind))
    columns = choices.columns or {}
    other = {one.index: columns[one.index] for one in reading.columns if columns.get(one.index, one.field) != one.field}
    return remapped(reading, table, other) if other else reading
