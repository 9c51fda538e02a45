"""The relationships of one part: which id stands for which other part or address."""

import posixpath
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Link(NamedTuple):
    """A relationship: its type, what it leads to as it is written, and "External" or ""."""

    kind: str
    target: str
    mode: str

    @property
    def leads_out(self) -> bool:
        """Whether it leads to an address, and not to a part of the file."""
        return self.mode == "External" or self.kind.endswith("/hyperlink")


class Links:
    """The relationships of a part in `folder`; `root` is where they are written."""

    def __init__(self, folder: str, root: Any = None) -> None:
        self._folder = folder
        self.root = etree.Element(f"{{{_SPACE}}}Relationships", nsmap={None: _SPACE}) if root is None else root
        self._by_id = {one.get("Id") or "": _link(one) for one in self.root.iterchildren("{*}Relationship")}

    def get(self, number: str) -> Link | None:
        """The relationship with this id."""
        return self._by_id.get(number)

    def items(self) -> list[tuple[str, Link]]:
        """Each relationship with its id."""
        return list(self._by_id.items())

    def target(self, link: Link) -> str:
        """The name of the part that a relationship leads to."""
        path = posixpath.normpath(posixpath.join("/", self._folder, unquote(link.target)))
        return path.lstrip("/")

    def link_of(self, kind: str) -> Link | None:
        """The relationship to the part for `kind` ("styles"), None when there is none."""
        found = (link for link in self._by_id.values() if link.kind.endswith(f"/{kind}") and not link.leads_out)
        return next(found, None)

    def target_of(self, kind: str) -> str:
        """The name of the part for `kind`, "" when there is none."""
        link = self.link_of(kind)
        return self.target(link) if link else ""

    def linked(self, kind: str, target: str, mode: str) -> tuple[str, bool]:
        """The id of the relationship to this part (by its name) or address, and whether it is new."""
        key = Link(kind, target, mode)
        if key in self._ids:
            return self._ids[key], False
        self._ids[key] = number = self._free_id()
        self.write(number, key)
        return number, True

    def write(self, number: str, link: Link) -> None:
        """Add a relationship to a part (by its name) or address under this id."""
        link = link if link.leads_out else link._replace(target=posixpath.relpath(link.target, self._folder or "."))
        facts = {"Id": number, "Type": link.kind, "Target": link.target} | (
            {"TargetMode": link.mode} if link.mode else {}
        )
        self.root.append(self.root.makeelement(f"{{{_SPACE}}}Relationship", facts))
        self._by_id[number] = link

    @cached_property
    def _ids(self) -> dict[Link, str]:
        return {self._resolved(link): number for number, link in self._by_id.items()}

    def _free_id(self) -> str:
        number = len(self._by_id) + 1
        while f"rId{number}" in self._by_id:
            number += 1
        return f"rId{number}"

    def _resolved(self, link: Link) -> Link:
        return link if link.leads_out else link._replace(target=self.target(link))


def _link(element: Any) -> Link:
    mode = element.get("TargetMode") or ""
    return Link(element.get("Type") or "", element.get("Target") or "", "" if mode == "Internal" else mode)
