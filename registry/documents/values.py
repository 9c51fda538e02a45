"""The values of a paper, detached: plain data in which a template can reach nothing of the program."""

import re
from collections.abc import Mapping
from datetime import date

from registry.documents.gaps import Gap, Marked
from registry.dutch import long_date
from registry.errors import InvalidText

LONGEST_TEXT = 100_000  # characters; what follows the ten-millionth would be left out of the file in silence

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAK = re.compile("\r\n?")


class Fields(dict[str, object]):
    """The values of one thing by name; `path` is where it stands among all values ("lijst.groepen.1")."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


def detach(values: Mapping[str, object], found: dict[Gap, None]) -> Fields:
    """A copy of `values`; each gap that a template looks at is added to `found`.

    A date becomes "3 maart 2026". Raises `InvalidText` with the path of a text that no Word file can hold (items of
    a list are counted from 1), and `TypeError` for anything but dict, list, str, int, bool, date and Gap.
    """
    fields = Fields("")
    fields.update({name: _detached(value, name, found) for name, value in values.items()})
    return fields


def _detached(value: object, path: str, found: dict[Gap, None]) -> object:
    # Exact types: a subclass, such as a text that calls itself safe, would bring its own behaviour into the paper.
    if type(value) is dict:
        fields = Fields(path)
        fields.update({name: _detached(item, f"{path}.{name}", found) for name, item in value.items()})
        return fields
    if type(value) is list:
        return [_detached(item, f"{path}.{place}", found) for place, item in enumerate(value, start=1)]
    return _detached_leaf(value, path, found)


def _detached_leaf(value: object, path: str, found: dict[Gap, None]) -> object:
    if type(value) is str:
        return _writable(value, path)
    if type(value) is date:
        return long_date(value)
    if isinstance(value, Gap):
        return Marked(Gap(_writable(value.label, path), value.where), found)
    if type(value) in (int, bool):
        return value
    raise TypeError(f"{path} is {value!r}: a paper takes dict, list, str, int, bool, date and Gap")


def _writable(text: str, path: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise InvalidText(f"De tekst bij “{path}” is te lang voor een Word-bestand.", field=path)
    if wrong := _NOT_IN_XML.search(text):
        sign, place = f"U+{ord(wrong.group()):04X}", wrong.start() + 1
        sentence = (
            f"De tekst bij “{path}” heeft op plaats {place} een teken ({sign}) dat niet in een Word-bestand past."
        )
        raise InvalidText(sentence, field=path)
    return _LINE_BREAK.sub("\n", text)
