"""Facts about language: what words on the screens mean."""

from dataclasses import dataclass

from registry.reference.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Fact):
    """A word and its meaning in plain language, as in the middle of a sentence.

    `also` are other words for the same, with commas between; `place` is where the manual tells more: chapter#heading.
    """

    meaning: str
    also: str = ""
    place: str = ""
