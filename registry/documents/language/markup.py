"""Follows the XML round the tags, so that a paper is well formed whatever its values are.

The source of a part is read once, in order. At every tag the open elements are known: a branch may not change them, and
a value is written to fit the element that it stands in.
"""

import re
from dataclasses import dataclass

from registry.documents.filling.writing import ATTRIBUTE, PLAIN, Spot, in_run

_TAG = re.compile(r"<(/?)([^\s/>!?]+)[^>]*>")
_PICTURE_NUMBER = re.compile(r'\sid="[^"]*"')
_TEXTS = ("t", "instrText", "delText", "delInstrText", "title")
_ESCAPED_BY_DOCXTPL = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


class MisplacedError(Exception):
    """A tag that would break the XML."""


@dataclass(frozen=True, slots=True)
class NextNumber:
    """A place where the number of the next picture comes: docxtpl counts them through, from 1001."""


@dataclass(frozen=True, slots=True)
class State:
    """The open elements, the properties of the open runs, and the start of an open tag."""

    elements: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()
    tag: str = ""

    def like(self, other: "State") -> bool:
        """Whether what follows here may follow there."""
        return (self.elements, self._edge()) == (other.elements, other._edge())

    def _edge(self) -> tuple[bool, bool]:
        return bool(self.tag), self.tag.count('"') % 2 == 1


class Markup:
    """The XML of a part as far as it has been read; `numbered` if its pictures are counted."""

    def __init__(self, *, numbered: bool) -> None:
        self._numbered = numbered
        self._elements: list[str] = []
        self._runs: list[str] = []
        self._tag = ""

    @property
    def state(self) -> State:
        """Where the reading is; set it to go on from an earlier place."""
        return State(tuple(self._elements), tuple(self._runs), self._tag)

    @state.setter
    def state(self, state: State) -> None:
        """Goes on from `state`."""
        self._elements, self._runs, self._tag = list(state.elements), list(state.runs), state.tag

    def read(self, data: str) -> list[str | NextNumber]:
        """The pieces that are written for `data`, which is the text between two tags of the template."""
        for written, meant in _ESCAPED_BY_DOCXTPL:
            data = data.replace(written, meant)
        begun, self._tag = self._tag, ""
        whole = begun + data  # from the start of the tag that is open
        pieces: list[str | NextNumber] = []
        done, end, properties = len(begun), 0, -1
        for tag in _TAG.finditer(whole):
            text = self._text(whole[end : tag.start()])
            pieces += [whole[done : max(end, done)], text] if text else []
            done, end = (tag.start() if text else done), tag.end()
            if tag[2] == "w:rPr":
                properties = self._properties(tag, properties)
            if tag[2] == "wp:docPr" and self._numbered and tag.start() >= len(begun):
                pieces.append(whole[done : tag.start()])
                pieces.extend(_numbered(tag[0]))
                done = tag.end()
            self._nest(tag)
        last = whole.rfind("<", end)
        if last >= 0:
            self._tag = whole[last:]
            if self._numbered and self._tag.startswith("<wp:docPr ") and last >= done:
                return [*pieces, whole[done:last], *_numbered(self._tag)]
        elif text := self._text(whole[end:]):
            return [*pieces, whole[done:end], text]
        return [*pieces, whole[done:]]

    def spot(self) -> Spot:
        """How a value is written here. Raises `MisplacedError` where no text can stand."""
        element = self._elements[-1] if self._elements else ""
        if self._tag:
            if self._tag.count('"') % 2 == 0:
                raise MisplacedError
            return ATTRIBUTE
        if element == "w:t":
            return in_run(self._runs[-1] if self._runs else "")
        if element.rpartition(":")[2] not in _TEXTS:
            raise MisplacedError
        return PLAIN

    def _text(self, text: str) -> str:
        """The text of a template as it is written, where that is another; otherwise ""."""
        if self._elements[-1:] != ["w:t"] or not ("\n" in text or "\t" in text):
            return ""
        spot = self.spot()
        return text.replace("\n", spot.line_break).replace("\t", spot.tab)

    def _properties(self, tag: re.Match[str], start: int) -> int:
        """Where the properties of a run begin; at their end the run gets them."""
        if not tag[1]:
            return tag.start() if self._elements[-1:] == ["w:r"] else -1
        if start >= 0 and self._runs:
            self._runs[-1] = tag.string[start : tag.end()]
        return -1

    def _nest(self, tag: re.Match[str]) -> None:
        name = tag[2]
        if tag[1]:
            if not self._elements or self._elements.pop() != name:
                raise MisplacedError
            if name == "w:r":
                self._runs.pop()
        elif not tag[0].endswith("/>"):
            self._elements.append(name)
            if name == "w:r":
                self._runs.append("")


def _numbered(tag: str) -> list[str | NextNumber]:
    number = _PICTURE_NUMBER.search(tag)
    return [tag[: number.start()] + ' id="', NextNumber(), '"' + tag[number.end() :]] if number else [tag]
