"""What hangs on comments: which is an answer to which, which are done, and who wrote them; in parts of their own."""

from copy import deepcopy
from typing import Any

from registry.documents.joining.whole import Whole
from registry.documents.joining.word_package import WordPackage

KIND = "comments"
_SPACE = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MARKS = (f"{_SPACE}paraId", f"{_SPACE}textId")  # what Word knows paragraphs by; only comments need it

_HANGING = ("commentsExtended", "commentsIds", "commentsExtensible")  # the last speaks of what the second gives
_PEOPLE = "people"
_LASTING = "durableId"
_MOST = 0x7FFFFFFF


class Threads:
    """Keeps the comments of `source` together as they are, under marks that are new in `whole`."""

    def __init__(self, source: WordPackage, whole: Whole) -> None:
        self._source, self._whole = source, whole
        self._marks: dict[str, str] = {}

    def mark(self, comment: Any) -> None:
        """Give the paragraphs of a copied comment new marks."""
        for paragraph in comment.iter("*"):
            if old := paragraph.get(MARKS[0]):
                paragraph.set(MARKS[0], self._new(old))
            paragraph.attrib.pop(MARKS[1], None)

    def finish(self) -> None:
        """Copy what is said of the comments that were copied."""
        if not self._marks:
            return
        for kind in _HANGING:
            if name := self._source.related(self._source.main, kind):
                self._copy(kind, self._source.tree(name))
        if name := self._source.related(self._source.main, _PEOPLE):
            self._copy_people(self._source.tree(name))

    def _copy(self, kind: str, root: Any) -> None:
        for one in root:
            named = {key: value for key, value in one.attrib.items() if _local(key).startswith("para")}
            lasting = {key: value for key, value in one.attrib.items() if _local(key) == _LASTING}
            if not set((named or lasting).values()) & set(self._marks):
                continue
            copy = deepcopy(one)
            for key, value in (named | lasting).items():
                copy.set(key, self._new(value))
            self._whole.room(kind, self._source).append(copy)

    def _copy_people(self, root: Any) -> None:
        room = self._whole.room(_PEOPLE, self._source)
        known = {tuple(one.attrib.items()) for one in room}
        room.extend([deepcopy(one) for one in root if tuple(one.attrib.items()) not in known])

    def _new(self, old: str) -> str:
        if old not in self._marks:
            self._marks[old] = f"{self._whole.marks.next() & _MOST:08X}"
        return self._marks[old]


def _local(name: str) -> str:
    return name.rpartition("}")[2]
