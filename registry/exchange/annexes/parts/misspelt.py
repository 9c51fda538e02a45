"""Headings with a typing error: "Doelijnden", "Bewaartermein"."""

from functools import cache

from registry.exchange.annexes.words.loading import word_list
from registry.exchange.annexes.words.matching import plain

_SHORTEST = 7  # letters of a word that is known again with one fault
_LONG = 9  # and of one that is known again with two
_MOST_WORDS = 5
_ENDINGS = ("", "s", "en", "n", "e")


def misspelt_sections(name: str) -> frozenset[str]:
    """Return the sections that a heading names with a typing error; none for a long heading."""
    words = plain(name).split()
    if len(words) > _MOST_WORDS:
        return frozenset()
    return frozenset(code for word in words if len(word) >= _SHORTEST and (code := _nearest(word)))


def _nearest(word: str) -> str:
    from rapidfuzz import process  # heavy, and asked for seldom: not at every start
    from rapidfuzz.distance import OSA

    known = _vocabulary()
    if word in known:
        return ""  # it says what it says: the word alone names no section here
    most = 2 if len(word) >= _LONG else 1
    near = process.extractOne(word, known.keys(), scorer=OSA.distance, score_cutoff=most)
    return known[near[0]] if near else ""


@cache
def _vocabulary() -> dict[str, str]:
    """The single words of words/sections.toml with the section that each names."""
    found: dict[str, str] = {}
    for code, word in word_list("sections").items():
        for pattern in word.patterns:
            stem = pattern.removesuffix("*")
            if stem.isalpha() and len(stem) >= _SHORTEST:
                endings = _ENDINGS if pattern.endswith("*") else ("",)
                found |= {f"{stem}{ending}": found.get(f"{stem}{ending}", code) for ending in endings}
    return found
