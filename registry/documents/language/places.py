"""Where something stands in a Word file, as a reader would say it."""

import re

from registry.errors import TemplateRefused

_KINDS = {
    "document": "in de tekst",
    "header": "in de koptekst",
    "footer": "in de voettekst",
    "footnotes": "in een voetnoot",
    "endnotes": "in een eindnoot",
    "comments": "in een opmerking",
    "settings": "in de instellingen",
    "styles": "in de opmaakprofielen",
    "core": "in de titel",
}
_SHOWN = 80  # characters of a text that are quoted


def named(part: str) -> str:
    """The place of a part by its name in the package: "in de koptekst"; of other parts the name itself."""
    kind = re.match("[a-z]*", part.rpartition("/")[2].removesuffix(".rels"))
    return _KINDS.get(kind.group() if kind else "", f"in onderdeel “{part[:_SHOWN]}”")


def near(part: str, text: str) -> str:
    """The place of a part with the text round it: "in de koptekst, bij “Ons kenmerk”"."""
    shown = text.strip()[:_SHOWN]
    return f"{named(part)}, bij “{shown}”" if shown else named(part)


def refused(sentence: str, part: str, lines: list[str], line: int) -> TemplateRefused:
    """What to raise about a line of a part's source, with the text of that line."""
    place = near(part, text_of(lines[line - 1])) if 0 < line <= len(lines) else named(part)
    return TemplateRefused(f"{sentence}, {place}.", place=place)


def text_of(xml: str) -> str:
    """The text in a piece of XML."""
    return re.sub("<[^>]*>", "", xml)
