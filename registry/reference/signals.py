"""Facts about signals: what a careful colleague would point out, how much it weighs and why."""

from dataclasses import dataclass
from typing import Literal

from registry.reference.fact import Fact

Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalKind(Fact):
    """A rule that gives a signal; its function in `queries/signals` bears the code as its name.

    `why`: why it matters, for a person. `group`: the heading under which a report names it. `lacking`: the supplier's
    file is not complete without it. `by_the_board`: the board mends it itself, rather than asking the supplier.
    """

    severity: Severity
    why: str
    group: str
    lacking: bool = False
    by_the_board: bool = False
