"""A Word file as joining sees it: its parts as they are packed, opened where that is needed."""

import posixpath
from typing import Any

from docx.opc.oxml import serialize_part_xml

from registry.documents.joining.links import Links
from registry.documents.reading.content_types import RELATIONSHIPS, TYPES, main_part, related
from registry.documents.reading.package import DEFLATED, Sealed, sealed
from registry.documents.reading.xml_parts import tree
from registry.documents.zips.deflating import packed
from registry.documents.zips.zipping import Archive, Part
from registry.errors import TemplateRefused

_DAMAGED = "Het Word-bestand is beschadigd: onderdeel “{}” ontbreekt. Open het in Word en sla het opnieuw op."
_NO_KIND = (
    "Het Word-bestand is beschadigd: van onderdeel “{}” staat er niet bij wat het is. Sla het in Word opnieuw op."
)


class WordPackage:
    """The parts of a Word file; `main` is the name of the one with the text."""

    def __init__(self, content: bytes) -> None:
        """Raises `TemplateRefused` for what is no Word file."""
        self._sealed = sealed(content)
        self._names = {name.casefold(): name for name in self._sealed}
        self._trees: dict[str, Any] = {}
        self._changed: dict[str, None] = {}  # a set that keeps its order
        self._added: dict[str, Sealed] = {}
        self._links: dict[str, Links] = {}
        self.main = self._main()

    def _main(self) -> str:
        heads = {name: self.tree(name) for name in (TYPES, RELATIONSHIPS) if name in self._sealed}
        if len(heads) == 2 and (name := related(heads[RELATIONSHIPS], "officeDocument")) in self._sealed:
            heads[name] = self.tree(name)
        return main_part(heads)

    def find(self, name: str) -> str:
        """The name of a part as the file spells it, "" when there is none."""
        return self._names.get(name.casefold(), "")

    def sealed(self, name: str) -> Sealed:
        """A part as it is packed. Raises `TemplateRefused` when there is none."""
        try:
            return self._added.get(name) or self._sealed[name]
        except KeyError as error:
            raise TemplateRefused(_DAMAGED.format(name)) from error

    def read(self, name: str) -> bytes:
        """The contents of a part, as they came."""
        return self.sealed(name).opened()

    def tree(self, name: str) -> Any:
        """The root of a part, to look at."""
        if name not in self._trees:
            self._trees[name] = tree(name, self.read(name))
        return self._trees[name]

    def changed(self, name: str) -> Any:
        """The root of a part, to change; it is written anew."""
        self._changed[name] = None
        return self.tree(name)

    def put(self, name: str, root: Any) -> None:
        """Let this be the root of a part, which may be a new one."""
        self._trees[name] = root
        self._changed[name] = None
        self._names.setdefault(name.casefold(), name)

    def add(self, name: str, part: Sealed) -> None:
        """Add a part under a free name."""
        self._added[name] = part
        self._names[name.casefold()] = name

    def same_as(self, part: Sealed, kind: str) -> str:
        """The name of a part with the same contents and no relationships, "" when there is none."""
        for name, one in {**self._sealed, **self._added}.items():
            if (one.entry.crc, one.entry.size) != (part.entry.crc, part.entry.size) or name in self._changed:
                continue
            if one.opened() == part.opened() and self.kind(name) == kind and not self.find(links_name(name)):
                return name
        return ""

    def free_name(self, name: str) -> str:
        """This name, or when it is taken the same with the first number that is free."""
        stem, ending = posixpath.splitext(name)
        stem, number = stem.rstrip("0123456789"), 1
        while self.find(name):
            name, number = f"{stem}{number}{ending}", number + 1
        return name

    def links(self, part: str) -> Links:
        """The relationships of a part."""
        if part not in self._links:
            name = self.find(links_name(part))
            self._links[part] = Links(posixpath.dirname(part), self.tree(name) if name else None)
        return self._links[part]

    def related(self, part: str, kind: str) -> str:
        """The name of the part that `part` has for `kind` ("styles"), "" when there is none."""
        return self.find(self.links(part).target_of(kind))

    def link(self, part: str, kind: str, target: str, mode: str = "") -> str:
        """The id of the relationship of a part to this target, which is made when it is not there."""
        links, name = self.links(part), self.find(links_name(part)) or links_name(part)
        found, is_new = links.linked(kind, target, mode)
        if is_new:
            self.put(name, links.root)
        return found

    def kind(self, name: str) -> str:
        """The content type of a part, "" when it has none."""
        by_ending = ""
        for one in self.tree(TYPES):
            if (one.get("PartName") or "").lstrip("/").casefold() == name.casefold():
                return one.get("ContentType") or ""
            if (one.get("Extension") or "-").casefold() == posixpath.splitext(name)[1].lstrip(".").casefold():
                by_ending = one.get("ContentType") or ""
        return by_ending

    def announce(self, name: str, kind: str) -> None:
        """Say that a new part has this content type. Raises `TemplateRefused` for none: Word reads no such part."""
        if not kind:
            raise TemplateRefused(_NO_KIND.format(name))
        if self.kind(name) != kind:
            types = self.changed(TYPES)
            tag = f"{types.tag.rpartition('}')[0]}}}Override"
            types.append(types.makeelement(tag, {"PartName": f"/{name}", "ContentType": kind}))

    def written(self) -> bytes:
        """The Word file."""
        names = dict.fromkeys([*self._sealed, *self._added, *self._changed])
        return Archive().extended(self._part(name) for name in names).closed()

    def _part(self, name: str) -> Part:
        if name in self._changed:
            return Part(name.encode(), DEFLATED, *packed(serialize_part_xml(self._trees[name])))
        part = self.sealed(name)
        return Part(name.encode(), part.entry.method, part.entry.crc, part.packed, part.entry.size)


def links_name(part: str) -> str:
    """The name of the part with the relationships of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
