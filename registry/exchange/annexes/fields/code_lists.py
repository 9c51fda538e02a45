"""Codes that a line names in a row, without what they mean: "a, a1, c en e", "1.1, 2, 7b en 14", "b t/m e"."""

import re
from collections.abc import Container, Sequence

from registry.exchange.annexes.paper.block import Rich

_CUTS = re.compile(r"[,;\s]+")
_JOINS = {"en", "and", "&", "+", "/", "alsmede"}
_RANGES = {"t/m", "tm", "through", "–", "-", "tot/met"}
_FEWEST = 2  # codes in a row: a single "a" or "2" may be anything


def listed_codes(text: str, codes: Sequence[str]) -> list[str]:
    """Return the codes of a list, given in order, that stand in a row in a text; none for fewer than two.

    Codes are compared in small letters. A range holds the codes of the same length between its ends.
    """
    rows: list[list[str]] = [[]]
    ranged = False
    for word in _CUTS.split(text.lower().replace("tot en met", "t/m")):
        bare = word.strip("().:\"'“”")
        if bare in codes:
            rows[-1] += _between(rows[-1][-1], bare, codes) if ranged and rows[-1] else [bare]
            ranged = False
        elif rows[-1] and word in _RANGES:
            ranged = True
        elif word not in _JOINS:
            rows.append([])
            ranged = False
    longest = max(rows, key=len)
    return list(dict.fromkeys(longest)) if len(set(longest)) >= _FEWEST else []


def inner_codes(text: str, mark: str, codes: Container[str]) -> list[str]:
    """Return the code by which a line begins with its parts named in it: "a. …, waaronder a1 opslag en a4 analyse"."""
    words = [word.strip("().,:;") for word in text.lower().split()]
    parts = [word for word in words if word in codes and word[:-1] == mark.lower()]
    return list(dict.fromkeys([mark.lower(), *parts])) if parts and mark.lower() in codes else []


def chosen_text(rich: Rich) -> str:
    """Return the text in which codes are looked for: what is bold where some of it is not, else all that stands."""
    bold = [run.text for run in rich.runs if run.bold and not run.struck and run.text.strip(" ,;:")]
    plainly = [run.text for run in rich.runs if not run.bold and not run.struck and run.text.strip(" ,;:")]
    picked = " ".join(bold)
    return picked if bold and plainly and len(picked.split()) > 1 and max(map(len, picked.split())) <= 4 else rich.kept


def _between(first: str, last: str, codes: Sequence[str]) -> list[str]:
    alike = [code for code in codes if len(code) == len(last)]
    if first not in alike or alike.index(first) >= alike.index(last):
        return [last]
    return alike[alike.index(first) + 1 : alike.index(last) + 1]
