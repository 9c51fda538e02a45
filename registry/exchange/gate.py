"""What sort of file something really is, told by its content; what is no list is refused by the name of its kind."""

from pathlib import PurePath

from registry.errors import FileRefused
from registry.exchange import bounds
from registry.exchange.packed import Packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ADVICE = "Sla de lijst op als xlsx, ods of csv."
_LOCKED = "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw."
_ENDINGS = {
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm"),
    "xls": ("xls", "xlt"),
    "ods": ("ods", "ots"),
    "csv": ("csv", "tsv", "tab", "txt"),
}
_DUTCH = {
    "xlsx": "een Excel-bestand (xlsx)",
    "xls": "een oud Excel-bestand (xls)",
    "ods": "een bestand van LibreOffice (ods)",
    "csv": "een tekstbestand (csv)",
}
_STARTS = (
    (b"%PDF", "een pdf"),
    (b"{\\rtf", "een tekst in RTF"),
    (b"\x89PNG", "een plaatje (png)"),
    (b"\xff\xd8\xff", "een foto (jpg)"),
    (b"GIF8", "een plaatje (gif)"),
    (b"MZ", "een programma"),
    (b"\x1f\x8b", "een ingepakt bestand (gz)"),
    (b"Rar!", "een ingepakt bestand (rar)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (7z)"),
    (b"SQLite format 3", "een database"),
)
_PARTS = (
    ("xl/workbook.xml", "xlsx", ""),
    ("xl/workbook.bin", "", "een binair Excel-bestand (xlsb)"),
    ("word/document.xml", "", "een Word-bestand (docx)"),
    ("ppt/presentation.xml", "", "een presentatie (pptx)"),
)
_STREAMS = (("WordDocument", "een oud Word-bestand (doc)"), ("PowerPoint Document", "een oude presentatie (ppt)"))


def sort_of(name: str, content: bytes) -> str:
    """Return "xlsx", "xls", "ods" or "csv", by the content; the ending of `name` has to agree where it says one.

    Raises FileRefused with one sentence: too large, empty, locked with a password, or in truth another kind.
    """
    if len(content) > bounds.MOST_BYTES:
        raise FileRefused(f"Dit bestand is te groot: hoogstens {bounds.MOST_BYTES // 1024 // 1024} MB.")
    if not content[:4096].strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n") and not content.strip(
        b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
    ):
        raise FileRefused("Dit bestand is leeg.")
    sort = _by_content(content)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    said = next((known for known, endings in _ENDINGS.items() if ending in endings), sort)
    if said != sort:
        raise FileRefused(f"Dit bestand heet .{ending}, maar het is {_DUTCH[sort]}. Geef het een naam op .{sort}.")
    return sort


def _by_content(content: bytes) -> str:
    for start, kind in _STARTS:
        if content.startswith(start):
            raise _refused(kind)
    if content.startswith(OLE):
        return _of_ole(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(content)
    return _of_text(content)


def _of_ole(content: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise FileRefused(_LOCKED)
    if holds("Workbook") or holds("Book\0"):
        return "xls"
    raise _refused(next((kind for stream, kind in _STREAMS if holds(stream)), "een bestand van een ander programma"))


def _of_zip(content: bytes) -> str:
    packed = Packed(content)
    for part, sort, kind in _PARTS:
        if part in packed.names and not sort:
            raise _refused(kind)
        if part in packed.names:
            return sort
    if "content.xml" in packed.names and "mimetype" in packed.names:
        mimetype = packed.part("mimetype")
        if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "ods"
        raise _refused("een tekst of presentatie van LibreOffice")
    raise _refused("een ingepakt bestand (zip)")


def _of_text(content: bytes) -> str:
    start = content[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta")) or b"<table" in start:
        raise _refused("een webpagina (html)")
    if start.startswith(b"<svg"):
        raise _refused("een tekening (svg)")
    if start.startswith((b"<?xml", b"<!doctype")):
        raise _refused("een XML-bestand")
    if start.startswith((b'{"', b"[{")):
        raise _refused("een JSON-bestand")
    return "csv"


def _refused(kind: str) -> FileRefused:
    return FileRefused(f"Dit is {kind}, geen lijst. {_ADVICE}")
