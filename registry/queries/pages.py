"""A page out of all records of one kind, in the order in which they were entered."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from registry.model.base import Record

Kind = TypeVar("Kind", bound=Record)


def find_records(
    session: Any, kind: type[Kind], conditions: Iterable[ColumnElement[bool]], rows: Iterable[str], skip: int, most: int
) -> tuple[Sequence[Kind], int]:
    """Return at most `most` records after `skip`, each with these of its lists, and how many there are in all."""
    found = select(kind).where(*conditions)
    total = session.scalar(select(func.count()).select_from(found.subquery()))
    reads = [selectinload(getattr(kind, name)) for name in rows]
    return session.scalars(found.order_by(kind.id).offset(skip).limit(most).options(*reads)).all(), total
