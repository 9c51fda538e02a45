"""Copies what a text refers to (pictures, charts, addresses) from one file into another, each once."""

from typing import Any

from docx.oxml.ns import nsmap

from registry.documents.joining.links import Link, Links
from registry.documents.joining.word_package import WordPackage, links_name
from registry.documents.language import places
from registry.errors import TemplateRefused

_REFERENCES = {"r": nsmap["r"]}
_DRAWN, _DRAWN_BY = "{http://schemas.microsoft.com/office/drawing/2008/diagram}dataModelExt", "relId"
_NOWHERE = (
    "Het Word-bestand is beschadigd: een verwijzing {} leidt nergens heen. Open het in Word en sla het opnieuw op."
)


class Copier:
    """Copies from `source` into `whole`."""

    def __init__(self, source: WordPackage, whole: WordPackage) -> None:
        self._source, self._whole = source, whole
        self._copies: dict[str, str] = {}

    def relink(self, element: Any, part: str, new_part: str) -> None:
        """Make the references in `element`, which comes from `part`, those of `new_part`."""
        for value in element.xpath("descendant-or-self::*/@r:*", namespaces=_REFERENCES):
            if value:  # an empty one is no reference
                value.getparent().set(value.attrname, self._linked(str(value), part, new_part))

    def _linked(self, number: str, part: str, new_part: str) -> str:
        links = self._source.links(part)
        if (link := links.get(number)) is None:
            raise TemplateRefused(_NOWHERE.format(places.named(part)), place=places.named(part))
        if link.leads_out:
            return self._whole.link(new_part, link.kind, link.target, link.mode)
        name = self._existing(links, link, part)
        is_new, new_name = name not in self._copies, self._copied(name)
        if is_new and link.kind.endswith("/diagramData"):
            self._relink_drawing(new_name, part, new_part)
        return self._whole.link(new_part, link.kind, new_name)

    def _relink_drawing(self, name: str, part: str, new_part: str) -> None:
        """Let a diagram refer to its drawing, which is a relationship of the text and not of the diagram."""
        for one in self._whole.tree(name).iter(_DRAWN):
            if self._source.links(part).get(number := one.get(_DRAWN_BY) or ""):
                one.set(_DRAWN_BY, self._linked(number, part, new_part))
                self._whole.changed(name)

    def _existing(self, links: Links, link: Link, part: str) -> str:
        if name := self._source.find(links.target(link)):
            return name
        raise TemplateRefused(_NOWHERE.format(places.named(part)), place=places.named(part))

    def _copied(self, name: str) -> str:
        """The name in the whole of this part of the source."""
        if name not in self._copies:
            links = self._source.links(name).items()
            self._copies[name] = new_name = (not links and self._same(name)) or self._whole.free_name(name)
            if not self._whole.find(new_name):
                self._add(name, new_name)
        return self._copies[name]

    def _same(self, name: str) -> str:
        """The name of a part of the whole that is the same, "" when there is none: one logo is enough."""
        return self._whole.same_as(self._source.sealed(name), self._source.kind(name))

    def _add(self, name: str, new_name: str) -> None:
        self._whole.add(new_name, self._source.sealed(name))
        self._whole.announce(new_name, self._source.kind(name))
        links, own = self._source.links(name), self._whole.links(new_name)
        for number, link in links.items():
            # Its references keep their ids, so that the part itself needs no change.
            own.write(number, link if link.leads_out else self._moved(links, link, name))
        if links.items():
            self._whole.put(links_name(new_name), own.root)

    def _moved(self, links: Links, link: Link, name: str) -> Link:
        return link._replace(target=self._copied(self._existing(links, link, name)))
