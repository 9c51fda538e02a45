"""Paragraphs that a style makes items of a list: in each part numbered as they were in its own file."""

from functools import cached_property
from typing import Any

from docx.oxml.ns import qn

from registry.documents.joining.lists import NUM_ID, STYLE, VAL, Lists
from registry.documents.joining.ordering import put
from registry.documents.joining.style_copying import StyleCopier
from registry.documents.joining.style_sheets import Item
from registry.documents.joining.whole import Whole

_PARAGRAPH, _PROPERTIES = qn("w:p"), qn("w:pPr")
_ITEM, _LEVEL, _INDENT = qn("w:numPr"), qn("w:ilvl"), qn("w:ind")
_NONE = Item("0", "0", {}, "")


class ListItems:
    """Says in paragraphs of a part what its styles said of lists, where those of the whole say something else."""

    def __init__(self, lists: Lists, styles: StyleCopier, whole: Whole, anew: bool) -> None:
        """With `anew` the part counts for itself, else lists that the whole has for a style go before its own."""
        self._lists, self._styles, self._whole, self._anew = lists, styles, whole, anew
        self._items: dict[str, Item | None] = {}

    def say(self, element: Any) -> None:
        """Do so in an element that still has the part's own styles and list numbers."""
        for style in element.iter(STYLE):
            style_id = style.get(VAL) or ""
            if style_id not in self._items:
                self._items[style_id] = self._item(style_id)
            if (found := self._items[style_id]) is not None:
                _number(style.getparent(), found)

    def _item(self, style_id: str) -> Item | None:
        new_id, theirs = self._styles.id(style_id), self._lists.item(style_id)
        ours = self._their_lists.item(new_id)
        if theirs is not None and not self._styles.is_known(theirs.style_id):
            return None  # its list came along with the style
        if not self._anew:
            return None if ours else theirs
        if theirs is None:
            return _NONE if ours else None
        same = ours is not None and self._lists.is_bullet(theirs) and self._their_lists.is_bullet(ours)
        return None if same else theirs

    @cached_property
    def _their_lists(self) -> Lists:
        package = self._whole.package
        name = package.related(package.main, "numbering")
        return Lists(package.tree(name) if name else None, self._whole.styles)


def _number(properties: Any, one: Item) -> None:
    if properties.tag != _PROPERTIES or properties.getparent().tag != _PARAGRAPH:
        return  # what a paragraph was before a revision
    own = properties.find(_ITEM)
    if own is None:
        own = properties.makeelement(_ITEM)
        own.append(own.makeelement(_LEVEL, {VAL: one.level}))
        put(properties, own)
        if one.indent and properties.find(_INDENT) is None:
            # A list that a paragraph names itself sets its indent; one that its style names does not.
            put(properties, properties.makeelement(_INDENT, dict(one.indent)))
    if own.find(NUM_ID) is None:
        own.append(own.makeelement(NUM_ID, {VAL: one.list_number}))
