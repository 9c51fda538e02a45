"""The kinds of which plain records are: the model's properties and methods, without the mapping to the database."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.orm.exc import UnmappedInstanceError

Link = InstrumentedAttribute[Any]


def plain_of(plain: Any, keys: tuple[str, ...], values: Iterable[Any]) -> Any:
    """Return a record of this kind with these fields, and no others."""
    one = plain.__new__(plain)
    one.__dict__.update(zip(keys, values, strict=False))  # as many as were asked for; looking costs a third more
    return one


class _Unread:
    """Stands where the model has a stored field: what was read lies before it, in the record's own `__dict__`.

    Of the class itself it gives the field of the model.
    """

    def __init__(self, field: Link) -> None:
        self.field = field

    def __get__(self, record: Any, owner: type) -> Any:
        if record is None:
            return self.field
        raise UnmappedInstanceError(record, f"a {owner.__name__} was read without this field")


@cache
def plain_kind(model: Any) -> Any:
    """Return the model without its mapping: Python itself looks a field up, and nobody keeps notes of it."""
    unread = {one.key: _Unread(getattr(model, one.key)) for one in inspect(model).attrs}
    return type(model)(f"Plain{model.__name__}", (model,), {"__abstract__": True, **unread})
