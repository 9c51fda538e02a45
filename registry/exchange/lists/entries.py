"""The rows of a list as typed values: `entries(table, reading)`."""

from collections.abc import Iterator
from dataclasses import replace

from registry.exchange.lists.catalogue import products_in
from registry.exchange.lists.entry import Entry, ListKind, Problem, Reading, Value
from registry.exchange.lists.fields import plain
from registry.exchange.lists.matrices import CROSSES, recipients, turned, with_schools
from registry.exchange.lists.refusing import Refusing
from registry.exchange.lists.rows import RowReader
from registry.exchange.tables.table import Row, Table


def entries(table: Table, reading: Reading) -> Iterator[Entry]:
    """Give what each row says, in the order of the file.

    A row with several products gives an entry for each. A matrix gives one for each product, with the number of its
    row, or of the headings where the products stand there. A cell that cannot be read is a problem; the other values
    of its row stay. A row with what can be a BSN has no values at all.
    """
    if reading.kind is ListKind.RECIPIENTS:
        yield from recipients(table, reading)
    elif reading.kind is ListKind.MATRIX and _is_turned(reading):
        yield from turned(table, reading)
    else:
        yield from _of_rows(table, reading)


def _is_turned(reading: Reading) -> bool:
    across = {column.field for column in reading.columns if column.reason == CROSSES}
    return "product.name" in across and any(column.field == "use.schools" for column in reading.columns)


def _of_rows(table: Table, reading: Reading) -> Iterator[Entry]:
    columns = [column for column in reading.columns if column.field and column.reason != CROSSES]
    crosses = [column for column in reading.columns if column.field and column.reason == CROSSES]
    refusing, says = Refusing(table, reading), _Said(table, reading)
    reader = RowReader(columns, is_ours=reading.kind is ListKind.REGISTER)
    for row in table.rows:
        if problem := refusing.why(row):
            yield Entry(table.sheet, row.number, {}, (problem,))
            continue
        values, problems = reader.read(row)
        says.add(row, values, problems)
        is_broken = any(not problem.word for problem in problems)  # a word that is asked about breaks nothing
        remarks = [] if is_broken else reader.remarks(row)
        if crosses:
            for entry in with_schools(table, row, values, crosses, problems):
                yield replace(entry, remarks=(*remarks, *entry.remarks)) if remarks else entry
        else:
            entry = Entry(table.sheet, row.number, values, tuple(problems), remarks=tuple(remarks))
            yield from [entry] if reading.kind is ListKind.REGISTER else _apart(entry)  # our own rows are one each


def _apart(entry: Entry) -> Iterator[Entry]:
    """Give an entry for each of the products that one cell names."""
    names = products_in(str(entry.values["product.name"])) if "product.name" in entry.values else ()
    if len(names) < 2:
        yield entry
    for name in names if len(names) > 1 else ():
        yield replace(entry, values={**entry.values, "product.name": name}, split=True)


class _Said:
    """What the kind of a list says by itself, whatever its rows say."""

    def __init__(self, table: Table, reading: Reading) -> None:
        has_status = any(column.field == "covenant.status" for column in reading.columns)
        self._takes_part = reading.kind is ListKind.COVENANT and not has_status
        ends = [place for place, heading in enumerate(table.headings) if plain(heading) == "einddatum periode"]
        self._ends = ends if reading.kind is ListKind.BOARDS else []

    def add(self, row: Row, values: dict[str, Value], problems: list[Problem]) -> None:
        """Add to the values and problems of a row."""
        if self._takes_part and "supplier.name" in values:
            values["covenant.status"] = "participant"
        if any(row.cells[place] is not None for place in self._ends):
            problems.append(Problem("", "Deze regel gaat over een periode die afgelopen is."))
