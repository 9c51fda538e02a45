"""An operation: one method on one address. The routes and the OpenAPI document are both made from these."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.shapes.kinds import Schema

Answering = Callable[..., Response]
IN_ADDRESS = re.compile("{([a-z]+)}")


@dataclass(frozen=True)
class Answer:
    """An answer that succeeds: its status, what it tells, its schema or kind of file, and its own headers."""

    status: int
    told: str
    schema: str | Schema | None = None
    media_type: str = "application/json"
    headers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filter:
    """A question in the address: its name, what it narrows to, and how it is read."""

    name: str
    told: str
    schema: Callable[[], Schema]
    read: Callable[[str], Any]


@dataclass(frozen=True)
class Operation:
    """One method on one address, with the right that it asks; None: it is for everybody.

    `sent`: the schema of the body. `changes`: it changes a record, so that it asks for If-Match. `refuses`: which
    problems it can answer with beside those that any operation has.
    """

    method: str
    path: str
    name: str
    tag: str
    told: str
    right: Right | None
    answering: Answering
    answers: tuple[Answer, ...]
    filters: tuple[Filter, ...] = ()
    sent: Callable[[], str | Schema] | None = None
    may_be_empty: bool = False
    changes: bool = False
    refuses: tuple[int, ...] = ()
    schemas: Mapping[str, Callable[[], Schema]] = field(default_factory=dict)

    @property
    def rule(self) -> str:
        """The address as Flask writes it."""
        return IN_ADDRESS.sub(r"<number:\1>", self.path)

    @property
    def places(self) -> list[str]:
        """The names of the numbers in the address."""
        return IN_ADDRESS.findall(self.path)
