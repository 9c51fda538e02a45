"""Facts about signals: what a careful colleague would point out, how much it weighs and why."""

from dataclasses import dataclass
from typing import Annotated, Literal

from registry.reference.fact import CodeOf, Fact

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


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords(Fact):
    """What a state of a supplier, an agreement or an annex means; `link` leads to the rule, "" where there is none."""

    explanation: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWords(Fact):
    """Words by which a text promises something; `signal` is what is said when the register does not carry it.

    A sentence promises it when it has one of `words`, one of `near` (where there are any), and none of `unless`.
    """

    signal: Annotated[str, CodeOf("signals")]
    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftoverMark(Fact):
    """The signs between which a model says what has to be filled in."""

    opens: str
    closes: str
