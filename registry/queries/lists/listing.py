"""What all lists share: in which order they stand, and one part of the rows that are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from registry.model.columns import Listed

Orders = Mapping[str, tuple[Any, ...]]
"""By the name in the address: what is ordered on, and what decides between equals. The first is the usual order."""


@dataclass(frozen=True)
class Order:
    """The wish to see a list ordered by this column, perhaps from the last to the first."""

    by: str = ""
    is_down: bool = False


USUAL = Order()


def ordering(orders: Orders, order: Order) -> list[Any]:
    """Return what to order by; a column that the list does not know gives its usual order. Empty cells come last."""
    first, *others = orders.get(order.by) or next(iter(orders.values()))
    turned = first.desc() if order.is_down and order.by in orders else first.asc()
    return [turned.nulls_last(), *others]


def by_rank(column: Any, members: Iterable[Listed]) -> ColumnElement[int]:
    """Return the place of a column's value in its closed list."""
    return case(*((column == member, place) for place, member in enumerate(members)), else_=None)


def by_label(column: Any, table: Mapping[str, Any]) -> ColumnElement[int]:
    """Return the place of a column's code among the labels of its reference table, by the alphabet."""
    codes = sorted(table, key=lambda code: table[code].label.casefold())
    return case(*((column == code, place) for place, code in enumerate(codes)), else_=None)


def part_of(session: Any, asked: Select[Any], owner: Any, skip: int, most: int | None) -> tuple[Sequence[Any], int]:
    """Return at most `most` rows after `skip`, and how many there are in all; `owner` is the key that counts a row."""
    counted = asked.with_only_columns(owner).order_by(None).options().subquery()
    total = session.scalar(select(func.count()).select_from(counted))
    return session.execute(asked.offset(skip).limit(most)).all(), total
