"""What a source organisation published: its sentences, each beside the service calls that enter it."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.seeds.desk import Desk


@dataclass(frozen=True)
class Fact:
    """A published sentence in the original words, "…" where some are left out, and what it puts in the register."""

    sentence: str
    action: Callable[[Desk, str], None]


class Source:
    """The facts of one organisation, in the order in which they go in."""

    def __init__(self):
        self.facts = []

    def says(self, sentence):
        """Mark a function as what this sentence puts in the register; it gets the desk and the sentence itself."""

        def mark(action):
            self.facts.append(Fact(sentence, action))
            return action

        return mark

    def enter(self, desk):
        """Enter every fact at this desk."""
        for fact in self.facts:
            fact.action(desk, fact.sentence)
