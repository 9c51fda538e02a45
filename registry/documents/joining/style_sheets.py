"""The styles of a Word file, as far as joining must know them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from registry.documents.reading.package import Sealed
from registry.documents.reading.xml_parts import tree

KEPT = 64  # style sheets; a board has one for each of its templates

_VAL, _ID = qn("w:val"), qn("w:styleId")


@dataclass(frozen=True, slots=True)
class Style:
    """A style: what Word knows it by, what it builds on, and the list that it makes its paragraphs items of."""

    id: str
    kind: str
    name: str
    based_on: str = ""
    list_number: str = ""
    level: str = ""
    indent: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What it is the same style by in another file: ids differ from language to language, names do not."""
        return self.kind, self.name.casefold()


Sheet = Mapping[str, Style]


def sheet(part: Sealed) -> Sheet:
    """The styles in this part, by id."""
    return _sheet(replace(part, entry=replace(part.entry, offset=0)))  # it is the same part in another place too


@lru_cache(maxsize=KEPT)
def _sheet(part: Sealed) -> Sheet:
    root = tree(part.entry.name, part.opened())
    return {style.id: style for style in map(style_of, root.iterchildren(qn("w:style"))) if style.id}


def style_of(element: Any) -> Style:
    """The style that an element describes."""
    properties = element.find(qn("w:pPr"))
    indent = None if properties is None else properties.find(qn("w:ind"))
    return Style(
        element.get(_ID) or "",
        element.get(qn("w:type")) or "paragraph",
        _value(element, "w:name") or element.get(_ID) or "",
        _value(element, "w:basedOn"),
        _value(properties, "w:numPr", "w:numId"),
        _value(properties, "w:numPr", "w:ilvl"),
        {} if indent is None else dict(indent.attrib),
    )


def _value(element: Any, *path: str) -> str:
    found = None if element is None else element.find("/".join(map(qn, path)))
    return "" if found is None else found.get(_VAL) or ""


def ancestry(styles: Sheet, style_id: str) -> Iterator[Style]:
    """Yield a style and those that it builds on, nearest first."""
    met = set[str]()
    while (style := styles.get(style_id)) and style_id not in met:
        yield style
        met.add(style_id)
        style_id = style.based_on


class Item(NamedTuple):
    """What makes a paragraph an item of a list: the list's number, its level ("" when not said), and its indent."""

    list_number: str
    level: str
    indent: Mapping[str, str]
    style_id: str  # the style that says so


def item(styles: Sheet, style_id: str) -> Item | None:
    """What a style makes of its paragraphs in a list; None when it does not number them."""
    level, indent = "", dict[str, str]()
    for style in ancestry(styles, style_id):
        level, indent = level or style.level, {**style.indent, **indent}
        if style.list_number:
            return None if style.list_number == "0" else Item(style.list_number, level, indent, style.id)
    return None
