"""The open points of all suppliers, by what kind of thing is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.model import Supplier
from registry.queries.signals.signal import Signal
from registry.queries.signals.whole_register import signal_suppliers
from registry.queries.suppliers.owed import owed
from registry.reference import facts


@dataclass(frozen=True)
class OpenPoints:
    """The open points of one kind, each with its supplier; `kind` is its Dutch name."""

    kind: str
    points: tuple[tuple[Supplier, Signal], ...]

    @property
    def suppliers(self) -> list[str]:
        """The suppliers that they are about, each once."""
        return list(dict.fromkeys(supplier.name for supplier, _ in self.points))


def open_points(session: Any, on: date) -> list[OpenPoints]:
    """Return what is open on this day by kind, only kinds of which there is something."""
    found = [(supplier, item) for supplier in signal_suppliers(session, on) for item in owed(supplier, on)]
    kinds = dict.fromkeys(kind.group for kind in facts().signals.values())
    return [one for kind in kinds if (one := _of_kind(kind, found)).points]


def _of_kind(kind: str, found: Iterable[tuple[Supplier, Signal]]) -> OpenPoints:
    return OpenPoints(kind, tuple(pair for pair in found if pair[1].kind.group == kind))
