"""What somebody typed behind `generate PAPER`, read into the order of a paper."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from registry import dutch
from registry.cli.days import day
from registry.errors import BrokenRule
from registry.paths import Instance
from registry.services.paper import Order, PaperKind


@dataclass(frozen=True)
class Wish:
    """Which paper, where it goes, on which day it tells the state, whether it is final, and whether a PDF comes along.

    `typed` holds the other options of the command by their names.
    """

    instance: Instance
    kind: PaperKind
    out: Path
    on: date
    final: bool
    pdf: bool
    since: date | None
    blocks: tuple[str, ...] | None
    typed: dict[str, Any]

    @classmethod
    def of(cls, instance: Instance, kind: PaperKind, typed: dict[str, Any]) -> "Wish":
        """Return the wish as it was typed; BrokenRule for a date or part that does not exist."""
        return cls(
            instance,
            kind,
            Path(typed["out"]),
            day(typed["day"]) or date.today(),
            typed["final"],
            typed["pdf"],
            day(typed.get("since")),
            _blocks(kind, typed.get("blocks")),
            typed,
        )

    @property
    def is_zip(self) -> bool:
        """Whether all papers go into one zip."""
        return self.out.suffix.lower() == ".zip"

    def order(self, subject_id: int, agreement: int | None = None) -> Order:
        """Return the order of the paper about this record."""
        beside = self.typed.get("beside")
        return Order(self.kind, subject_id, self.on, date.today(), agreement, self.since, self.blocks, beside)


def _blocks(kind: PaperKind, written: str | None) -> tuple[str, ...] | None:
    if not written:
        return None
    known = dict(kind.blocks)
    asked = tuple(filter(None, (one.strip() for one in written.split(","))))
    for one in asked:
        if one not in known:
            raise BrokenRule(f"Er is geen onderdeel “{one}”. Kies uit: {dutch.enumeration(list(known))}.")
    return asked
