"""Dresses a template in a board's house style: the text of the one in the package of the other."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.section import Section

from registry.documents.joining.joining import poured
from registry.documents.word import opened, saved

_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_WIDTHS = ".//w:tbl//w:gridCol/@w:w | .//w:tbl//w:tcW[@w:type='dxa']/@w:w | .//w:tblPr/w:tblW[@w:type='dxa']/@w:w"


def dressed(template: bytes, house: bytes) -> bytes:
    """Return the template in the house file's styles, header, footer, logo and margins; the same for the same two.

    What the house file says itself is left out; styles that it lacks are added; a paper that lies on its side stays
    so; tables that would not fit between the margins become narrower. TemplateRefused for what is no Word file.
    """
    body, whole = opened(template), opened(house)
    before = _text_width(body.sections[-1])
    _empty(whole)
    _turn_like(body.sections[-1], whole.sections[-1])
    _narrow_tables(body, _text_width(whole.sections[-1]) / before)
    return poured(saved(body), saved(whole))


def texts_in(house: bytes) -> list[str]:
    """Return the paragraphs of a house file's own body, in tables too: what dressing leaves out."""
    paragraphs = opened(house).element.body.iter(qn("w:p"))
    texts = ("".join(part.text or "" for part in one.iter(qn("w:t"))) for one in paragraphs)
    return [text for text in texts if text.strip()]


def _empty(house: WordDocument) -> None:
    """Leave nothing but the last section, with the headers and footers that it had from the sections before it."""
    body = house.element.body
    last = body.get_or_add_sectPr()
    for earlier in reversed([section._sectPr for section in house.sections][:-1]):
        _inherit(last, earlier)
    for element in list(body):
        if element is not last:
            body.remove(element)


def _inherit(last: CT_SectPr, earlier: CT_SectPr) -> None:
    has = {(one.tag, one.get(qn("w:type"))) for one in last if one.tag in _REFERENCES}
    for one in earlier:
        if one.tag in _REFERENCES and (one.tag, one.get(qn("w:type"))) not in has:
            last.insert(0, deepcopy(one))


def _turn_like(ours: Section, theirs: Section) -> None:
    if _lies(ours) is _lies(theirs):
        return
    theirs.page_width, theirs.page_height = theirs.page_height, theirs.page_width
    theirs.orientation = WD_ORIENT.LANDSCAPE if _lies(ours) else WD_ORIENT.PORTRAIT


def _lies(section: Section) -> bool:
    return (section.page_width or 0) > (section.page_height or 0)


def _text_width(section: Section) -> int:
    """The width between the margins, in EMU; of a page that says nothing that of A4 with margins of 2,5 cm."""
    page, left, right = section.page_width or 7560310, section.left_margin or 900000, section.right_margin or 900000
    return max(page - left - right, 1)


def _narrow_tables(document: WordDocument, factor: float) -> None:
    if factor >= 1:
        return
    for width in document.element.body.xpath(_WIDTHS):
        width.getparent().set(qn("w:w"), str(round(int(float(width)) * factor)))
