"""One row of a list as values by field, with what could not be read."""

from collections.abc import Iterator
from datetime import date

from registry.exchange.lists.agreements import PartlyRead, agreement_in, model_alone
from registry.exchange.lists.catalogue import is_product, is_supplier, products_in
from registry.exchange.lists.cells import refuse_error, says_nothing, unsaid, value_of, written
from registry.exchange.lists.dates import period_of, read_as
from registry.exchange.lists.entry import Column, Problem, Value
from registry.exchange.lists.fields import fields, plain, word_set
from registry.exchange.lists.places import address, city, site_code
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.table import Cell, Row

_ENDS = {"agreement.starts_on": "agreement.ends_on", "use.since": "use.until"}
_STARTS = {end: start for start, end in _ENDS.items()}
_IN_PERIODS = _ENDS.keys() | _STARTS.keys()
_MOST_REMEMBERED = 2000  # of each column
_REMEMBERED = (str, int, date)  # of these types exactly: True would be found as 1
Taken = tuple[dict[str, Value], dict[str, Value]]
_JOINED = {"school.address": address, "board.address": address, "school.site_code": site_code}


class RowReader:
    """Reads the rows of one list by its columns; what a text says is remembered, since lists repeat themselves."""

    def __init__(self, columns: list[Column], is_ours: bool = False) -> None:
        self._is_ours = is_ours  # our own lists say "niet bekend" of what nobody chose
        own = [column for column in columns if column.field not in _JOINED]
        self._columns: list[tuple[Column, int, dict[Cell, Taken]]] = [(column, column.index, {}) for column in own]
        self._days = [(column, column.index, column.field) for column in own if column.field in _IN_PERIODS]
        self._several: dict[str, list[Column]] = {}
        for column in columns:
            if column.field in _JOINED:
                self._several.setdefault(column.field, []).append(column)

    def remarks(self, row: Row) -> list[Problem]:
        """Return a remark for each cell that names a month and was read as a day, and for each that says "unknown"."""
        days = ((column, read_as(row.cells[index], is_end=code in _STARTS)) for column, index, code in self._days)
        told = [Problem(column.heading, words) for column, words in days if words]
        return [*told, *(Problem(column.heading, words) for column, words in self._unsaid(row) if words)]

    def _unsaid(self, row: Row) -> Iterator[tuple[Column, str]]:
        for column, index, _ in () if self._is_ours else self._columns:
            if isinstance(cell := row.cells[index], str):
                yield column, unsaid(cell, is_end=column.field == "agreement.ends_on")

    def read(self, row: Row) -> tuple[dict[str, Value], list[Problem]]:
        """Return the values of a row, and a problem for each cell that could not be read."""
        values: dict[str, Value] = {}
        problems: list[Problem] = []
        extra: dict[str, Value] = {}
        for column, index, known in self._columns:
            cell = row.cells[index]
            if cell is None:
                continue
            try:
                own, more = (type(cell) in _REMEMBERED and known.get(cell)) or _taken(column, cell, known)
            except Unreadable as fault:
                own, more = {}, fault.values if isinstance(fault, PartlyRead) else {}
                problems.append(Problem(column.heading, fault.sentence, column.field, fault.word))
            values.update(own)
            if more:
                extra = more | extra
        for code, parts in self._several.items():
            _join(row, code, parts, values, problems)
        return {**extra, **values} if extra else values, problems


def _taken(column: Column, cell: Cell, known: dict[Cell, Taken]) -> Taken:
    """Return what a cell says of its own field, and of others; it is remembered for the rows that repeat it."""
    own: dict[str, Value] = {}
    taken = own, _take(column, cell, own)
    if type(cell) in _REMEMBERED and len(known) < _MOST_REMEMBERED:
        known[cell] = taken
    return taken


def _take(column: Column, cell: Cell, values: dict[str, Value]) -> dict[str, Value]:
    """Put what a cell says in `values`; return what it says of other fields, which their own columns overrule."""
    field = fields()[column.field]
    if field.code in _IN_PERIODS and (period := period_of(cell)):
        return _period(field.code, *period, values)
    if field.type == "agreement":
        refuse_error(cell)
        found = {} if isinstance(cell, str) and says_nothing(cell) else agreement_in(cell)
        if "agreement.status" in found:
            values["agreement.status"] = found["agreement.status"]
        return found
    if field.code == "agreement.arrangement" and (model := model_alone(written(cell))):
        return {"agreement.model_version": model}  # once per model is asked which sort of arrangement that is
    if field.code == "supplier.name" and isinstance(cell, str) and plain(column.heading) in word_set("combined"):
        return _party(cell, values)
    value = value_of(field, cell)
    if value is None and field.code == "agreement.ends_on" and plain(written(cell)) in word_set("indefinite"):
        return {"agreement.renewal": "indefinite"}
    if value is not None:
        values[field.code] = city(value) if field.code in ("school.city", "board.city") else value
    return {}


def _period(code: str, first: date | None, last: date | None, values: dict[str, Value]) -> dict[str, Value]:
    start = _STARTS.get(code, code)
    found: dict[str, Value] = {start: first} if first else {}
    if last:
        found[_ENDS[start]] = last
    if code in found:
        values[code] = found[code]
    return found


def _party(cell: str, values: dict[str, Value]) -> dict[str, Value]:
    """Read a cell under "verwerker/applicatie": a supplier, products that the catalogue knows, or both."""
    parts = [part.strip(" )") for part in cell.replace(" (", " / ").replace(" - ", " / ").split(" / ")]
    if len(parts) == 2 and is_supplier(parts[0]) != is_supplier(parts[1]):
        supplier, product = parts if is_supplier(parts[0]) else parts[::-1]
        values |= {"supplier.name": supplier, "product.name": product}
    elif all(is_product(name) and not is_supplier(name) for name in products_in(cell)):
        values["product.name"] = written(value_of(fields()["product.name"], cell) or "")  # type: ignore[arg-type]
    elif name := value_of(fields()["supplier.name"], cell):
        values["supplier.name"] = name
    return {}


def _join(row: Row, code: str, parts: list[Column], values: dict[str, Value], problems: list[Problem]) -> None:
    """Fill a field that several columns fill together, such as the street and the number of a house."""
    cells = [written(row.cells[part.index]).strip() for part in parts]
    try:
        joined = _JOINED[code]([cell for cell in cells if cell and not says_nothing(cell)])
        value = value_of(fields()[code], joined) if joined else None
    except Unreadable as fault:
        problems.append(Problem(parts[0].heading, fault.sentence))
        return
    if value is not None:
        values[code] = value
