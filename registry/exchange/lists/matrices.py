"""Lists with crosses: which columns they have, and what each product or recipient gets out of them."""

from collections.abc import Iterator
from datetime import date

from registry.exchange.lists.catalogue import is_product, is_supplier
from registry.exchange.lists.cells import written
from registry.exchange.lists.codes import find
from registry.exchange.lists.crosses import is_letter, marked, reads_as_school
from registry.exchange.lists.dates import read_as
from registry.exchange.lists.entry import Column, Entry, ListKind, Problem, Reading, Value
from registry.exchange.lists.fields import headings, plain
from registry.exchange.lists.refusing import Refusing
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.table import Row, Table

CROSSES = "kruisjes"
_LABEL = "de regels waar de kruisjes bij staan"
Groups = dict[date | bool, list[str]]


def matrix_columns(table: Table, kind: ListKind, crosses: list[int]) -> dict[int, Column]:
    """Return what the columns with crosses fill, and the column that says what their rows are about."""
    letters = _letters(table, set(crosses)) if kind is ListKind.RECIPIENTS else {}
    label = _label(table, [*crosses, *letters])
    if kind is ListKind.RECIPIENTS:
        across, down = "supplier.name", "annex.data"
    elif _has_schools_down(table, label, crosses):
        across, down = "product.name", "use.schools"
    else:
        across, down = "use.schools", _thing(table, label)
    columns = {place: Column(place, table.headings[place], across, CROSSES, 0.9) for place in crosses}
    if label is not None:
        columns[label] = Column(label, table.headings[label], down, _LABEL, 0.9)
    return columns | letters


def _label(table: Table, crosses: list[int]) -> int | None:
    """Return the first column before the crosses with the most text in it: the one that names the rows."""
    others = [place for place in range(len(table.headings)) if place not in crosses]
    named = [place for place in others if any(_is_name(row.cells[place]) for row in table.rows)]
    wanted = [place for place in named if {"product.name", "use.schools"} & set(_known(table, place))]
    return next(iter(wanted or named), None)


def _is_name(cell: object) -> bool:
    return isinstance(cell, str) and len(cell.strip()) > 2


def _known(table: Table, place: int) -> tuple[str, ...]:
    return headings().get(plain(table.headings[place]), ())


def _thing(table: Table, label: int | None) -> str:
    known = _known(table, label) if label is not None else ()
    return "supplier.name" if "supplier.name" in known[:1] else "product.name"


def _has_schools_down(table: Table, label: int | None, crosses: list[int]) -> bool:
    if label is None:
        return False
    known = _known(table, label)
    if "product.name" in known or "supplier.name" in known:
        return False
    if known and known[0] in ("use.schools", "school.name", "school.site_code"):
        return True
    down = [str(row.cells[label]) for row in table.rows[:100] if row.cells[label] is not None]
    across = [table.headings[place] for place in crosses]
    return _schools(down) + _things(across) > _schools(across) + _things(down)


def _schools(names: list[str]) -> float:
    return sum(map(reads_as_school, names)) / max(1, len(names))


def _things(names: list[str]) -> float:
    return sum(is_product(name) or is_supplier(name) for name in names) / max(1, len(names))


def _letters(table: Table, taken: set[int]) -> dict[int, Column]:
    """Return the column in which letters say for which purposes a datum serves."""
    for place in set(range(len(table.headings))) - taken:
        cells = [str(row.cells[place]) for row in table.rows if row.cells[place] is not None]
        if cells and all(len(part) == 1 for cell in cells for part in plain(cell).split()):
            return {place: Column(place, table.headings[place], "annex.purposes", "letters van doelen", 0.7)}
    return {}


def grouped(row: Row, columns: list[Column]) -> tuple[Groups, list[Problem]]:
    """Return the headings at which a row has a cross, by the day that stands in its place, or True for no day."""
    groups: Groups = {}
    problems = []
    for column in columns:
        try:
            mark = marked(row.cells[column.index])
        except Unreadable:
            problems.append(Problem(column.heading, "Hier staat iets anders dan een kruisje, ja of nee, of een datum."))
            continue
        if mark:
            groups.setdefault(mark, []).append(column.heading)
    return groups, problems


def turned(table: Table, reading: Reading) -> Iterator[Entry]:
    """Give an entry for each column of a matrix with the schools down: the product, and who uses it."""
    label = next(column.index for column in reading.columns if column.field == "use.schools")
    rows, refusals = _sifted(table, reading)
    yield from refusals
    for column in (column for column in reading.columns if column.field == "product.name"):
        groups: Groups = {}
        problems, remarks = [], []
        for row in rows:
            found, wrong = grouped(row, [column])
            problems += [Problem(column.heading, f"Rij {row.number}: {one.sentence}") for one in wrong]
            if not wrong and (words := read_as(row.cells[column.index])):
                remarks.append(Problem(column.heading, f"Rij {row.number}: {words}"))
            for mark in found:
                groups.setdefault(mark, []).append(written(row.cells[label]).strip())
        product: dict[str, Value] = {"product.name": column.heading}
        yield from _of_groups(table, product, groups, table.heading_row, tuple(problems), tuple(remarks))


def _of_groups(
    table: Table,
    values: dict[str, Value],
    groups: Groups,
    row: int,
    problems: tuple[Problem, ...],
    remarks: tuple[Problem, ...],
) -> Iterator[Entry]:
    for mark, names in (groups or {True: []}).items():
        schools: dict[str, Value] = {"use.schools": tuple(filter(None, names))} if any(names) else {}
        since: dict[str, Value] = {} if isinstance(mark, bool) else {"use.since": mark}
        yield Entry(table.sheet, row, values | schools | since, problems, len(groups) > 1, remarks)
        problems = ()


def with_schools(
    table: Table, row: Row, values: dict[str, Value], columns: list[Column], problems: list[Problem]
) -> Iterator[Entry]:
    """Give the entries of one product of a matrix: one, or one for each day on which schools began."""
    groups, wrong = grouped(row, columns)
    told = [(column.heading, read_as(row.cells[column.index])) for column in columns] if not wrong else []
    remarks = tuple(Problem(heading, words) for heading, words in told if words)
    yield from _of_groups(table, values, groups, row.number, (*problems, *wrong), remarks)


def recipients(table: Table, reading: Reading) -> Iterator[Entry]:
    """Give an entry for each recipient of tab F: which data, for which purposes, and on which legal ground."""
    rows, refusals = _sifted(table, reading)
    yield from refusals
    for column in (column for column in reading.columns if column.field == "supplier.name"):
        yield _recipient(table, reading, column, rows)


def _recipient(table: Table, reading: Reading, column: Column, rows: list[Row]) -> Entry:
    values: dict[str, Value] = {"supplier.name": column.heading}
    problems: list[Problem] = []
    crossed = []
    for row in rows:
        cell = row.cells[column.index]
        if cell is not None and is_letter(cell):
            values |= _ground(str(cell).strip())
            continue
        groups, wrong = grouped(row, [column])
        problems += [Problem(column.heading, f"Rij {row.number}: {one.sentence}") for one in wrong]
        crossed += [row] if groups else []
    for field, mark in (("annex.data", "; "), ("annex.purposes", ", ")):
        if named := _named(reading, field, crossed):
            values[field] = mark.join(named)
    return Entry(table.sheet, table.heading_row, values, tuple(problems))


def _ground(letter: str) -> dict[str, Value]:
    basis = find("legal_basis", letter)
    found: dict[str, Value] = {"use.legal_basis": basis} if basis else {}
    if basis == "legal_obligation":
        found |= {"supplier.role": "legal_recipient", "agreement.arrangement": "none_legal_duty"}
    return found


def _named(reading: Reading, field: str, rows: list[Row]) -> list[str]:
    places = [column.index for column in reading.columns if column.field == field]
    cells = [written(row.cells[place]).strip() for row in rows for place in places]
    return list(dict.fromkeys(filter(None, cells)))


def _sifted(table: Table, reading: Reading) -> tuple[list[Row], list[Entry]]:
    """Return the rows that may be read, and an entry for each that may not."""
    refusing = Refusing(table, reading)
    wrong = {row.number: problem for row in table.rows if (problem := refusing.why(row))}
    rows = [row for row in table.rows if row.number not in wrong]
    return rows, [Entry(table.sheet, number, {}, (problem,)) for number, problem in wrong.items()]
