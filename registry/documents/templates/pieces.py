"""The text of a paragraph over all the runs that Word splits it into, and changes in it that leave the rest alone."""

from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_WHITE = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange")  # of the paragraph's end, not of its text
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class TextPieces:
    """A paragraph's text, and of each piece of it the element that holds it; deleted text does not count."""

    def __init__(self, paragraph: BaseOxmlElement) -> None:
        self._pieces: list[tuple[str, BaseOxmlElement | None]] = []
        for element in paragraph.iter(qn("w:t"), *_WHITE):
            if _own_paragraph(element) is not paragraph or _is_property(element):
                continue
            holds = element.tag == qn("w:t")
            self._pieces.append((element.text or "" if holds else _WHITE[element.tag], element if holds else None))

    @property
    def text(self) -> str:
        """The text of the paragraph: a tab as a tab, a line break as a line end."""
        return "".join(text for text, _ in self._pieces)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of these characters, in the run of the first of them."""
        place = 0
        for text, element in self._pieces:
            first, last = max(start - place, 0), min(end - place, len(text))
            if element is not None and first < last:
                element.text = f"{text[:first]}{new}{text[last:]}"
                element.set(_SPACE, "preserve")
                new = ""
            place += len(text)


def add_text(paragraph: BaseOxmlElement, text: str) -> None:
    """Add a run with this text to a paragraph that has none, looking as the paragraph's own end mark does."""
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    if (look := paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")) is not None:
        run.append(deepcopy(look))
        for mark in run[0].findall("*"):
            if mark.tag.rpartition("}")[2] in _TRACKED:
                run[0].remove(mark)
    words.text = text
    run.append(words)
    paragraph.append(run)


def _own_paragraph(element: BaseOxmlElement) -> BaseOxmlElement | None:
    """The paragraph that an element belongs to; a text box inside a paragraph has paragraphs of its own."""
    return next(element.iterancestors(qn("w:p")), None)


def _is_property(element: BaseOxmlElement) -> bool:
    """Whether this is no text: the tab stops of a paragraph are called w:tab too."""
    return bool(element.getparent().tag != qn("w:r"))
