"""Lists as a file defines them: a number, what it is counted by, and at which level a style counts."""

from typing import Any

from docx.oxml.ns import qn

from registry.documents.joining.style_sheets import Item, Sheet, item

VAL, NUM, ABSTRACT, PICTURE = qn("w:val"), qn("w:num"), qn("w:abstractNum"), qn("w:numPicBullet")
NUM_ID, ABSTRACT_ID, PICTURE_ID = qn("w:numId"), qn("w:abstractNumId"), qn("w:numPicBulletId")
STYLE, LEVEL, AS_STYLE = qn("w:pStyle"), qn("w:lvl"), qn("w:numStyleLink")
_LEVEL_ID, _FORMAT = qn("w:ilvl"), qn("w:numFmt")
_MOST_STEPS = 5  # a list may say that it is that of a style, which may say so too


class Lists:
    """The lists in a numbering part (`root`, None when there is none) of a file with these styles."""

    def __init__(self, root: Any, styles: Sheet) -> None:
        self._styles = styles
        self._nums = {} if root is None else {one.get(NUM_ID): one for one in root.iterchildren(NUM)}
        self._abstracts = {} if root is None else {one.get(ABSTRACT_ID): one for one in root.iterchildren(ABSTRACT)}
        self._pictures = {} if root is None else {one.get(PICTURE_ID): one for one in root.iterchildren(PICTURE)}

    def num(self, number: str) -> Any:
        """The list with this number, None when it is not defined."""
        return self._nums.get(number) if self.abstract(number) is not None else None

    def abstract(self, number: str) -> Any:
        """What the list with this number is counted by, None when it is not defined."""
        found = None
        for _ in range(_MOST_STEPS):
            num = self._nums.get(number)
            pointer = None if num is None else num.find(ABSTRACT_ID)
            found = None if pointer is None else self._abstracts.get(pointer.get(VAL))
            style = None if found is None else found.find(AS_STYLE)
            if style is None or not (number := self._list_of(style.get(VAL))):
                break
        return found

    def _list_of(self, style_id: str) -> str:
        style = self._styles.get(style_id)
        return style.list_number if style else ""

    def picture(self, number: str) -> Any:
        """The picture with this number that a list has for bullets, None when there is none."""
        return self._pictures.get(number)

    def item(self, style_id: str) -> Item | None:
        """What a style makes of its paragraphs in a list, its level filled in; None when it does not number them."""
        found = item(self._styles, style_id)
        if found is None or (abstract := self.abstract(found.list_number)) is None:
            return None
        linked = (one.get(_LEVEL_ID) for one in _levels(abstract) if _value(one, STYLE) == found.style_id)
        return found._replace(level=found.level or next(linked, None) or "0")

    def is_bullet(self, one: Item) -> bool:
        """Whether a mark stands before such an item, the same before each, and no number."""
        levels = [*_levels(self.num(one.list_number)), *_levels(self.abstract(one.list_number))]
        formats = (_value(level, _FORMAT) for level in levels if level.get(_LEVEL_ID) == one.level)
        return next(filter(None, formats), "") == "bullet"


def _levels(element: Any) -> list[Any]:
    return list(element.iter(LEVEL))


def _value(element: Any, tag: str) -> str:
    found = element.find(tag)
    return "" if found is None else found.get(VAL) or ""
