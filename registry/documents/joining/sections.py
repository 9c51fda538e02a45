"""Sections: each part keeps its own pages, under the headers and footers of the first part."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from registry.documents.joining.ordering import properties_of, put

_SECTION, _PARAGRAPH, _TYPE, _MARGINS = qn("w:sectPr"), qn("w:p"), qn("w:type"), qn("w:pgMar")
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_FIRST_PAGE, _PAGE_NUMBER, _CHANGE = qn("w:titlePg"), qn("w:pgNumType"), qn("w:sectPrChange")
_DISTANCES = (qn("w:header"), qn("w:footer"))
_START = qn("w:start")
_SAME_PAGE = ("continuous", "nextColumn")
_SMALL = {"spacing": {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}}  # no room for a page of its own


def last_section(body: Any) -> Any:
    """The properties of the last section, made when there are none."""
    last = body.find(_SECTION)
    if last is None:
        last = body.makeelement(_SECTION)
        body.append(last)
    return last


def sections(body: Any) -> list[Any]:
    """The properties of all sections in their order, the last one included."""
    return [one for one in body.iter(_SECTION) if one.getparent().tag != _CHANGE]


def end_section(body: Any) -> None:
    """Let the last section of a body end here: its properties move into the last paragraph."""
    last = last_section(body)
    before = last.getprevious()
    if before is None or before.tag != _PARAGRAPH or before.find(f"{qn('w:pPr')}/{_SECTION}") is not None:
        before = _small_paragraph(body)
        last.addprevious(before)
    put(properties_of(before), last)


def _small_paragraph(body: Any) -> Any:
    paragraph = body.makeelement(_PARAGRAPH)
    for name, values in _SMALL.items():
        facts = {qn(f"w:{key}"): value for key, value in values.items()}
        put(properties_of(paragraph), paragraph.makeelement(qn(f"w:{name}"), facts))
    return paragraph


def bare(body: Any) -> None:
    """Take out the headers, footers and page numbers that sections have of their own."""
    for section in sections(body):
        for one in list(section):
            if one.tag in (*_REFERENCES, _FIRST_PAGE, _PAGE_NUMBER):
                section.remove(one)


def run_on(body: Any, model: Any) -> None:
    """Let the sections of a bare body begin on a new page and go on as the section `model` before them."""
    first, *_ = found = sections(body)
    kind = first.find(_TYPE)
    if kind is not None and kind.get(qn("w:val")) in _SAME_PAGE:
        first.remove(kind)  # a new page is what a section begins on when it does not say
    for section in found:
        _keep_distances(section, model)
        _copy(model, section, _PAGE_NUMBER)
    _copy(model, first, _FIRST_PAGE)


def take_headers(section: Any, model: Any) -> None:
    """Give a bare section the headers and footers that `model` has."""
    for one in reversed([one for one in model if one.tag in _REFERENCES]):
        section.insert(0, deepcopy(one))
    for one in [one for one in model if one.tag in (_FIRST_PAGE, _PAGE_NUMBER)]:
        put(section, deepcopy(one))
        one.attrib.pop(_START, None)


def _keep_distances(section: Any, model: Any) -> None:
    ours, theirs = section.find(_MARGINS), model.find(_MARGINS)
    for name in _DISTANCES if ours is not None and theirs is not None else ():
        if value := theirs.get(name):
            ours.set(name, value)


def _copy(model: Any, section: Any, name: str) -> None:
    if (one := model.find(name)) is not None and section.find(name) is None:
        copy = deepcopy(one)
        copy.attrib.pop(_START, None)  # pages are counted on
        put(section, copy)
