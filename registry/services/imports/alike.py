"""Names that are nearly the same: asked about, never decided."""

from collections import defaultdict
from functools import lru_cache
from itertools import combinations

from registry.identifiers import name_key

ENOUGH = 86  # below it, names of different organisations begin to look alike
PART = 90
MOST = 3
LONGEST = 5  # words of a name of which all combinations are looked up
SHORTEST = 3


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Return the `name_key` of a name; a list says the same names over and over."""
    return name_key(name)


class Names:
    """Keys of names, to find those that are nearly one of them.

    Numbers in a name have to be the same: "Magister 5" is not nearly "Magister 6".
    """

    def __init__(self) -> None:
        self._by_number: dict[str, list[str]] = defaultdict(list)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._by_words: dict[frozenset[str], set[str]] = defaultdict(set)
        self._known: set[str] = set()

    def add(self, key: str) -> None:
        """Remember a name."""
        if key in self._known:
            return
        self._known.add(key)
        words = frozenset(key.split())
        self._by_number[_digits(key)].append(key)
        self._by_words[words].add(key)
        for word in words:
            self._by_word[word].add(key)

    def near(self, key: str) -> list[tuple[str, int]]:
        """Return the names that are nearly this one, the likest first, each with its score of at most 100."""
        alike = self._by_number.get(_digits(key), [])
        found = {one: round(score) for one, score, _ in _spelled_like(key, alike)}
        for one in self._holding(key) | self._held_by(key):
            found.setdefault(one, PART)
        found.pop(key, None)
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]

    def _holding(self, key: str) -> set[str]:
        """Names with all words of this one and more."""
        words = key.split()
        if not any(len(word) >= SHORTEST for word in words):
            return set()
        found = sorted((self._by_word.get(word, set()) for word in words), key=len)
        held = found[0].intersection(*found[1:])
        # a word that many share tells nothing about who it is
        return {one for one in held if _digits(one) == _digits(key)} if len(held) <= MOST else set()

    def _held_by(self, key: str) -> set[str]:
        """Names of which all words stand in this one."""
        words = list(dict.fromkeys(key.split()))[:LONGEST]
        some = (frozenset(few) for count in range(1, len(words)) for few in combinations(words, count))
        held = {one for few in some for one in self._by_words.get(few, ())}
        return {one for one in held if _digits(one) == _digits(key) and len(one) >= SHORTEST}


def _spelled_like(key: str, names: list[str]) -> list[tuple[str, float, int]]:
    from rapidfuzz import fuzz, process  # heavy, and asked for seldom: not at every start

    return process.extract(key, names, scorer=fuzz.ratio, score_cutoff=ENOUGH, limit=MOST + 1)


def _digits(key: str) -> str:
    return " ".join(word for word in key.split() if any(sign.isdigit() for sign in word))
