"""The parts of a Word file that hold text, checked before anything is unpacked or parsed."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from registry.errors import FileRefused
from registry.exchange.annexes import bounds

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DAMAGED = "Dit Word-bestand is beschadigd. Open het in Word en sla het opnieuw op."
_TOO_MUCH = "Dit Word-bestand is te groot om te lezen: er zit te veel in."
_NO_WORD = "Dit is geen Word-bestand (.docx) en geen PDF. Sla het op als .docx of als PDF."
_LOCKED = "Dit Word-bestand is versleuteld, of het is een oud .doc-bestand. Sla het zonder wachtwoord op als .docx."
_DOCTYPE = "Dit Word-bestand bevat een DOCTYPE. Dat mag niet."
_OLE = b"\xd0\xcf\x11\xe0"
MAIN = "word/document.xml"


def word_parts(content: bytes) -> dict[str, Any]:
    """Return the roots of text, headers, footers, notes and styles by name; FileRefused for anything unsound."""
    if content.startswith(_OLE):
        raise FileRefused(_LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _roots(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as fault:
        raise FileRefused(_DAMAGED) from fault
    except RuntimeError as fault:  # a part with a password
        raise FileRefused(_LOCKED) from fault


def _roots(package: zipfile.ZipFile) -> dict[str, Any]:
    entries = {entry.filename: entry for entry in package.infolist()}
    if len(package.infolist()) > bounds.MOST_ENTRIES:
        raise FileRefused(_TOO_MUCH)
    if len(entries) != len(package.infolist()):
        raise FileRefused(_DAMAGED)
    if MAIN not in entries:
        raise FileRefused(_NO_WORD)
    wanted = [entry for name, entry in entries.items() if _holds_text(name)]
    if sum(entry.file_size for entry in wanted) > bounds.MOST_XML:
        raise FileRefused(_TOO_MUCH)
    return {entry.filename: _root(package, entry) for entry in wanted}


def _holds_text(name: str) -> bool:
    stem = name.removeprefix("word/")
    known = stem.startswith(("document.", "header", "footer", "footnotes.", "endnotes.", "styles.", "numbering."))
    return name.startswith("word/") and name.endswith(".xml") and "/" not in stem and known


def _root(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Any:
    if entry.file_size > bounds.RATIO_FROM and entry.file_size > bounds.MOST_RATIO * entry.compress_size:
        raise FileRefused(_TOO_MUCH)
    with package.open(entry) as part:
        text = part.read(bounds.MOST_XML + 1)
    if len(text) > bounds.MOST_XML or text.count(b"<") > bounds.MOST_MARKUP:
        raise FileRefused(_TOO_MUCH)
    if b"\0" in text:  # Word writes UTF-8: any other encoding is a way to get a DOCTYPE past a reader of bytes
        raise FileRefused(_DAMAGED)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise FileRefused(_DOCTYPE)
    return _parsed(text)


def _parsed(text: bytes) -> Any:
    try:
        return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as fault:
        raise FileRefused(_DAMAGED) from fault


def tag(name: str) -> str:
    """Return the full name of an element or attribute of Word: `tag("p")`."""
    return _W + name
