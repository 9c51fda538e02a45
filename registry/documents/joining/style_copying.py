"""Copies the styles that a part uses and the first part lacks into the whole."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from registry.documents.joining.style_sheets import Style, style_of
from registry.documents.joining.whole import Whole, styles_of
from registry.documents.joining.word_package import WordPackage

_STYLES = "styles"
_ID, _VAL, _NAME, _DEFAULT = qn("w:styleId"), qn("w:val"), qn("w:name"), qn("w:default")
_OTHERS = (qn("w:basedOn"), qn("w:next"), qn("w:link"))


class StyleCopier:
    """Says what styles of `source` are called in `whole`, and copies them when they are not there."""

    def __init__(self, source: WordPackage, whole: Whole) -> None:
        self._source, self._whole = source, whole
        self.sheet = styles_of(source)
        self._known = {old: new for old, style in self.sheet.items() if (new := whole.same_style(style))}
        self._copied: dict[str, str] = {}
        self.unsettled: list[Any] = []  # copied styles that still have the list numbers of the source

    def is_known(self, style_id: str) -> bool:
        """Whether the whole had this style before the source came."""
        return style_id in self._known or style_id not in self.sheet

    def id(self, style_id: str) -> str:
        """The id in the whole of this style of the source; the same for one that the source does not define."""
        if style_id in self._known or style_id in self._copied or style_id not in self.sheet:
            return self._known.get(style_id) or self._copied.get(style_id) or style_id
        return self._copy(self.sheet[style_id])

    def _copy(self, style: Style) -> str:
        root, element = self._whole.room(_STYLES, self._source), deepcopy(self._element(style.id))
        new = replace(style, id=self._free_id(style.id), name=self._free_name(style.name))
        self._copied[style.id] = new.id
        self._whole.keep_style(new)  # before the styles that it refers to, which may refer to it
        root.append(element)
        self.unsettled.append(element)
        self._adapt(element, new)
        self._whole.keep_style(style_of(element))
        return new.id

    def _adapt(self, element: Any, new: Style) -> None:
        element.set(_ID, new.id)
        element.attrib.pop(_DEFAULT, None)
        for name in element.iterchildren(_NAME):
            name.set(_VAL, new.name)
        for other in element.iterchildren(*_OTHERS):
            other.set(_VAL, self.id(other.get(_VAL) or ""))

    def _element(self, style_id: str) -> Any:
        root = self._source.tree(self._source.related(self._source.main, _STYLES))
        return next(one for one in root.iterchildren(qn("w:style")) if one.get(_ID) == style_id)

    def _free_id(self, style_id: str) -> str:
        free, number = style_id, 2
        while free in self._whole.styles:
            free, number = f"{style_id}{number}", number + 1
        return free

    def _free_name(self, name: str) -> str:
        free, number = name, 2
        while self._whole.has_style_name(free):
            free, number = f"{name} {number}", number + 1
        return free
