"""What the styles of a Word file make of a paragraph: a heading of some level, a list item, bold."""

from dataclasses import dataclass
from typing import Any

from registry.exchange.annexes.paper.word_parts import tag

_HEADINGS = ("heading ", "kop ", "titel", "title")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: heading level (0 for none), whether it is of a list, of a table of contents, and bold."""

    level: int = 0
    is_item: bool = False
    is_contents: bool = False
    bold: bool = False


def styles(root: Any) -> dict[str, Style]:
    """Return the paragraph styles of `styles.xml` by their id."""
    if root is None:
        return {}
    return {style.get(tag("styleId")) or "": _style(style) for style in root.findall(tag("style"))}


def style_of(paragraph: Any, known: dict[str, Style]) -> Style:
    """Return what a paragraph is by its style and its own properties."""
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        return Style()
    named = properties.find(tag("pStyle"))
    style = known.get("" if named is None else named.get(tag("val")) or "", Style())
    outline = properties.find(tag("outlineLvl"))
    level = style.level or (_number(outline) + 1 if outline is not None and _number(outline) < 9 else 0)
    return Style(level, style.is_item or properties.find(tag("numPr")) is not None, style.is_contents, style.bold)


def _style(style: Any) -> Style:
    name = style.find(tag("name"))
    called = ((name.get(tag("val")) if name is not None else "") or "").lower()
    level = 0
    if called.startswith(_HEADINGS):
        digits = "".join(sign for sign in called if sign.isdigit())
        level = int(digits[:1] or "1")
    elif (outline := style.find(f"{tag('pPr')}/{tag('outlineLvl')}")) is not None and _number(outline) < 9:
        level = _number(outline) + 1
    bold = style.find(f"{tag('rPr')}/{tag('b')}")
    is_item = "list" in called or "lijst" in called
    return Style(level, is_item, called.startswith(("toc", "inhopg")), bold is not None and bold.get(tag("val")) != "0")


def _number(element: Any) -> int:
    value = element.get(tag("val")) or ""
    return int(value) if value.isascii() and value.isdigit() else 9
