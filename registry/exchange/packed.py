"""A zip looked at from its directory before any library opens it, and its XML parts unpacked within bounds."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass

from registry.errors import FileRefused
from registry.exchange import bounds

_END = struct.Struct("<4s4H2LH")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a kind of zip is opened: its sentences, how much a part may hold, and which parts are looked at.

    `most_part` counts bytes; `ratio` is unpacked against packed, for parts of more than `ratio_from` bytes.
    """

    damaged: str
    too_much: str
    locked: str
    doctype: str
    most_part: int
    ratio: int
    ratio_from: int
    reads: Callable[[str], bool] = lambda name: True


LIST = Terms(
    damaged="Dit bestand is beschadigd. Open het in Excel of LibreOffice en sla het opnieuw op.",
    too_much=(
        "In dit bestand zit uitgepakt te veel. Bewaar alleen de lijst in een nieuw bestand en probeer het opnieuw."
    ),
    locked="Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw.",
    doctype="Dit bestand bevat iets dat niet in een lijst hoort (een DOCTYPE). Het is niet gelezen.",
    most_part=bounds.MOST_PART_BYTES,
    ratio=bounds.MOST_RATIO,
    ratio_from=bounds.RATIO_COUNTS_FROM,
)


class Packed:
    """The parts of a zip that was found safe to open: `names`, and each part by `part(name)`."""

    def __init__(self, content: bytes, terms: Terms = LIST) -> None:
        self._terms = terms
        _check_end(content, terms)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as fault:
            raise FileRefused(terms.damaged) from fault
        self._infos = {info.filename: info for info in self._zip.infolist()}
        _check_directory(self._zip.infolist(), terms)
        self.names = self._infos.keys()
        self._left = bounds.MOST_UNPACKED_BYTES
        self._read: dict[str, bytes] = {}

    def part(self, name: str) -> bytes:
        """Return the bytes of an XML part; FileRefused where they are more than said, too many, or bring a DOCTYPE."""
        if name not in self._read:
            self._read[name] = self._unpacked(name)
        return self._read[name]

    def size(self, name: str) -> int:
        """Return how many bytes the directory says that a part has; `part` holds it to that."""
        return self._infos[name].file_size

    def forget(self, name: str) -> None:
        """Let go of the bytes of a part that was looked at."""
        self._read.pop(name, None)

    def check_xml(self) -> None:
        """Unpack every XML part once, within bounds, so that no lie of the directory reaches a library."""
        for name in sorted(self.names):
            if name.lower().endswith((".xml", ".rels")):
                self._left -= len(self.part(name))
                self.forget(name)
                if self._left < 0:
                    raise FileRefused(self._terms.too_much)

    def _unpacked(self, name: str) -> bytes:
        info = copy(self._infos[name])
        said, info.file_size = info.file_size, self._terms.most_part + 1  # it would stop at what the directory says
        try:
            with self._zip.open(info) as part:
                content = part.read(self._terms.most_part + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as fault:
            raise FileRefused(self._terms.damaged) from fault
        if len(content) != said:
            raise FileRefused(self._terms.damaged)
        _check_markup(content, self._terms)
        return content


def _check_end(content: bytes, terms: Terms) -> None:
    """Refuse a zip that does not end in its own directory, or whose directory alone is too much."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - 66_000))
    if at < 0 or len(content) < at + _END.size:
        raise FileRefused(terms.damaged)
    _, _, _, _, count, size, offset, comment = _END.unpack_from(content, at)
    if count > bounds.MOST_PARTS or size > bounds.MOST_DIRECTORY_BYTES:
        raise FileRefused(terms.too_much)
    if at + _END.size + comment != len(content) or offset + size != at:
        raise FileRefused(terms.damaged)


def _check_directory(infos: list[zipfile.ZipInfo], terms: Terms) -> None:
    if len({info.filename for info in infos}) < len(infos):
        raise FileRefused(terms.damaged)
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.flag_bits & 0x1:
            raise FileRefused(terms.locked)
        if info.header_offset < end or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise FileRefused(terms.damaged)
        end = info.header_offset + info.compress_size
        if terms.reads(info.filename):
            _check_size(info, terms)


def _check_size(info: zipfile.ZipInfo, terms: Terms) -> None:
    most = bounds.MOST_SHARED_STRINGS_BYTES if info.filename.endswith("sharedStrings.xml") else terms.most_part
    swells = info.file_size > terms.ratio_from and info.file_size > terms.ratio * info.compress_size
    if info.file_size > most or swells:
        raise FileRefused(terms.too_much)


def _check_markup(content: bytes, terms: Terms) -> None:
    """Refuse a DOCTYPE, which no office program writes, and UTF-16, in which one could hide."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:4] or _DOCTYPE.search(content):
        raise FileRefused(terms.doctype)
