"""Numbers and names that a file may have only once: of bookmarks, revisions, pictures and content controls."""

import re
from typing import Any

from docx.oxml.ns import nsmap, qn

_ID, _NAME, _VAL, _ANCHOR, _CODE = qn("w:id"), qn("w:name"), qn("w:val"), qn("w:anchor"), qn("w:instr")
_BOOKMARK, _PICTURE, _CONTROL = qn("w:bookmarkStart"), qn("wp:docPr"), qn("w:id")
_LINKS = (qn("w:hyperlink"), qn("w:fldSimple"), qn("w:instrText"))
# Their ids are those of a note or comment elsewhere.
_ELSEWHERE = {
    qn(f"w:{name}")
    for name in ("footnoteReference", "endnoteReference", "commentReference", "commentRangeStart", "commentRangeEnd")
}
_IN_USE = re.compile(rb"""\bid=["'](\d{1,10})["']|<w:id w:val=["'](\d{1,10})["']|paraId=["']([0-9A-Fa-f]{8})["']""")
_LONGEST_NAME = 40
_WORD = re.compile(r"\w+")


class Marks:
    """Gives each mark of the parts, as they come, a number and a name that none before it has."""

    def __init__(self) -> None:
        self._taken = set[int]()
        self._last = 0
        self._names = set[str]()

    def avoid(self, xml: bytes) -> None:
        """Give out no number that stands in this part."""
        for plain, control, paragraph in _IN_USE.findall(xml):
            self._taken.add(int(paragraph, 16) if paragraph else int(plain or control))

    def next(self) -> int:
        """A number that is not given out yet."""
        self._last += 1
        while self._last in self._taken:
            self._last += 1
        return self._last

    def renumber(self, element: Any) -> None:
        """Give all marks in an element new numbers."""
        current: dict[tuple[str, str], str] = {}
        for value in element.xpath("descendant::*/@w:id", namespaces={"w": nsmap["w"]}):
            mark = value.getparent()
            if mark.tag in _ELSEWHERE:
                continue
            family, is_end = _family(mark.tag)
            if not is_end or (family, value) not in current:
                current[family, value] = str(self.next())
            mark.set(_ID, current[family, value])
        for picture in element.iter(_PICTURE):
            picture.set("id", str(self.next()))
        for control in element.iter(_CONTROL):
            control.set(_VAL, str(self.next()))

    def rename(self, element: Any) -> None:
        """Give bookmarks whose names are taken other ones, and what refers to them too."""
        names = {mark.get(_NAME) or "": "" for mark in element.iter(_BOOKMARK)}
        new = {name: self._free(name) for name in names if name.casefold() in self._names}
        self._names.update((new.get(name) or name).casefold() for name in names)
        if not new:
            return
        for mark in element.iter(_BOOKMARK):
            name = mark.get(_NAME) or ""
            mark.set(_NAME, new.get(name, name))
        for link in element.iter(*_LINKS):
            _point(link, new)

    def _free(self, name: str) -> str:
        number, free = 2, f"{name[: _LONGEST_NAME - 4]}_2"
        while free.casefold() in self._names:
            number += 1
            free = f"{name[: _LONGEST_NAME - 4]}_{number}"
        self._names.add(free.casefold())
        return free


def _family(tag: str) -> tuple[str, bool]:
    return tag.removesuffix("Start").removesuffix("End"), tag.endswith("End")


def _point(link: Any, names: dict[str, str]) -> None:
    if anchor := link.get(_ANCHOR):
        link.set(_ANCHOR, names.get(anchor, anchor))
    if code := link.get(_CODE):
        link.set(_CODE, _coded(code, names))
    if link.tag == _LINKS[-1] and link.text:
        link.text = _coded(link.text, names)


def _coded(code: str, names: dict[str, str]) -> str:
    return _WORD.sub(lambda word: names.get(word[0], word[0]), code)
