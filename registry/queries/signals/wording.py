"""Is a text for parents somebody else's text? Measured by the words alone."""

import re
from collections.abc import Iterable
from functools import lru_cache

LONG = 8
"""So many words in a row that two texts share are no accident; a plain sentence for parents has ten to fifteen."""


@lru_cache(maxsize=2048)  # the labels of the lists come back with every product
def plain(text: str) -> str:
    """Return the words of a text in small letters with one blank between them, without any other sign."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def is_copied(text: str, sources: Iterable[str]) -> bool:
    """Return whether a text is one of the sources, or has at least LONG words in a row in common with one.

    Both are taken as `plain`, so that capitals, commas and ends of lines do not hide a copy.
    """
    own = plain(text)
    runs = [f" {run} " for run in _runs(own.split())]
    others = {plain(source) for source in sources} - {""}
    return own in others or any(run in f" {other} " for other in others for run in runs)


def _runs(words: list[str]) -> list[str]:
    return [" ".join(words[start : start + LONG]) for start in range(len(words) - LONG + 1)]
