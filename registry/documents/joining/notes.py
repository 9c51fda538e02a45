"""Footnotes, endnotes and comments: they stand in parts of their own, and come along with what refers to them."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from registry.documents.joining import comments
from registry.documents.joining.namespaces import respell
from registry.documents.joining.whole import Whole
from registry.documents.joining.word_package import WordPackage
from registry.documents.language import places
from registry.errors import TemplateRefused

_ID, _TYPE = qn("w:id"), qn("w:type")
_KINDS = {
    qn("w:footnoteReference"): "footnotes",
    qn("w:endnoteReference"): "endnotes",
    qn("w:commentReference"): comments.KIND,
    qn("w:commentRangeStart"): comments.KIND,
    qn("w:commentRangeEnd"): comments.KIND,
}
_NOT_THERE = "Het Word-bestand is beschadigd: er ontbreekt iets {}. Open het in Word en sla het opnieuw op."

Adapt = Callable[[Any, str, str], None]  # an element, the part that it comes from, the part that it is in now


class Notes:
    """Copies the notes that a text of `source` refers to into `whole`, each once."""

    def __init__(self, source: WordPackage, whole: Whole) -> None:
        self._source, self._whole = source, whole
        self._numbers: dict[tuple[str, str], str] = {}
        self._threads = comments.Threads(source, whole)

    def bring(self, element: Any, adapt: Adapt) -> None:
        """Copy what an element refers to, made to fit by `adapt`, and let it refer to the copies."""
        for reference in list(element.iter(*_KINDS)):
            kind, old = _KINDS[reference.tag], reference.get(_ID) or ""
            if (kind, old) not in self._numbers:
                self._copy(kind, old, adapt)
            reference.set(_ID, self._numbers[kind, old])

    def finish(self) -> None:
        """Copy what hangs on the comments, once all of these are there."""
        self._threads.finish()

    def _copy(self, kind: str, old: str, adapt: Adapt) -> None:
        name = self._source.related(self._source.main, kind)
        root = self._source.tree(name) if name else []
        for note in root:
            if note.get(_ID) == old and note.get(_TYPE) in (None, "normal"):
                self._numbers[kind, old] = number = str(self._whole.marks.next())
                self._add(kind, note, adapt).set(_ID, number)
                return
        place = places.named(kind)
        raise TemplateRefused(_NOT_THERE.format(place), place=place)

    def _add(self, kind: str, note: Any, adapt: Adapt) -> Any:
        root = self._whole.room(kind, self._source)
        for separator in [] if len(root) else self._separators(kind):
            copy = self._put(kind, root, separator, adapt)
            if copy.get(_ID, "").strip("0").isdecimal():  # those below one are no note's
                copy.set(_ID, str(self._whole.marks.next()))
        return self._put(kind, root, note, adapt)

    def _separators(self, kind: str) -> Iterator[Any]:
        for note in self._source.tree(self._source.related(self._source.main, kind)):
            if note.get(_TYPE) not in (None, "normal"):
                yield note

    def _put(self, kind: str, root: Any, note: Any, adapt: Adapt) -> Any:
        copy = deepcopy(note)
        respell(copy, root)
        if kind == comments.KIND:
            self._threads.mark(copy)
        else:
            etree.strip_attributes(copy, *comments.MARKS)
        root.append(copy)
        ours, theirs = self._whole.package, self._source
        adapt(copy, theirs.related(theirs.main, kind), ours.related(ours.main, kind))
        return copy
