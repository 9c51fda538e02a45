"""The words that screens use: in the order of the alphabet, and found by words."""

from registry.reference import Table, active
from registry.reference.words import Term


def in_order(terms: Table[Term]) -> list[Term]:
    """Return the terms that are in use, as in a dictionary."""
    return sorted(active(terms), key=lambda term: term.label.casefold())


def find_terms(terms: Table[Term], words: str) -> list[Term]:
    """Return the terms whose name or other name holds all of these words; none for no words."""
    wanted = words.casefold().split()
    return [term for term in in_order(terms) if wanted and _holds(f"{term.label} {term.also}".casefold(), wanted)]


def _holds(named: str, wanted: list[str]) -> bool:
    return all(word in named for word in wanted)
