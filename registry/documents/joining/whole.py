"""What the joined file becomes: the first part, in which the others get room."""

import posixpath
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from registry.documents.joining.marks import Marks
from registry.documents.joining.namespaces import widened
from registry.documents.joining.style_sheets import Sheet, Style, sheet
from registry.documents.joining.word_package import WordPackage
from registry.errors import TemplateRefused

# Where the first part may have ids that those of the others must differ from.
_WITH_IDS = ("/header", "/footer", "/footnotes", "/endnotes", "/comments")
_NO_TEXT = "Het Word-bestand is beschadigd: er staat geen tekst in. Open het in Word en sla het opnieuw op."


class Whole:
    """The file that is being made; `styles` are those that it has by now, `marks` what its ids are given by."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.body = body_of(package)
        self.styles: dict[str, Style] = dict(styles_of(package))
        self._style_ids = {style.key: style.id for style in self.styles.values()}
        self.marks = Marks()
        for _, link in package.links(package.main).items():
            if link.kind.endswith(_WITH_IDS) and (name := package.find(package.links(package.main).target(link))):
                self.marks.avoid(package.read(name))
        self.marks.rename(self.body)
        self.marks.renumber(self.body)

    def room(self, kind: str, source: WordPackage) -> Any:
        """The root of the part for `kind` ("styles"), to add to what the source has there; made when there is none."""
        theirs = source.tree(source.related(source.main, kind))
        name = self.package.related(self.package.main, kind) or self._made(kind, source)
        self.package.put(name, widened(self.package.tree(name), theirs))
        return self.package.tree(name)

    def _made(self, kind: str, source: WordPackage) -> str:
        theirs = source.related(source.main, kind)
        root, link = source.tree(theirs), source.links(source.main).link_of(kind)
        assert link is not None  # or there would be no room to make
        folder = posixpath.dirname(self.package.main)
        name = self.package.free_name(posixpath.join(folder, posixpath.basename(theirs)))
        self.package.put(name, etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap))
        self.package.announce(name, source.kind(theirs))
        self.package.link(self.package.main, link.kind, name)
        return name

    def widen(self, source: WordPackage) -> Any:
        """The root of the text, which now knows the namespaces of the source's text too."""
        root = widened(self.package.tree(self.package.main), source.tree(source.main))
        self.package.put(self.package.main, root)
        return root

    def same_style(self, style: Style) -> str:
        """The id of the style that is this one here, "" when there is none."""
        return self._style_ids.get(style.key, "")

    def has_style_name(self, name: str) -> bool:
        """Whether a style of any kind has this name."""
        return any(name.casefold() == taken for _, taken in self._style_ids)

    def keep_style(self, style: Style) -> None:
        """Know this style from now on."""
        self.styles[style.id] = style
        self._style_ids.setdefault(style.key, style.id)


def body_of(package: WordPackage) -> Any:
    """The body of a file's text. Raises `TemplateRefused` when it has none."""
    body = package.tree(package.main).find(qn("w:body"))
    if body is None:
        raise TemplateRefused(_NO_TEXT)
    return body


def styles_of(package: WordPackage) -> Sheet:
    """The styles that a file comes with, by id."""
    name = package.related(package.main, "styles")
    return sheet(package.sealed(name)) if name else {}
