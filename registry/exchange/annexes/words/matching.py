"""Whether a text holds a phrase, word by word, whatever its capitals, accents and punctuation."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from registry.exchange.annexes.paper.block import OPEN, TICKED

_SEPARATE = str.maketrans({TICKED: " ", OPEN: " ", "’": "'", "‘": "'"})


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text as words in small letters with single blanks, and one blank around them: " e mail adres "."""
    letters = "".join(
        letter
        for sign in text.translate(_SEPARATE)
        for letter in unicodedata.normalize("NFKD", sign)
        if unicodedata.category(letter) != "Mn"
    )
    kept = "".join(letter if letter.isalnum() else "" if letter == "'" else " " for letter in letters.casefold())
    return f" {' '.join(kept.split())} "


def holds(words: str, pattern: str) -> bool:
    """Return whether `plain` words hold a pattern: words in a row, `*` for the rest of a word, `&` for "and".

    "bewaar*" begins a word, "*termijn" ends one, "opsla* & resultat*" asks for both, anywhere.
    """
    return all(_found(words, part.strip()) >= 0 for part in pattern.split("&"))


def place(words: str, pattern: str) -> int:
    """Return where a pattern begins in `plain` words; -1 where it is not."""
    parts = [_found(words, part.strip()) for part in pattern.split("&")]
    return -1 if min(parts) < 0 else min(parts)


def holds_any(words: str, patterns: Iterable[str]) -> bool:
    """Return whether the words hold one of these patterns."""
    return any(holds(words, pattern) for pattern in patterns)


def _found(words: str, part: str) -> int:
    start = "" if part.startswith("*") else " "
    end = "" if part.endswith("*") else " "
    return words.find(f"{start}{part.strip('*')}{end}")
