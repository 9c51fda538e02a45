"""The parts of a Word file that hold text, checked before anything is unpacked or parsed."""

from typing import Any

from lxml import etree

from registry.errors import FileRefused
from registry.exchange.annexes import bounds
from registry.exchange.packed import Packed, Terms

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_WORD = "Dit is geen Word-bestand (.docx) en geen PDF. Sla het op als .docx of als PDF."
_OLE = b"\xd0\xcf\x11\xe0"
MAIN = "word/document.xml"


def word_parts(content: bytes) -> dict[str, Any]:
    """Return the roots of text, headers, footers, notes and styles by name; FileRefused for anything unsound."""
    if content.startswith(_OLE):
        raise FileRefused(WORD.locked)
    package = Packed(content, WORD)
    if MAIN not in package.names:
        raise FileRefused(_NO_WORD)
    wanted = [name for name in package.names if _holds_text(name)]
    if sum(map(package.size, wanted)) > bounds.MOST_XML:
        raise FileRefused(WORD.too_much)
    return {name: _root(package, name) for name in wanted}


def _holds_text(name: str) -> bool:
    stem = name.removeprefix("word/")
    known = stem.startswith(("document.", "header", "footer", "footnotes.", "endnotes.", "styles.", "numbering."))
    return name.startswith("word/") and name.endswith(".xml") and "/" not in stem and known


WORD = Terms(
    damaged="Dit Word-bestand is beschadigd. Open het in Word en sla het opnieuw op.",
    too_much="Dit Word-bestand is te groot om te lezen: er zit te veel in.",
    locked="Dit Word-bestand is versleuteld, of het is een oud .doc-bestand. Sla het zonder wachtwoord op als .docx.",
    doctype="Dit Word-bestand bevat een DOCTYPE. Dat mag niet.",
    most_part=bounds.MOST_XML,
    ratio=bounds.MOST_RATIO,
    ratio_from=bounds.RATIO_FROM,
    reads=_holds_text,
)


def _root(package: Packed, name: str) -> Any:
    text = package.part(name)
    package.forget(name)
    if text.count(b"<") > bounds.MOST_MARKUP:
        raise FileRefused(WORD.too_much)
    if b"\0" in text:  # Word writes UTF-8: any other encoding is a way to get a DOCTYPE past a reader of bytes
        raise FileRefused(WORD.damaged)
    return _parsed(text)


def _parsed(text: bytes) -> Any:
    try:
        return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as fault:
        raise FileRefused(WORD.damaged) from fault


def tag(name: str) -> str:
    """Return the full name of an element or attribute of Word: `tag("p")`."""
    return _W + name
