"""Loads the word lists: a TOML file of rows with a code, patterns and a source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from registry.exchange.annexes.words.matching import needles, place

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What means one code: patterns of `matching.holds`, some of them strong; `within` narrows where it counts."""

    code: str
    patterns: tuple[str, ...]
    strong: tuple[str, ...]
    excluded: tuple[str, ...]
    within: str

    def weight(self, words: str) -> int:
        """Return how much the words say that this is meant: 0 is not at all."""
        ones, several, strong, excluded = _looked_for(self)
        found = sum([needle in words for needle in ones])
        for each in several:
            found += each[0] in words and all(needle in words for needle in each)
        for each in strong:
            found += 3 * (each[0] in words and all(needle in words for needle in each))
        if found and any(all(needle in words for needle in each) for each in excluded):
            return 0
        return found

    def place(self, words: str) -> int:
        """Return where the words first say so; -1 for nowhere."""
        if not self.weight(words):
            return -1
        return min(found for one in (*self.patterns, *self.strong) if (found := place(words, one)) >= 0)


Needles = tuple[tuple[str, ...], ...]


@cache
def _looked_for(word: Word) -> tuple[tuple[str, ...], Needles, Needles, Needles]:
    """What a word looks for: patterns of one needle, those of several, the strong ones, and those that exclude it."""
    every = [needles(pattern) for pattern in word.patterns]
    return (
        tuple(each[0] for each in every if len(each) == 1),
        tuple(each for each in every if len(each) > 1),
        tuple(needles(pattern) for pattern in word.strong),
        tuple(needles(pattern) for pattern in word.excluded),
    )


@cache
def word_list(name: str) -> Mapping[str, Word]:
    """Return a word list of this folder by code, in the order of the file: `word_list("sections")`."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["row"]
    return {row["code"]: _word(row) for row in rows}


def _word(row: Mapping[str, str | list[str]]) -> Word:
    return Word(
        str(row["code"]),
        _patterns(row, "patterns"),
        _patterns(row, "strong"),
        _patterns(row, "excluded"),
        str(row.get("within", "")),
    )


def _patterns(row: Mapping[str, str | list[str]], name: str) -> tuple[str, ...]:
    """The patterns of a row; a star between words stands for anything between them."""
    return tuple(
        one.replace(" * ", " & ").replace("* & ", "*~").replace("* ", "* & ").replace("*~", "* & ")
        for one in row.get(name, ())
    )


def phrases(name: str) -> tuple[str, ...]:
    """Return a list of fixed phrases to the letter, blanks at their ends too: `phrases("storage.inside")`."""
    return _phrases()[name]


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    rows = tomllib.loads((FOLDER / "phrases.toml").read_text(encoding="utf-8"))["row"]
    return {row["code"]: tuple(row["patterns"]) for row in rows}


@lru_cache(maxsize=50_000)
def best(name: str, words: str) -> tuple[str, int, int]:
    """Return the code of a list that the words say most, its weight, and that of the runner-up; ("", 0, 0) for none."""
    said = _weights(name, words)
    if not said:
        return "", 0, 0
    code = max(said, key=lambda one: said[one])  # the first of equals
    return code, said[code], max((weight for one, weight in said.items() if one != code), default=0)


def all_said(name: str, words: str) -> list[str]:
    """Return every code of a list that the words say, in the order of the list."""
    return [*_weights(name, words)]


@lru_cache(maxsize=50_000)
def _weights(name: str, words: str) -> dict[str, int]:
    """How much the words say each code that they say, in the order of the list."""
    return {code: weight for code, word in word_list(name).items() if (weight := word.weight(words))}
