"""What a template may not bring along: macros, links to other files, embedded files and fields that fetch something."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from docx.oxml.ns import qn

from registry.documents.language import places
from registry.errors import TemplateRefused

_LINKS = ("http", "https", "mailto")
_KINDS_REFUSED = {  # the last step of a relationship's type, in lower case
    "oleobject": "een ingesloten bestand",
    "package": "een ingesloten bestand",
    "control": "een ActiveX-element",
    "activexcontrolbinary": "een ActiveX-element",
    "vbaproject": "macro's",
    "wordvbadata": "macro's",
    "afchunk": "een ingevoegd bestand",
    "subdocument": "een subdocument",
    "attachedtemplate": "een gekoppeld sjabloon",
    "extensibility": "eigen knoppen",
    "attachedtoolbars": "eigen knoppen",
    "frame": "een gekoppeld bestand",
    "mailmergesource": "een gekoppelde gegevensbron",
    "mailmergeheadersource": "een gekoppelde gegevensbron",
}
_NAMES_REFUSED = {
    "vbaproject": "macro's",
    "vbadata": "macro's",
    "activex/": "een ActiveX-element",
    "embeddings/": "een ingesloten bestand",
    "customui": "eigen knoppen",
}
_ELEMENTS_REFUSED = {
    "OLEObject": "een ingesloten bestand",
    "object": "een ingesloten bestand",
    "control": "een ActiveX-element",
    "altChunk": "een ingevoegd bestand",
    "subDoc": "een subdocument",
}
_FIELDS = """
    ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY BOOKMARK CITATION COMMENTS CREATEDATE DATE DOCPROPERTY
    DOCVARIABLE EDITTIME EQ FILENAME FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK INDEX KEYWORDS LASTSAVEDBY LISTNUM
    MERGEFIELD NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ
    STYLEREF SUBJECT SYMBOL TC TEMPLATE TIME TITLE TOC USERADDRESS USERINITIALS USERNAME XE
"""  # the field codes that fetch nothing


def refuse_active_content(trees: Mapping[str, Any], names: list[str]) -> None:
    """Raise `TemplateRefused`, naming the place, when the template brings along more than text and pictures."""
    for name in names:
        for sign, what in _NAMES_REFUSED.items():
            if sign in name.lower():
                raise _refused(what, name)
    for name, root in trees.items():
        if name.endswith(".rels"):
            _check_relationships(name, root)
        else:
            _check_elements(name, root)
            _check_fields(name, root)


def _refused(what: str, part: str, more: str = "") -> TemplateRefused:
    place = places.named(part)
    sentence = f"Het Word-bestand bevat {what}, {place}{more}. Haal dat weg en sla het opnieuw op."
    return TemplateRefused(sentence, place=place)


def _check_relationships(name: str, root: Any) -> None:
    for link in root.iter("{*}Relationship"):
        kind, target = link.get("Type", "").rpartition("/")[2].lower(), link.get("Target", "")
        if kind in _KINDS_REFUSED:
            raise _refused(_KINDS_REFUSED[kind], name)
        if link.get("TargetMode", "Internal") == "Internal":
            if _leaves(name, target):
                raise _refused("een verwijzing buiten het bestand", name)
        elif kind != "hyperlink" or not _is_web_link(target):
            raise _refused("een koppeling met iets buiten het bestand", name, f": “{target[:80]}”")


def _is_web_link(target: str) -> bool:
    try:
        return urlsplit(target).scheme.lower() in _LINKS
    except ValueError:
        return False


def _leaves(name: str, target: str) -> bool:
    """Whether a path in the relationships `name` leads out of the file."""
    # Seen from the folder of the part that a/_rels/b.xml.rels speaks of.
    depth = 0 if target.startswith("/") else max(name.count("/") - 1, 0)
    for step in target.replace("\\", "/").split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(step, 1)
        if depth < 0:
            return True
    return False


def _check_elements(name: str, root: Any) -> None:
    for element in root.iter("{*}OLEObject", *(qn(f"w:{tag}") for tag in ("object", "control", "altChunk", "subDoc"))):
        raise _refused(_ELEMENTS_REFUSED[element.tag.rpartition("}")[2]], name)
    for element in root.iter("{urn:schemas-microsoft-com:vml}imagedata"):
        if element.get("src"):
            raise _refused("een koppeling met iets buiten het bestand", name)


def _check_fields(name: str, root: Any) -> None:
    for code in _field_codes(root):
        word = code.split()[0].upper() if code.split() else ""
        known = not word or word in _FIELDS.split() or word.startswith("=")
        # What a value adds may only be the address of a link; no tag may choose between pieces of a code.
        tags = "{%" in code or "{#" in code or ("{" in code and word != "HYPERLINK")
        if not known or tags:
            raise _refused("een veld dat niet mag", name, f": “{code.strip()[:80]}”")


def _field_codes(root: Any) -> Iterator[str]:
    """The code of each field; a tag between the pieces of a code counts as part of it."""
    yield from (field.get(qn("w:instr"), "") for field in root.iter(qn("w:fldSimple")))
    open_codes: list[str | None] = []  # None once the result has begun
    for element in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:delInstrText"), qn("w:t")):
        text = element.text or ""
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            open_codes.append("")
        elif kind and open_codes:
            code = open_codes.pop()
            if code is not None:
                yield code
            if kind == "separate":
                open_codes.append(None)
        elif open_codes and open_codes[-1] is not None:
            open_codes[-1] += text if element.tag != qn("w:t") else "".join(sign for sign in text if sign in "{%")
        elif element.tag != qn("w:t"):
            yield text  # a code outside a field: a tag might put it in one
    yield from (code for code in open_codes if code)
