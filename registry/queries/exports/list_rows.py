"""A list as rows of plain values by field, read from the database a row at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from registry.model.columns import Listed
from registry.reference import facts

Cell = str | int | bool | date | None
Said = Callable[[Any], Cell]
AT_ONCE = 1000
BETWEEN = "; "


@dataclass(frozen=True)
class Column:
    """A column of a list: its field, the stored value that it rests on, and how that is said.

    `field` is a name of `exchange/lists/fields.toml` where an import knows the field. Without `said` the value speaks
    for itself: a code and a choice out of a closed list by their label.
    """

    field: str
    stored: Any
    said: Said | None = None


@dataclass(frozen=True)
class ListRows:
    """A list: the fields of its columns, and its rows, which can be read once."""

    name: str
    fields: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]


def list_rows(session: Any, name: str, columns: Sequence[Column], narrow: Callable[[Any], Select[Any]]) -> ListRows:
    """Return the list of these columns; `narrow` joins, filters and orders the question for them."""
    says = [column.said or saying(column.stored) for column in columns]
    asked = narrow(select(*(column.stored.label(None) for column in columns)))

    def rows() -> Iterator[tuple[Cell, ...]]:
        with session.execute(asked.execution_options(yield_per=AT_ONCE)) as found:  # closes the server's cursor too
            for row in found:
                yield tuple(say(value) for say, value in zip(says, row, strict=True))

    return ListRows(name, tuple(column.field for column in columns), rows())


def saying(stored: Any) -> Said:
    """Return how values of this column are said: codes by their label, a choice by its own, the rest as it is."""
    table = stored.property.columns[0].info.get("table")
    if table is None:
        return _plain
    labels = {code: fact.label for code, fact in getattr(facts(), table).items()}
    return lambda value: labels.get(value, value)


def gathered(session: Any, owner: Any, *said: Any, where: Iterable[Any] = ()) -> dict[int, list[tuple[Any, ...]]]:
    """Return the values of these columns, said as in a list, by the number of the record that owns them, in order."""
    asked = select(owner, *said).where(*where).order_by(owner.class_.id)
    says = [saying(column) for column in said]
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *values in session.execute(asked):
        found[number].append(tuple(say(value) for say, value in zip(says, values, strict=True)))
    return found


def joined(found: dict[int, list[tuple[Any, ...]]]) -> Said:
    """Return how a record's rows are said in one cell: each once, with semicolons between them."""

    def said(number: Any) -> Cell:
        rows = (" ".join(str(part) for part in row if part not in ("", None)) for row in found.get(number, ()))
        return BETWEEN.join(dict.fromkeys(filter(None, rows)))

    return said


def _plain(value: Any) -> Cell:
    return value.label if isinstance(value, Listed) else value
