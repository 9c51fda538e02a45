"""The pieces of a paragraph that look different: plain, bold, italic, a link, marked."""

from dataclasses import dataclass
from itertools import groupby

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_WHITE = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Span:
    """Text that looks the same from end to end; `is_marked` is on a colour, as a gap is."""

    text: str
    bold: bool = False
    italic: bool = False
    is_marked: bool = False


def spans(paragraph: BaseOxmlElement) -> tuple[Span, ...]:
    """Return the text of a paragraph in spans; none for one that only holds white space."""
    found = [_span(run) for run in paragraph.iter(qn("w:r"))]
    if not any(span.text.strip() for span in found):
        return ()
    looks = groupby((span for span in found if span.text), lambda one: (one.bold, one.italic, one.is_marked))
    return tuple(Span("".join(span.text for span in some), *look) for look, some in looks)


def _span(run: BaseOxmlElement) -> Span:
    text = "".join(_WHITE.get(child.tag, "") or _said(child) for child in run)
    look = run.find(qn("w:rPr"))
    if look is None:
        return Span(text)
    return Span(text, _is_on(look, "w:b"), _is_on(look, "w:i"), look.find(qn("w:highlight")) is not None)


def _said(child: BaseOxmlElement) -> str:
    return (child.text or "") if child.tag == qn("w:t") else ""


def _is_on(look: BaseOxmlElement, name: str) -> bool:
    switch = look.find(qn(name))
    return switch is not None and switch.get(qn("w:val"), "1") not in _OFF
