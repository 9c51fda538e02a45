"""The values of a paper: plain data, of exactly these types, in which a template can reach nothing of the program."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from registry.documents.filling.gaps import Gap
from registry.documents.language.uses import EACH, Use
from registry.documents.reading import bounds
from registry.errors import InvalidText, TemplateRefused

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_NUMBER = 10_000  # bits
Values = Mapping[str, object]


class WrongValueError(Exception):
    """A value that is not plain data, or a text that XML cannot hold; `first_wrong` finds out which."""


def is_writable(text: object) -> bool:
    """Whether `text` is a str that a Word file can hold."""
    return type(text) is str and len(text) <= bounds.LONGEST_TEXT and not _NOT_IN_XML.search(text)


def first_wrong(values: Values) -> Exception | None:
    """What to raise about the first of `values` that is not plain data or does not fit in a Word file.

    Items of a list are counted from 1 in the path. Only asked once something is wrong, so that papers that are right
    do not wait for it.
    """
    return next(_wrong(dict(values), ""), None)


def _wrong(value: object, path: str) -> Iterator[Exception]:
    # Exact types: a subclass, such as a text that calls itself safe, would bring its own behaviour into the paper.
    inside = f"{path}." if path else ""
    if type(value) is dict:
        for name, item in value.items():
            yield from _wrong(item, f"{inside}{name}")
    elif type(value) is list:
        for place, item in enumerate(value, start=1):
            yield from _wrong(item, f"{inside}{place}")
    elif type(value) is Gap and type(value.label) is str:
        yield from _wrong_text(value.label, path)
    elif type(value) is str:
        yield from _wrong_text(value, path)
    elif type(value) is int:
        if value.bit_length() > _LONGEST_NUMBER:
            yield InvalidText(f"Het getal bij “{path}” is te lang voor een Word-bestand.", field=path)
    elif type(value) not in (bool, date):
        yield TypeError(f"{path} is {value!r}: a paper takes dict, list, str, int, bool, date and Gap")


def _wrong_text(text: str, path: str) -> Iterator[InvalidText]:
    if len(text) > bounds.LONGEST_TEXT:
        yield InvalidText(f"De tekst bij “{path}” is te lang voor een Word-bestand.", field=path)
    elif wrong := _NOT_IN_XML.search(text):
        sign, place = f"U+{ord(wrong.group()):04X}", wrong.start() + 1
        yield InvalidText(
            f"De tekst bij “{path}” heeft op plaats {place} een teken ({sign}) dat niet in een Word-bestand past.",
            field=path,
        )


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the values do not have, by its full path, and the nearest one that they do have, or ""."""

    path: str
    nearest: str

    def refusal(self, place: str) -> TemplateRefused:
        """What to raise about it."""
        sentence = f"Het sjabloon vraagt om “{self.path}”, maar dat veld bestaat niet."
        hint = f" Bedoeld is misschien “{self.nearest}”." if self.nearest else ""
        return TemplateRefused(sentence + hint, place=place)


def unknown_names(values: object, use: Use) -> Iterator[UnknownName]:
    """The names on the way of `use` that `values` do not have; the items of a list are counted from 1."""
    yield from _unknown(values, use.steps, "")


def _unknown(value: object, steps: tuple[str, ...], path: str) -> Iterator[UnknownName]:
    if not steps:
        return
    step, rest = steps[0], steps[1:]
    inside = f"{path}." if path else ""
    if step == EACH:
        for place, item in enumerate(value if type(value) is list else [], start=1):
            yield from _unknown(item, rest, f"{inside}{place}")
    elif isinstance(value, Mapping) and step in value:
        yield from _unknown(value[step], rest, f"{inside}{step}")
    else:
        known = sorted(map(str, value)) if isinstance(value, Mapping) else []
        near = get_close_matches(step, known, n=1)
        yield UnknownName(inside + step, inside + near[0] if near else "")
