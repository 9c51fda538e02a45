"""A paper before it is filled: its parts, each a template with its values, and what is to be told beside it."""

from dataclasses import dataclass
from datetime import date

from registry import dutch
from registry.queries.papers.facts_used import unverified
from registry.services.paper.kinds import PaperKind
from registry.services.paper.known import Facts, Values


@dataclass(frozen=True)
class Order:
    """Which paper somebody wants: its kind, the number of the record that it is about, and the days it speaks of.

    `on` is the day whose state the paper tells, `made_on` the day on which it is made; `agreement` the number of the
    agreement, where somebody chose one; `since` the first day of the period, for a paper that tells of one; `blocks`
    the parts that it shall have, None for all of them; `beside` the number of the version to compare with, None for the
    one before it.
    """

    kind: PaperKind
    subject_id: int
    on: date
    made_on: date
    agreement: int | None = None
    since: date | None = None
    blocks: tuple[str, ...] | None = None
    beside: int | None = None

    def has(self, block: str) -> bool:
        """Return whether the paper shall have this part."""
        return self.blocks is None or block in self.blocks


@dataclass(frozen=True)
class Part:
    """One template with the values for it, but for what goes into every part; `title` is what it becomes."""

    title: str
    template: str
    values: Values


@dataclass(frozen=True)
class Paper:
    """A paper that can be made. `refusal`: why it cannot be made final; `notes`: what its maker should know."""

    order: Order
    title: str
    parts: tuple[Part, ...]
    facts: Facts
    school_id: int | None = None
    notes: tuple[str, ...] = ()
    refusal: str = ""

    @property
    def unverified(self) -> list[str]:
        """The facts in this paper that nobody has compared with their source, a line per kind."""
        return unverified(self.facts.used)

    def values(self, part: Part, is_draft: bool) -> Values:
        """Return all values of one part; what is still to be looked up stands once, at the end of the last."""
        return {"document": self._about_itself(is_draft, part is self.parts[-1]), **part.values}

    def _about_itself(self, is_draft: bool, is_last: bool) -> Values:
        return {
            "titel": self.title,
            "peildatum": dutch.long_date(self.order.on),
            "schooljaar": dutch.school_year(self.order.on),
            "concept": is_draft,
            "let_op": list(self.notes) if is_last else [],
            "onzeker": self.unverified if is_last else [],
            "gemaakt_op": dutch.long_date(self.order.made_on),
        }
