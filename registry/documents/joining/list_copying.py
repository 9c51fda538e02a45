"""Copies the lists that a part uses into the whole, so that each part counts for itself."""

import zlib
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from registry.documents.joining.copying import Copier
from registry.documents.joining.lists import (
    ABSTRACT,
    ABSTRACT_ID,
    AS_STYLE,
    NUM,
    NUM_ID,
    PICTURE,
    PICTURE_ID,
    STYLE,
    VAL,
    Lists,
)
from registry.documents.joining.style_copying import StyleCopier
from registry.documents.joining.whole import Whole
from registry.documents.joining.word_package import WordPackage

_NUMBERING = "numbering"
_SIGN, _OF_STYLE, _PICTURE_POINTER = qn("w:nsid"), qn("w:styleLink"), qn("w:lvlPicBulletId")
_CLEAN_UP = qn("w:numIdMacAtCleanup")
_DURABLE = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}durableId"


class ListCopier:
    """Copies lists of `source` into `whole`, each once; those of styles through `styles`."""

    def __init__(self, source: WordPackage, whole: Whole, lists: Lists, styles: StyleCopier, copier: Copier) -> None:
        self._source, self._whole, self._lists = source, whole, lists
        self._styles, self._copier = styles, copier
        self._numbers: dict[str, str] = {}
        self._abstracts: dict[str, str] = {}

    def number(self, old: str) -> str:
        """The number in the whole of this list; "0", which is none, for one that is not defined."""
        if old not in self._numbers:
            num = self._lists.num(old)
            if num is None:
                return "0"
            self._copy(num, old)
        return self._numbers[old]

    def _copy(self, num: Any, old: str) -> None:
        root, copy = self._whole.room(_NUMBERING, self._source), deepcopy(num)
        self._numbers[old] = number = _next(root, NUM, NUM_ID)
        copy.set(NUM_ID, number)
        copy.attrib.pop(_DURABLE, None)
        last = root.find(_CLEAN_UP)
        root.append(copy) if last is None else last.addprevious(copy)
        copy.find(ABSTRACT_ID).set(VAL, self._abstract(self._lists.abstract(old)))
        self._adapt(copy)

    def _abstract(self, abstract: Any) -> str:
        old = abstract.get(ABSTRACT_ID)
        if old not in self._abstracts:
            root, copy = self._whole.room(_NUMBERING, self._source), deepcopy(abstract)
            self._abstracts[old] = number = _next(root, ABSTRACT, ABSTRACT_ID)
            copy.set(ABSTRACT_ID, number)
            root.insert(root.index(root.find(NUM)), copy)
            self._adapt(copy)
        return self._abstracts[old]

    def _adapt(self, copy: Any) -> None:
        for one in copy.findall(_OF_STYLE) + copy.findall(AS_STYLE):
            copy.remove(one)  # styles have their lists from the first file
        for sign in copy.iterchildren(_SIGN):
            # Word takes two lists with one sign for one list.
            sign.set(VAL, f"{zlib.crc32(f'{sign.get(VAL)} {copy.get(ABSTRACT_ID)}'.encode()):08X}")
        for picture in copy.iter(_PICTURE_POINTER):
            picture.set(VAL, self._picture(picture.get(VAL) or ""))
        for style in list(copy.iter(STYLE)):
            if self._styles.is_known(style.get(VAL)):
                style.getparent().remove(style)
            else:
                style.set(VAL, self._styles.id(style.get(VAL)))

    def _picture(self, old: str) -> str:
        found = self._lists.picture(old)
        if found is None:
            return old
        root, copy = self._whole.room(_NUMBERING, self._source), deepcopy(found)
        number = _next(root, PICTURE, PICTURE_ID)
        copy.set(PICTURE_ID, number)
        root.insert(0, copy)
        ours, theirs = self._whole.package, self._source
        self._copier.relink(copy, theirs.related(theirs.main, _NUMBERING), ours.related(ours.main, _NUMBERING))
        return number


def _next(root: Any, tag: str, name: str) -> str:
    numbers = (one.get(name) or "" for one in root.iterchildren(tag))
    return str(max((int(number) for number in numbers if number.isdecimal()), default=0) + 1)
