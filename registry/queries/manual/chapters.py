"""The chapters of the manual: Markdown files in docs/handleiding, turned into pages once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from registry.paths import manual_folder

if TYPE_CHECKING:
    from markdown_it.token import Token

ORDER = (
    "start",
    "wat-moet-ik-doen-als",
    "scholen-en-bestuur",
    "leveranciers-en-producten",
    "bijlagen",
    "overeenkomsten",
    "gebruik-per-school",
    "papieren",
    "ouderpagina",
    "verklaringen",
    "signalen-en-termijnen",
    "jaarronde",
    "incidenten",
    "inlezen-en-uitvoeren",
    "accounts",
)
"""The names of the chapters in the order in which they are read; a test holds this against the folder."""


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a chapter under one heading: the place of the heading on its page, the heading, and the words."""

    place: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its name in the address, its title, its text as HTML without that title, and its sections.

    The first section is what stands under the title itself; its place is empty.
    """

    name: str
    title: str
    html: str
    sections: tuple[Section, ...]


@cache
def chapters() -> dict[str, Chapter]:
    """Return all chapters by name, in reading order."""
    return {name: _read(manual_folder() / f"{name}.md") for name in ORDER}


def place_of(title: str) -> str:
    """Return the place of a heading on its page, as GitHub makes it, so that a link works there and here."""
    return "".join(one for one in title.lower().replace(" ", "-") if one.isalnum() or one in "-_")


def _read(file: Path) -> Chapter:
    from markdown_it import MarkdownIt  # here: a start needs no manual

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(file.read_text("utf-8"))
    title, rest = tokens[1].content, tokens[3:]
    _prepare(rest)
    html = markdown.renderer.render(rest, markdown.options, {})
    return Chapter(file.stem, title, html, tuple(_sections(title, rest)))


def _prepare(tokens: list["Token"]) -> None:
    """Give each heading its place, and let a link to another chapter's file lead to its page."""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and following:
            token.attrSet("id", place_of(following.content))
        for inline in token.children or ():
            if inline.type == "link_open":
                inline.attrSet("href", str(inline.attrGet("href")).replace(".md", "", 1))


def _sections(title: str, tokens: list["Token"]) -> list[Section]:
    sections, words = [], list[str]()
    place, heading, is_heading = "", title, False
    for token in tokens:
        if token.type == "heading_open":
            sections.append(Section(place, heading, " ".join(words)))
            words, is_heading = [], True
        elif token.type == "inline" and is_heading:
            place, heading, is_heading = place_of(token.content), token.content, False
        elif token.type == "inline":
            words.append("".join(one.content for one in token.children or () if one.type != "image") or "")
    return [*sections, Section(place, heading, " ".join(words))]
