"""The order in which Word wants the properties of a paragraph and of a section."""

from typing import Any

from docx.oxml.ns import qn

_PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_SECTION = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
"""
_ORDER = {
    qn(f"w:{parent}"): {qn(f"w:{name}"): place for place, name in enumerate(names.split())}
    for parent, names in (("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}


def put(properties: Any, element: Any) -> None:
    """Put an element where it belongs among the properties of a paragraph or section."""
    order = _ORDER[properties.tag]
    place = order[element.tag]
    for index, sibling in enumerate(properties):
        if order.get(sibling.tag, 0) > place:
            properties.insert(index, element)
            return
    properties.append(element)


def properties_of(paragraph: Any) -> Any:
    """The properties of a paragraph, made when it has none."""
    found = paragraph.find(qn("w:pPr"))
    if found is None:
        found = paragraph.makeelement(qn("w:pPr"))
        paragraph.insert(0, found)
    return found
