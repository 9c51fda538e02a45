"""What in a text is filled in from the properties of its file: it keeps saying what it says."""

from typing import Any

from docx.oxml.ns import qn

# Of the joined file these would give what the first part says.
_OF_THE_FILE = {"AUTHOR", "COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "KEYWORDS", "SUBJECT", "TITLE"}

_SIMPLE, _CODE, _MARK, _TEXT = qn("w:fldSimple"), qn("w:instr"), qn("w:fldChar"), qn("w:instrText")
_KIND, _LOCK, _CONTROL = qn("w:fldCharType"), qn("w:fldLock"), qn("w:sdtPr")


def keep_what_is_shown(element: Any) -> None:
    """Lock fields that ask for a property of their file, and untie content controls that show one."""
    for properties in element.iter(_CONTROL):
        for tie in properties.findall("{*}dataBinding"):
            properties.remove(tie)
    for field in element.iter(_SIMPLE):
        _lock(field, field.get(_CODE) or "")
    _lock_fields_in_pieces(element)


def _lock_fields_in_pieces(element: Any) -> None:
    begun: list[tuple[Any, list[str]]] = []
    for one in element.iter(_MARK, _TEXT):
        kind = one.get(_KIND)
        if kind == "begin":
            begun.append((one, []))
        elif kind == "end" and begun:
            field, code = begun.pop()
            _lock(field, "".join(code))
        elif one.tag == _TEXT and begun:
            begun[-1][1].append(one.text or "")


def _lock(field: Any, code: str) -> None:
    if code.split()[:1] and code.split()[0].upper() in _OF_THE_FILE:
        field.set(_LOCK, "1")
