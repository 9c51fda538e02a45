"""Verbs of the services as a Resource takes them."""

from collections.abc import Callable
from typing import Any

from registry.api.records import named
from registry.api.shapes.shape import Sent
from registry.model.base import Record


def under(owner: type[Record], add: Callable[..., Any]) -> Callable[[Any, Sent], Any]:
    """Return the verb that adds a record to the owner that its body names: `add(session, number, fields, rows)`."""
    key = f"{owner.__tablename__}_id"  # type: ignore[attr-defined]

    def verb(session: Any, told: Sent) -> Any:
        return add(session, named(owner, told.fields.pop(key), key).id, told.fields, told.rows)

    return verb


def as_a_whole(edit: Callable[..., Any]) -> Callable[[Any, int, int, Sent], Any]:
    """Return the verb that changes fields and rows of a record: `edit(session, number, seen, fields, rows)`."""
    return lambda session, number, seen, told: edit(session, number, seen, told.fields, told.rows)
