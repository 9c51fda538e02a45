"""The sheets of an xlsx file, looked at as bytes: how far they reach, and what calamine does not tell.

Calamine lays a sheet out as a full rectangle and gives an error, and a formula without a value, as an empty cell. So
before it opens the file, each sheet is searched for its farthest cell, hidden rows, and such cells.
"""

import re
from posixpath import join, normpath
from xml.etree import ElementTree

from registry.errors import FileRefused
from registry.exchange import bounds
from registry.exchange.packed import Packed
from registry.exchange.tables.grid import NO_VALUE, Seen
from registry.exchange.tables.sheet_reach import column_number, reach

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\s([^<>]*)>")
_TAG = re.compile(rb"<(?:\w{1,9}:)?c\s([^<>]*)>")
_NUMBER = re.compile(rb"\br\s*=\s*[\"'](\d{1,18})[\"']")
_WHERE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_TYPE = re.compile(rb"\bt\s*=\s*[\"'](\w{1,12})[\"']")
_VALUE = re.compile(rb"<(?:\w{1,9}:)?v>([^<]{0,40})<")
_FORMULA = re.compile(rb"<(?:\w{1,9}:)?c\s([^<>]*)>\s?<(?:\w{1,9}:)?f\b[^<]*(?:</(?:\w{1,9}:)?f>)?\s?<([^<>]*)>([^<]?)")
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_COLUMN = re.compile(rb"<(?:\w{1,9}:)?col\s([^<>]*)>")
_SPAN = re.compile(rb"\b(min|max)\s*=\s*[\"'](\d{1,9})[\"']")


def seen(packed: Packed) -> dict[str, Seen]:
    """Return what stands in each sheet of a workbook, by its name."""
    found = {}
    for name, part in _sheets(packed).items():
        if part in packed.names:
            found[name] = _seen(packed.part(part))
            packed.forget(part)
    return found


def _sheets(packed: Packed) -> dict[str, str]:
    try:
        book = ElementTree.fromstring(packed.part("xl/workbook.xml"))
        links = ElementTree.fromstring(packed.part("xl/_rels/workbook.xml.rels"))
    except (ElementTree.ParseError, KeyError) as fault:
        raise FileRefused("Dit Excel-bestand is beschadigd: de lijst van bladen is niet te lezen.") from fault
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    sheets = [node for node in book.iter() if node.tag.rpartition("}")[2] == "sheet"]
    return {sheet.get("name", ""): _path(targets.get(_related(sheet), "")) for sheet in sheets}


def _related(sheet: ElementTree.Element) -> str:
    return sheet.get(_RELATION) or next((value for key, value in sheet.items() if key.endswith("}id")), "")


def _path(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))


def _seen(xml: bytes) -> Seen:
    height, width = reach(xml)
    return Seen(height, width, _unreadable(xml), _hidden_rows(xml), _hidden_columns(xml))


def _hidden_rows(xml: bytes) -> frozenset[int]:
    at, hidden = 0, set()
    for attributes in _ROW.findall(xml) if b"hidden" in xml else ():
        number = _NUMBER.search(attributes)
        at = int(number[1]) if number else at + 1
        if b"hidden" in attributes and _HIDDEN.search(attributes):
            hidden.add(at - 1)
    return frozenset(hidden)


def _unreadable(xml: bytes) -> tuple[tuple[int, int, str], ...]:
    return tuple((*place, text) for attributes, text in _found(xml) if (place := _place(attributes)))


def _found(xml: bytes) -> list[tuple[bytes, str]]:
    """Return the attributes of the cells that calamine would give as empty, each with what stands there."""
    found = []
    if b'"e"' in xml or b"'e'" in xml:
        for tag in _TAG.finditer(xml):
            if _is(tag[1], b"e"):
                value = _VALUE.search(xml, tag.end(), tag.end() + 9000)
                found.append((tag[1], value[1].decode("utf-8", "replace") if value else NO_VALUE))
    if b"<f" in xml or b":f" in xml:
        found += [(one[0], NO_VALUE) for one in _FORMULA.findall(xml) if _has_no_value(*one)]
    return found


def _has_no_value(attributes: bytes, tag: bytes, first: bytes) -> bool:
    """Tell whether a formula was never worked out; one whose outcome is an empty text says so by its type."""
    never = tag.startswith(b"/") or tag.endswith(b"/") or not first
    return never and not _is(attributes, b"str") and not _is(attributes, b"e")


def _is(attributes: bytes, kind: bytes) -> bool:
    found = _TYPE.search(attributes)
    return bool(found) and found[1] == kind  # type: ignore[index]


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = _WHERE.search(attributes)
    return (int(found[2]) - 1, column_number(found[1]) - 1) if found else None


def _hidden_columns(xml: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for attributes in _COLUMN.findall(xml[:100_000]):
        span = {name: int(number) for name, number in _SPAN.findall(attributes)}
        if _HIDDEN.search(attributes) and b"min" in span and b"max" in span:
            hidden.update(range(span[b"min"] - 1, min(span[b"max"], bounds.MOST_COLUMNS)))
    return frozenset(hidden)
