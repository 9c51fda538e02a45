"""Catalogue Z: files that are no sound zip of a Word file, or that hold too much."""

import struct
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo
from zlib import crc32

from registry.documents.zips import zipping
from tests.documents.building import BODY, TYPES, W, changed, replaced, zipped
from tests.documents.specimens import parts, word_file

Case = Callable[[], bytes]

MB = 2**20
WORD = word_file("{{ naam }}")
ODD_NAMES = ["../../x", "/etc/passwd", "..\\..\\x", "C:\\x", "word/../../x", "word//x", "./x", "x" * 60_000]
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def text(size: int) -> bytes:
    """A text of `size` bytes in runs of a megabyte."""
    runs = f"<w:r><w:t>{'x' * (MB - 40)}</w:t></w:r>" * (size // MB)
    return f"<w:document {W}><w:body><w:p>{runs}</w:p></w:body></w:document>".encode()


def forged(*entries: tuple[str, bytes, int], template: bytes = WORD) -> bytes:
    """The Word file with entries more, each with the size that it claims."""
    archive = zipping.Archive().extended(
        zipping.Part(name.encode(), 0, crc32(content), content, len(content))
        for name, content in parts(template).items()
    )
    return archive.extended(
        zipping.Part(name.encode(), 8, 0, content, claimed) for name, content, claimed in entries
    ).closed()


def added(name: str, content: bytes = b"x", *, method: int = ZIP_DEFLATED, mode: int = 0, flags: int = 0) -> bytes:
    """The Word file with one entry more, as Python's zipfile writes it."""
    buffer = BytesIO(WORD)
    with ZipFile(buffer, "a") as package:
        entry = ZipInfo("placeholder")
        entry.filename, entry.compress_type, entry.external_attr = name, method, mode << 16
        package.writestr(entry, content)
    return buffer.getvalue()


def patched(field: int, value: int, size: str = "<H") -> bytes:
    """The Word file with one field of the first line of its directory overwritten."""
    content = bytearray(WORD)
    struct.pack_into(size, content, content.index(b"PK\1\2") + field, value)
    return bytes(content)


def overlapping() -> bytes:
    """A zip of which two lines of the directory point at the same part."""
    part = zipping.Part(b"word/media/a.png", 0, crc32(b"x"), b"x", 1)
    archive = zipping.Archive().extended([part])
    line = archive.directory.replace(b"a.png", b"b.png")
    return zipping.Archive(archive.content, archive.directory + line, 2).closed()


REFUSED: dict[str, Case] = {
    "Z01 100 MB of text": lambda: changed(WORD, {BODY: text(100 * MB)}),
    "Z01 400 MB of text, by its size in the directory": lambda: forged(("word/x.xml", b"x" * 9 * MB, 400 * MB)),
    "Z02 3,000,000 paragraphs": lambda: replaced(WORD, BODY, "<w:body>", "<w:body>" + "<w:p/>" * 3_000_000),
    "Z02 300,000 different paragraphs": lambda: zipped(
        parts(WORD) | {BODY: _many_paragraphs()}, compression=ZIP_STORED
    ),
    "Z03 a part of 1 GB": lambda: forged(("word/media/x.png", b"x" * MB, 1024 * MB)),
    "Z04 a ratio of 51": lambda: forged(("word/media/x.png", b"x" * MB, 51 * MB)),
    "Z05 10,001 entries": lambda: zipped(parts(WORD) | {f"x/{number}": b"" for number in range(10_001)}),
    "Z05 more entries than the old field can tell": lambda: zipped(
        {f"{number}": b"" for number in range(66_000)}, compression=ZIP_STORED
    ),
    "Z06 entries that overlap": overlapping,
    "Z07 a zip in embeddings": lambda: changed(WORD, {"word/embeddings/a.zip": WORD}),
    **{f"Z08 the name {name[:20]}": lambda name=name: added(name) for name in ODD_NAMES},
    "Z08 a name with NUL": lambda: added("word/med").replace(b"word/med", b"word/m\0d"),
    "Z08 two entries with one name": lambda: forged((BODY, b"x", 1)),
    "Z08 two names that differ in capitals": lambda: forged(("WORD/Document.xml", b"x", 1)),
    "Z09 a symbolic link": lambda: added("word/x", mode=0o120777),
    "Z11 a size that is too small": lambda: patched(24, 100, "<L"),
    "Z11 a size that is too large": lambda: patched(24, 5000, "<L"),
    "Z12 LZMA": lambda: added("word/x", method=ZIP_LZMA),
    "Z12 BZIP2": lambda: added("word/x", method=ZIP_BZIP2),
    "Z12 an unknown method": lambda: patched(10, 99),
    "Z12 an encrypted entry": lambda: patched(8, 1),
    "Z13 data before the zip": lambda: b"%PDF-1.7\n" + WORD,
    "Z13 data behind the zip": lambda: WORD + b"x",
    "Z13 a remark of 65,535 bytes": lambda: WORD[:-2] + b"\xff\xff" + b"x" * 65_535,
    "Z13 data between the entries": lambda: _with_data_between(),
    "Z16 nothing": lambda: b"",
    "Z16 a PDF": lambda: b"%PDF-1.7 ...",
    "Z16 HTML": lambda: b"<html></html>",
    "Z16 a program": lambda: b"MZ" + bytes(500),
    "Z16 half a Word file": lambda: WORD[: len(WORD) // 2],
    "Z16 a zip without content types": lambda: zipped({"a": b"b"}),
    "Z16 a spreadsheet": lambda: replaced(WORD, TYPES, MAIN, "application/vnd.ms-excel.sheet.main+xml"),
    "Z17 docm": lambda: replaced(WORD, TYPES, MAIN, MACROS),
    "Z17 macros in a docx": lambda: changed(WORD, {"word/vbaProject.bin": b"x"}),
    "Z17 a content type of macros": lambda: replaced(
        WORD, TYPES, "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    ),
    "Z18 dotx": lambda: replaced(WORD, TYPES, MAIN, DOTX),
    "Z19 with a password": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
}

KEPT: dict[str, Case] = {
    "Z04 a ratio under 50": lambda: changed(
        WORD, {"word/media/x.png": (Random(1).randbytes(1000) + bytes(39_000)) * 100}
    ),
    "Z08 a name with letters that are not ASCII": lambda: changed(WORD, {"word/media/é.png": b"x"}),
    "Z13 an entry for a folder": lambda: changed(WORD, {"word/media/": b""}),
}


def _many_paragraphs() -> bytes:
    paragraphs = "".join(f'<w:p w:rsidR="{number:08X}"/>' for number in range(300_001))
    return f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>".encode()


def _with_data_between() -> bytes:
    archive = zipping.Archive().extended([zipping.Part(b"a", 0, 0, b"", 0)])
    return zipping.Archive(archive.content + b"x" * 100, archive.directory, 1).closed()
