"""A signal: one thing to know or to mend, about one record."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from registry.model.base import Record
from registry.reference import facts, pick
from registry.reference.signals import SignalKind

Thing = TypeVar("Thing")
Found = Iterator[tuple[Record, str]]
"""What a rule yields: the record where it is mended, and the sentence."""


@dataclass(frozen=True)
class Signal:
    """What is to be said, in one sentence, and where it is mended: `subject` is the record's table, such as "product".

    `code` names the rule that found it; what is known of the rule stands in the reference table of signals.
    """

    code: str
    sentence: str
    subject: str
    subject_id: int

    @property
    def key(self) -> tuple[str, str, int]:
        """What makes it the same signal on another day: its code and its record."""
        return self.code, self.subject, self.subject_id

    @cached_property
    def kind(self) -> SignalKind:
        """The rule as the reference data tell it: label, severity, why it matters, source."""
        return pick(facts().signals, self.code)

    @property
    def severity(self) -> str:
        """How much it weighs: "high", "medium" or "low"."""
        return self.kind.severity

    @property
    def by_the_board(self) -> bool:
        """Whether the board mends this itself, rather than asking the supplier."""
        return self.kind.by_the_board

    @property
    def is_lacking(self) -> bool:
        """Whether it is something that the supplier's file still lacks."""
        return self.kind.lacking


def given(rules: Iterable[Callable[[Thing], Found]], thing: Thing) -> Iterator[Signal]:
    """Yield what these rules say of this thing; a rule bears the name of its code."""
    for rule in rules:
        for record, sentence in rule(thing):
            table: Any = type(record)
            yield Signal(rule.__name__, sentence, table.__tablename__, record.id)
