"""Tables whose number of columns may depend on the values; docxtpl mends the grid of those after every filling."""

import re
from typing import Any

from docx.opc.oxml import parse_xml, serialize_part_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from registry.documents.reading import bounds
from registry.errors import TemplateRefused

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENS, _CLOSES, _OTHER, _VALUE = "\ue001", "\ue002", "\ue003", "1"
_MENDER = DocxTemplate(None)


def may_change(source: str) -> bool:
    """Whether a value can change the number of cells in a row of a table in the Jinja source of a part."""
    if "<w:tbl>" not in source and "<w:tbl " not in source:
        return False
    try:
        root = parse_xml(_TAG.sub(_sign, source))
        return any(_is_loose(table) for table in root.iter(qn("w:tbl")))
    except (SyntaxError, ValueError):  # docxtpl may know what to do with it
        return True


def mended(xml: bytes) -> bytes:
    """`xml` with the grid of each table as wide as its widest row. Raises `TemplateRefused` for a table without one."""
    if len(xml) > bounds.MOST_MENDED:
        raise TemplateRefused("Het document wordt te groot voor tabellen met een wisselend aantal kolommen.")
    try:
        return bytes(serialize_part_xml(_MENDER.fix_tables(xml)))
    except (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise TemplateRefused("Een tabel in het sjabloon heeft geen vaste kolommen. Maak de tabel opnieuw.") from error


def _sign(tag: re.Match[str]) -> str:
    text = tag.group()
    if text.startswith("{{"):
        return _VALUE
    word = text.strip("{}%#-+ \n").partition(" ")[0]
    return {"if": _OPENS, "for": _OPENS, "endif": _CLOSES, "endfor": _CLOSES}.get(word, _OTHER)


def _is_loose(table: Any) -> bool:
    """Whether no row is certain to be there that is as wide as the grid, or one is or may become wider."""
    grid = table.find(qn("w:tblGrid"))
    columns = 0 if grid is None else len(grid.findall(qn("w:gridCol")))
    depth, is_certain = 0, False
    for row in [table, *table.iter(qn("w:tr"))]:
        depth += _balance(row.text)
        if row is not table:
            cells = row.findall(qn("w:tc"))
            width = sum(_span(cell) for cell in cells)
            if any(_between(row)) or len(cells) > columns or width > columns:
                return True
            is_certain = is_certain or (width == columns and depth == 0)
            depth += _balance(row.tail)
        else:
            depth += sum(_balance(child.tail) for child in row if child.tag != qn("w:tr"))
    return not is_certain


def _balance(text: str | None) -> int:
    return (text or "").count(_OPENS) - (text or "").count(_CLOSES)


def _between(row: Any) -> list[str]:
    """The tags that stand between the cells of a row."""
    texts = [row.text, *(child.tail for child in row)]
    return [text for text in texts if text and any(sign in text for sign in (_OPENS, _CLOSES, _OTHER))]


def _span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if span is None else int(span.get(qn("w:val"), "1"))
