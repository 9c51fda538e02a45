"""Words in cells as the codes that the register keeps: "deelnemer", "ja, 3.0", "LAS/LVS"."""

import re
from functools import cache

from registry.exchange.lists.entry import Value
from registry.exchange.lists.fields import plain, words
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.table import Cell
from registry.reference import load

LONGEST = 60  # of a word that is asked about
_VERSION = re.compile(r"(?<![0-9.,/-])([1-4])[.,]0(?![0-9.,/-])")
_NAMED = re.compile(r"\b(?:model|versie|v|mvo)[ .-]?([1-4])(?![0-9.,/-])")
_BY_NUMBER = {"1": "bvo_1_0", "2": "bvo_2_0", "3": "mvo_3_0", "4": "mvo_4_0"}


def code_of(name: str, cell: Cell) -> Value | None:
    """Return the code that a cell means in the list `name`, such as "covenant_status"; Unreadable for other words."""
    typed = ("ja" if cell else "nee") if isinstance(cell, bool) else str(cell)
    if found := find(name, typed):
        return found
    if name == "model_version" and (version := model_version(typed)):
        return version
    raise Unreadable("Dit woord staat niet in de lijst van dit veld.", word=" ".join(typed.split())[:LONGEST])


def find(name: str, typed: str) -> str:
    """Return the code whose words these are, or ""."""
    word = plain(typed) or {"✓": "x", "✔": "x", "☑": "x", "√": "x"}.get(typed.strip(), "")
    exact, starts = _codes(name)
    return exact.get(word, "") or next((code for start, code in starts if word.startswith(start)), "")


def model_version(typed: str) -> str:
    """Return which model a text such as "Model 4.0 getekend" names, or "" where it names none or several."""
    low = typed.lower()
    numbers = {*_VERSION.findall(low), *_NAMED.findall(low)}
    if len(numbers) == 1:
        return _BY_NUMBER[numbers.pop()]
    if not numbers and "algeme" in low and ("model" in low or "overeenkomst" in low):
        return "general_model"
    return ""


@cache
def _codes(name: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    if name == "country":
        lists = {country.code: [plain(country.label), country.code.lower()] for country in load().countries.values()}
        lists["NL"] += ["holland", "the netherlands", "netherlands"]
    else:
        lists = words()["codes"][name]
    exact = {word.rstrip("*"): code for code, listed in lists.items() for word in listed}
    starts = tuple((word[:-1], code) for code, listed in lists.items() for word in listed if word.endswith("*"))
    return exact, starts
