"""The fields that a list can fill, and the words that people use for them; the facts stand in two TOML files."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_KEPT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class _Blanks(dict[int, str]):
    """Gives a blank for every sign that is no letter or digit; it remembers only those that it met in ASCII."""

    def __missing__(self, sign: int) -> str:
        return " "


_BLANKS = _Blanks({ord(sign): sign for sign in _KEPT})


@dataclass(frozen=True, slots=True, eq=False)  # one object per field, so that it is quick to look up
class Field:
    """A field: its code, its label for people, how a cell is read, which headings name it, where that was seen.

    `columns` says how many columns may fill it together; `most` is the length of a text, or the largest number.
    """

    code: str
    label: str
    type: str
    synonyms: tuple[str, ...]
    source: str
    columns: int = 1
    most: int = 0


@cache
def fields() -> dict[str, Field]:
    """Return every field by its code, in the order of the file."""
    rows = tomllib.loads((_HERE / "fields.toml").read_text(encoding="utf-8"))["field"]
    return {row["code"]: _field(**row) for row in rows}


def _field(code: str, label: str, type: str, synonyms: list[str], source: str, columns: int = 1) -> Field:
    kind, _, most = type.partition(":")
    is_number = most.isdigit()
    return Field(
        code, label, kind if is_number else type, tuple(synonyms), source, columns, int(most) if is_number else 0
    )


@cache
def words() -> dict[str, Any]:
    """Return the words of `words.toml`, as the file has them."""
    return tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the lists of words, such as "yes"."""
    return frozenset(words()[name])


@cache
def headings() -> dict[str, tuple[str, ...]]:
    """Return, for each heading that is known, the fields that it may name: first the one whose label it is."""
    found: dict[str, dict[str, None]] = {plain(field.label): {code: None} for code, field in fields().items()}
    for field in fields().values():
        for name in field.synonyms:
            found.setdefault(name, {})[field.code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def is_known_heading(text: object) -> bool:
    """Tell whether a cell reads as a heading of a list."""
    return (
        isinstance(text, str) and len(text) < 100 and (plain(text) in headings() or plain(text) in word_set("ignored"))
    )


def plain(text: str) -> str:
    """Return `text` for comparing: in small letters, without accents, one blank for all that is no letter or digit."""
    if not text.isascii():
        # A letter at a time: to order the accents of a whole text takes quadratic time.
        text = "".join(part for letter in text for part in unicodedata.normalize("NFKD", letter) if ord(part) < 0x300)
    return " ".join(text.lower().translate(_BLANKS).split())
