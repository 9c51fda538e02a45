"""Whether a text holds a phrase, word by word, whatever its capitals, accents and punctuation."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from registry.exchange.annexes.paper.block import OPEN, TICKED

_SEPARATE = str.maketrans({TICKED: " ", OPEN: " ", "’": None, "‘": None, "'": None})
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text as words in small letters with single blanks, and one blank around them: " e mail adres "."""
    letters = text.translate(_SEPARATE)
    if not letters.isascii():
        signs = unicodedata.normalize("NFKD", letters)
        letters = "".join(sign for sign in signs if unicodedata.category(sign) != "Mn")
    return f" {' '.join(_NO_WORD.sub(' ', letters.casefold()).split())} "


@lru_cache(maxsize=10_000)
def needles(pattern: str) -> tuple[str, ...]:
    """Return all that a pattern looks for: "opsla* & resultat*" gives (" opsla", " resultat")."""
    return tuple(_needle(part.strip()) for part in pattern.split("&"))


def holds(words: str, pattern: str) -> bool:
    """Return whether `plain` words hold a pattern: words in a row, `*` for the rest of a word, `&` for "and".

    "bewaar*" begins a word, "*termijn" ends one, "opsla* & resultat*" asks for both, anywhere.
    """
    return all(needle in words for needle in needles(pattern))


def place(words: str, pattern: str) -> int:
    """Return where a pattern begins in `plain` words; -1 where it is not."""
    parts = [words.find(needle) for needle in needles(pattern)]
    return -1 if min(parts) < 0 else min(parts)


def holds_any(words: str, patterns: Iterable[str]) -> bool:
    """Return whether the words hold one of these patterns."""
    return any(holds(words, pattern) for pattern in patterns)


def _needle(part: str) -> str:
    start = "" if part.startswith("*") else " "
    end = "" if part.endswith("*") else " "
    return f"{start}{part.strip('*')}{end}"
