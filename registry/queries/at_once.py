"""Rows of several tables with one question, each as wide as the widest: for the parts of some records, not of all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    bindparam,
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

from registry.model import School
from registry.model.base import OfSchool, OfSchoolOrBoard

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
    """What stands behind one of the lists asked for: the kind of record, its fields, and where these are in a row."""

    kind: Any
    keys: tuple[str, ...]
    places: tuple[int, ...]
    makers: tuple[tuple[int, Callable[[Any], Any]], ...]

    def values(self, row: Sequence[Any]) -> list[Any]:
        """Return the fields of the record in this row."""
        found = [row[place] for place in self.places]
        for nth, make in self.makers:
            found[nth] = make(found[nth])
        return found


def may_share(kind: Any) -> bool:
    """Return whether this table can be read beside others: not one that is narrowed to the viewer's schools."""
    return not issubclass(kind, School | OfSchool | OfSchoolOrBoard)


def rows_behind(
    session: Any, links: tuple[Link, ...], owners: Mapping[Any, Sequence[int]]
) -> Iterator[tuple[Behind, list[Any]]]:
    """Yield the records behind these lists, each list in the order of the model, as what they are and their fields.

    `owners`: by kind, the numbers of the records that have the lists.
    """
    asked, behind = _asked(links)
    numbers = {_owner(link): owners[link.class_] for link in links}
    for row in sorted(session.execute(asked, numbers).all(), key=itemgetter(0, 1)):
        yield behind[row[0]], behind[row[0]].values(row)


@cache
def _asked(links: tuple[Link, ...]) -> tuple[Any, list[Behind]]:
    """The question, which is the same each time, and what comes of it."""
    sorts: list[type] = []
    behind = [_behind(link.property.entity.class_, sorts) for link in links]
    parts = [_part(nth, link, one, sorts) for nth, (link, one) in enumerate(zip(links, behind, strict=True))]
    return union_all(*parts), behind


def _behind(kind: Any, sorts: list[type]) -> Behind:
    """Give each column a place for its sort of values; `sorts` grows where no such place is free."""
    if not may_share(kind):
        raise RuntimeError(f"{kind.__name__} is narrowed to the viewer's schools: it is read by itself")
    columns = {one.key: one.columns[0] for one in inspect(kind).column_attrs}
    free, places = list(range(len(sorts))), []
    for column in columns.values():
        sort = _sort_of(column)
        place = next((one for one in free if sorts[one] is sort), None)
        if place is None:
            place = len(sorts)
            sorts.append(sort)
        else:
            free.remove(place)
        places.append(place + 2)
    makers = [(nth, make) for nth, column in enumerate(columns.values()) if (make := _maker(column)) is not None]
    return Behind(kind, tuple(columns), tuple(places), tuple(makers))


def _part(nth: int, link: Link, behind: Behind, sorts: Sequence[type]) -> Any:
    """What is asked of one table: which it is, the place in its list, and in each further place a column or nothing."""
    columns = {one.key: one.columns[0] for one in inspect(behind.kind).column_attrs}
    held = {place - 2: columns[key] for key, place in zip(behind.keys, behind.places, strict=True)}
    wide = [
        type_coerce(held[place], COMES_AS[sort]) if place in held else cast(null(), COMES_AS[sort])
        for place, sort in enumerate(sorts)
    ]
    ((_, key),) = link.property.local_remote_pairs
    told = (
        literal(nth).label("part"),
        _place(link, columns["id"]).label("place"),
        *(one.label(f"c{at}") for at, one in enumerate(wide)),
    )
    return select(*told).where(key.in_(bindparam(_owner(link), expanding=True)))


def _place(link: Link, number: Any) -> Any:
    """Where a record stands in its list. A list by number needs no counting, which costs more than all else."""
    order = link.property.order_by or [number]
    is_by_number = [column.name for column in order] == [number.name]
    return number if is_by_number else func.row_number().over(order_by=[*order, number])


def _owner(link: Link) -> str:
    return f"of_{link.class_.__tablename__}"


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
