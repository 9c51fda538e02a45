"""One more part: its text made to fit the whole, with all that it needs brought along."""

from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from registry.documents.joining import comments
from registry.documents.joining.copying import Copier
from registry.documents.joining.fields import keep_what_is_shown
from registry.documents.joining.list_copying import ListCopier
from registry.documents.joining.list_items import ListItems
from registry.documents.joining.lists import Lists
from registry.documents.joining.namespaces import respell
from registry.documents.joining.notes import Notes
from registry.documents.joining.sections import bare
from registry.documents.joining.style_copying import StyleCopier
from registry.documents.joining.style_sheets import style_of
from registry.documents.joining.whole import Whole, body_of
from registry.documents.joining.word_package import WordPackage

_VAL, _NUM_ID = qn("w:val"), qn("w:numId")
_STYLES = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))


class Arrival:
    """A part on its way into the whole; with `anew` its lists are counted for themselves."""

    def __init__(self, source: WordPackage, whole: Whole, anew: bool) -> None:
        self._source, self._whole = source, whole
        self._copier = Copier(source, whole.package)
        self._styles = StyleCopier(source, whole)
        numbering = source.related(source.main, "numbering")
        lists = Lists(source.tree(numbering) if numbering else None, self._styles.sheet)
        self._lists = ListCopier(source, whole, lists, self._styles, self._copier)
        self._items = ListItems(lists, self._styles, whole, anew)
        self._notes = Notes(source, whole)

    def body(self) -> Any:
        """The body of the part, with sections that say nothing of headers; its content fits in the whole."""
        body, root = body_of(self._source), self._whole.widen(self._source)
        bare(body)
        respell(body, root)
        etree.strip_attributes(body, *comments.MARKS)
        self._whole.marks.rename(body)
        self._adapt(body, self._source.main, self._whole.package.main)
        self._notes.finish()
        return body

    def _adapt(self, element: Any, part: str, new_part: str) -> None:
        keep_what_is_shown(element)
        self._whole.marks.renumber(element)
        self._copier.relink(element, part, new_part)
        self._items.say(element)
        for style in element.iter(*_STYLES):
            if (new := self._styles.id(old := style.get(_VAL) or "")) != old:
                style.set(_VAL, new)
        self._number(element)
        while self._styles.unsettled:  # a list may bring more styles along, and a style more lists
            self._settle(self._styles.unsettled.pop())
        self._notes.bring(element, self._adapt)

    def _number(self, element: Any) -> None:
        for number in element.iter(_NUM_ID):
            number.set(_VAL, self._lists.number(number.get(_VAL) or ""))

    def _settle(self, style: Any) -> None:
        self._number(style)
        self._whole.keep_style(style_of(style))
