"""A table of facts: read it by code, in the order of its file."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from registry.errors import UnknownCode
from registry.reference.fact import Fact

F = TypeVar("F", bound=Fact)


class Table(Mapping[str, F], Generic[F]):
    """A read-only mapping of code to fact in file order; `dutch` is what a person calls it ("de lijst met doelen").

    `read` gives the rows, and is called when they are asked for first.
    """

    def __init__(self, dutch: str, read: Callable[[], Mapping[str, F]]) -> None:
        self.dutch = dutch
        self._read = read

    @cached_property
    def _rows(self) -> dict[str, F]:
        return dict(self._read())

    def __getitem__(self, code: str) -> F:
        return self._rows[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def pick(table: Table[F], code: str) -> F:
    """Return the fact with that code, retired or not, because old records keep their codes; else UnknownCode."""
    try:
        return table[code]
    except KeyError:
        raise UnknownCode(f"De code “{code}” staat niet in {table.dutch}.") from None


def active(table: Table[F]) -> tuple[F, ...]:
    """Return the facts that may be chosen now, in order."""
    return tuple(fact for fact in table.values() if not fact.retired)
