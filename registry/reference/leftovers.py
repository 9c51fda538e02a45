"""What of a model was left where an answer belongs, told by the signs of the reference data."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from registry.reference.signals import LeftoverMark

_SAYS_SOMETHING = re.compile(r"[^\W\d]|…|\.\.")


def left_in(text: str, marks: Iterable[LeftoverMark]) -> Iterator[tuple[int, str]]:
    """Yield the place and the words of each leftover, a kind of sign at a time.

    A number such as [1] is a note, and an address between angle brackets is an address.
    """
    for mark in marks:
        for found in _pattern(mark.opens, mark.closes).finditer(text) if mark.opens in text else ():
            if "@" not in found[0] and "://" not in found[0] and _SAYS_SOMETHING.search(found[0]):
                yield found.start(), found[0]


@cache
def _pattern(opens: str, closes: str) -> re.Pattern[str]:
    inside = re.escape(opens[0] + closes[0])
    return re.compile(rf"{re.escape(opens)}(?!\s)[^{inside}\n]{{1,60}}{re.escape(closes)}")
