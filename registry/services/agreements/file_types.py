"""Which files may be kept: recognised by what is in them, and the name has to agree."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from registry.errors import BrokenRule

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Outlook messages, and of Office files with a password
OPEN_DOCUMENT_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.textPK"
CONTROL = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0C, 0x0D})
MARKUP_OR_SCRIPT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<|#!|%PDF-|PK)")
HEADER_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?[!-9;-~]+:[ \t]")
MAIL_HEADER = re.compile(rb"^(?:from|date|subject):", re.IGNORECASE | re.MULTILINE)
MOST_PARTS = 10_000
ENCRYPTED = "application/encrypted"


@dataclass(frozen=True)
class FileType:
    """A kind of file: the end of its name, what it is called in a download, what a person calls it, and its test."""

    extension: str
    media_type: str
    label: str
    fits: Callable[[bytes], bool]


def recognise(name: str, content: bytes) -> FileType:
    """Return the type of a file with this name and content; BrokenRule when it may not be kept or they disagree."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    kind = TYPES.get({"jpeg": "jpg"}.get(extension, extension))
    if kind is None:
        what = f"Een bestand van de soort .{extension}" if extension else "Een bestand zonder .pdf of zoiets in de naam"
        raise BrokenRule(f"{what} kan hier niet bij. Wel: {', '.join(TYPES)}.", field="file")
    if _is_locked_office_file(kind, content):
        return replace(kind, media_type=ENCRYPTED)
    if content.startswith(ZIP) and b"vbaProject.bin" in content:
        raise BrokenRule(f"In “{name}” zitten macro's. Sla het op zonder macro's.", field="file")
    if not kind.fits(content):
        raise BrokenRule(
            f"“{name}” is van binnen geen {kind.label}. Sla het opnieuw op als {kind.label}.", field="file"
        )
    return kind


def label_of_type(media_type: str) -> str:
    """Return what a person calls files of this media type."""
    labels = {kind.media_type: kind.label for kind in TYPES.values()}
    return labels.get(media_type, "versleuteld bestand")


def _is_locked_office_file(kind: FileType, content: bytes) -> bool:
    is_office = kind.extension in ("docx", "xlsx")
    return is_office and content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content


def _is_office(part: str) -> Callable[[bytes], bool]:
    return lambda content: {"[Content_Types].xml", part} <= _parts(content)


def _parts(content: bytes) -> frozenset[str]:
    """The names in a zip, without unpacking anything; none when it is no sound zip or has absurdly many."""
    if not content.startswith(ZIP) or content.count(b"PK\x01\x02") > MOST_PARTS:
        return frozenset()
    try:
        with ZipFile(BytesIO(content)) as parts:
            return frozenset(parts.namelist())
    except (BadZipFile, NotImplementedError, ValueError, OverflowError):
        return frozenset()


def _is_outlook_message(content: bytes) -> bool:
    return content.startswith(OLE) and "__properties_version1.0".encode("utf-16-le") in content


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    return not MARKUP_OR_SCRIPT.match(content) and len(content.translate(None, CONTROL)) == len(content)


def _is_mail(content: bytes) -> bool:
    return _is_text(content) and bool(HEADER_FIRST.match(content) and MAIL_HEADER.search(content, 0, 65_536))


def _starts(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(beginnings)


OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    kind.extension: kind
    for kind in (
        FileType("pdf", "application/pdf", "pdf", _starts(b"%PDF-")),
        FileType("docx", f"{OFFICE}.wordprocessingml.document", "Word-bestand", _is_office("word/document.xml")),
        FileType("xlsx", f"{OFFICE}.spreadsheetml.sheet", "Excel-bestand", _is_office("xl/workbook.xml")),
        FileType(
            "odt",
            "application/vnd.oasis.opendocument.text",
            "LibreOffice-bestand",
            lambda content: content.startswith(OPEN_DOCUMENT_TEXT, 30) and content.startswith(ZIP),
        ),
        FileType("png", "image/png", "png-afbeelding", _starts(b"\x89PNG\r\n\x1a\n")),
        FileType("jpg", "image/jpeg", "jpg-afbeelding", _starts(b"\xff\xd8\xff")),
        FileType("txt", "text/plain", "tekstbestand", _is_text),
        FileType("eml", "message/rfc822", "e-mail", _is_mail),
        FileType("msg", "application/vnd.ms-outlook", "e-mail uit Outlook", _is_outlook_message),
    )
}
