"""The rows of a list as typed values: `entries(table, reading)`."""

from collections.abc import Iterator

from registry.exchange.lists.catalogue import products_in
from registry.exchange.lists.entry import Column, Entry, ListKind, Problem, Reading, Value
from registry.exchange.lists.fields import plain
from registry.exchange.lists.matrices import CROSSES, recipients, turned, with_schools
from registry.exchange.lists.refusing import refused
from registry.exchange.lists.rows import row_values
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
        columns = [column for column in reading.columns if column.field and column.reason != CROSSES]
        crosses = [column for column in reading.columns if column.field and column.reason == CROSSES]
        for row in table.rows:
            yield from _of_row(table, reading, row, columns, crosses)


def _is_turned(reading: Reading) -> bool:
    across = {column.field for column in reading.columns if column.reason == CROSSES}
    return "product.name" in across and any(column.field == "use.schools" for column in reading.columns)


def _of_row(table: Table, reading: Reading, row: Row, columns: list[Column], crosses: list[Column]) -> Iterator[Entry]:
    if problem := refused(table, row, reading):
        yield Entry(table.sheet, row.number, {}, (problem,))
        return
    values, problems = row_values(row, columns)
    _complete(table, reading, row, values, problems)
    if crosses:
        yield from with_schools(table, row, values, crosses, problems)
        return
    names = products_in(str(values["product.name"])) if "product.name" in values else ()
    if len(names) < 2:
        yield Entry(table.sheet, row.number, values, tuple(problems))
    for name in names if len(names) > 1 else ():
        yield Entry(table.sheet, row.number, values | {"product.name": name}, tuple(problems), split=True)


def _complete(table: Table, reading: Reading, row: Row, values: dict[str, Value], problems: list[Problem]) -> None:
    """Add what the kind of list says by itself."""
    has_status = any(column.field == "covenant.status" for column in reading.columns)
    if reading.kind is ListKind.COVENANT and not has_status and "supplier.name" in values:
        values["covenant.status"] = "participant"
    ended = [place for place, heading in enumerate(table.headings) if plain(heading) == "einddatum periode"]
    if reading.kind is ListKind.BOARDS and any(row.cells[place] is not None for place in ended):
        problems.append(Problem("", "Deze regel gaat over een periode die afgelopen is."))
