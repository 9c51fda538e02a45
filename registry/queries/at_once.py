"""Rows of several tables with one question, each as wide as the widest: read one by one, each is a question more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Enum,
    Integer,
    Text,
    cast,
    func,
    inspect,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

Link = InstrumentedAttribute[Any]
COMES_AS: dict[type, Any] = {
    int: Integer(),
    str: Text(),
    bool: Boolean(),
    date: Date(),
    datetime: DateTime(timezone=True),
}
"""By what a column holds: as what its values come when columns of other tables share their place."""


@dataclass(frozen=True)
class Behind:
    """What comes of one part: the kind of record, its fields, where these are in a row and what makes them of it."""

    kind: Any
    keys: tuple[str, ...]
    places: tuple[int, ...]
    pick: Callable[[Sequence[Any]], tuple[Any, ...]]
    makers: tuple[tuple[int, Callable[[Any], Any]], ...]

    def values(self, row: Sequence[Any]) -> Sequence[Any]:
        """Return the fields of the record in this row."""
        if not self.makers:
            return self.pick(row)
        found = list(self.pick(row))
        for nth, make in self.makers:
            found[nth] = make(found[nth])
        return found


@dataclass(frozen=True)
class Part:
    """Some records of one table: of which kind, in which order (none: by number), and `only` these of their fields."""

    kind: Any
    order: tuple[Any, ...] = ()
    only: tuple[Link, ...] = ()

    @property
    def columns(self) -> tuple[Link, ...]:
        """The fields that are asked for: those of the model, whose questions are narrowed to the viewer's schools.

        Without `only` that is all but those which share a place with no other, such as what a file holds.
        """
        if self.only:
            return (self.kind.id, *self.only)
        fields = (getattr(self.kind, one.key) for one in inspect(self.kind).column_attrs if not one.deferred)
        return tuple(field for field in fields if _sort_of(field) in COMES_AS)


def rows_of(
    session: Any, parts: tuple[Part, ...], conditions: Iterable[Sequence[Any]]
) -> Iterator[tuple[Behind, Sequence[Any]]]:
    """Yield the records of these parts, one part after the other, as what they are and their fields.

    `conditions`: of each part which records; none for all.
    """
    selects, behind = _asked(parts)
    asked = union_all(*(one.where(*which) for one, which in zip(selects, conditions, strict=True)))
    for row in sorted(session.execute(asked).all(), key=itemgetter(0, 1)):
        yield behind[row[0]], behind[row[0]].values(row)


@cache
def _asked(parts: tuple[Part, ...]) -> tuple[list[Any], list[Behind]]:
    """What is asked of each table, which is the same each time but for the conditions, and what comes of it."""
    sorts: list[type] = []
    behind = [_behind(part, sorts) for part in parts]
    return [_select(nth, *pair, sorts) for nth, pair in enumerate(zip(parts, behind, strict=True))], behind


def _behind(part: Part, sorts: list[type]) -> Behind:
    """Give each column a place for its sort of values; `sorts` grows where no such place is free."""
    free, places = list(range(len(sorts))), []
    for column in part.columns:
        sort = _sort_of(column)
        place = next((one for one in free if sorts[one] is sort), None)
        if place is None:
            place = len(sorts)
            sorts.append(sort)
        else:
            free.remove(place)
        places.append(place + 2)
    makers = [(nth, make) for nth, column in enumerate(part.columns) if (make := _maker(column)) is not None]
    return Behind(part.kind, tuple(one.key for one in part.columns), tuple(places), _picker(places), tuple(makers))


def _picker(places: list[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    (first, *_) = places
    return itemgetter(*places) if len(places) > 1 else lambda row: (row[first],)


def _select(nth: int, part: Part, behind: Behind, sorts: Sequence[type]) -> Any:
    """What is asked of one table: which part, the place in its order, and in each further place a column or nothing."""
    held = {place - 2: column for column, place in zip(part.columns, behind.places, strict=True)}
    wide = [
        type_coerce(held[place], COMES_AS[sort]) if place in held else cast(null(), COMES_AS[sort])
        for place, sort in enumerate(sorts)
    ]
    return select(
        literal(nth).label("part"),
        _place(part).label("place"),
        *(one.label(f"c{at}") for at, one in enumerate(wide)),
    )


def _place(part: Part) -> Any:
    """Where a record stands in its order. One by number needs no counting, which costs more than all else."""
    number = part.kind.id
    is_by_number = [column.name for column in part.order] in ([], [number.name])
    return number if is_by_number else func.row_number().over(order_by=[*part.order, number])


def _sort_of(column: Any) -> type:
    if isinstance(column.type, Enum):
        return str
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return kind.python_type


def _maker(column: Any) -> Callable[[Any], Any] | None:
    """What makes the field's value of what is stored; None where that is the same."""
    if isinstance(column.type, Enum):
        return column.type.enum_class
    stored = column.type
    if (
        isinstance(stored, TypeDecorator)
        and type(stored).process_result_value is not TypeDecorator.process_result_value
    ):
        return lambda value: stored.process_result_value(value, None)  # type: ignore[arg-type]  # it asks no dialect
    return None
