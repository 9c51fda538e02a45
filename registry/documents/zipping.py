"""Writes a zip while it is being sent: members stored as they are, nothing kept but their names and places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from struct import pack
from zlib import crc32

# Field layouts: PKWARE's APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.14 to 4.3.16 (its end).
_UTF_8_NAME = 1 << 11
_FIRST_DAY = (1 << 5) | 1  # 1 January 1980, the earliest that a zip knows: the same members give the same file
_BASIC, _WITH_ZIP64 = 20, 45  # what a reader must be able to do
_FULL, _FULL_COUNT = 0xFFFFFFFF, 0xFFFF  # "too big for here, look in the ZIP64 field"
_NOT_IN_A_NAME = frozenset('/\\:*?"<>|') | frozenset(map(chr, range(32)))


def zipped(members: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield the bytes of a zip of these named files, each whole as soon as it is there, and then the directory.

    Nothing is compressed, as a Word file is so already. Two files of one name get different names (" (2)"), also
    where only capitals differ. ValueError for a name that is no plain file name.
    """
    directory = _Directory()
    for name, content in members:
        yield directory.add(name, content)
        yield content
    yield directory.end()


@dataclass
class _Directory:
    """What stands where so far; some hundred bytes a member."""

    at: int = 0
    count: int = 0
    entries: bytearray = field(default_factory=bytearray)
    names: set[str] = field(default_factory=set)

    def add(self, name: str, content: bytes) -> bytes:
        """Return the header that goes before the content."""
        written, checksum, size = apart(_plain(name), self.names).encode(), crc32(content), len(content)
        header = _local_header(written, checksum, size)
        self.entries += _entry(written, checksum, size, self.at)
        self.at += len(header) + size
        self.count += 1
        return header

    def end(self) -> bytes:
        """Return the directory, with its ZIP64 end where the plain one cannot hold the numbers."""
        size = len(self.entries)
        numbers = (min(self.count, _FULL_COUNT), min(self.count, _FULL_COUNT), min(size, _FULL), min(self.at, _FULL))
        plain = pack("<4s4H2LH", b"PK\5\6", 0, 0, *numbers, 0)
        is_too_big = self.count >= _FULL_COUNT or self.at >= _FULL or size >= _FULL
        return bytes(self.entries) + (self._zip64_end(size) if is_too_big else b"") + plain

    def _zip64_end(self, size: int) -> bytes:
        numbers = (self.count, self.count, size, self.at)
        end = pack("<4sQ2H2L4Q", b"PK\6\6", 44, _WITH_ZIP64, _WITH_ZIP64, 0, 0, *numbers)
        return end + pack("<4sLQL", b"PK\6\7", 0, self.at + size, 1)


def apart(name: str, taken: set[str]) -> str:
    """Return this name of a file, with a number when a file of that name is taken; what is returned is taken too."""
    stem, dot, ending = name.rpartition(".")
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"
    taken.add(free.casefold())
    return free


def _plain(name: str) -> str:
    if name.strip(". ") == "" or _NOT_IN_A_NAME & set(name):
        raise ValueError(f"{name!r} is no plain file name")
    return name


def _local_header(name: bytes, checksum: int, size: int) -> bytes:
    extra = pack("<2H2Q", 1, 16, size, size) if size >= _FULL else b""
    shown = min(size, _FULL)
    needed = _WITH_ZIP64 if extra else _BASIC
    facts = (needed, _UTF_8_NAME, 0, 0, _FIRST_DAY, checksum, shown, shown, len(name), len(extra))
    return pack("<4s5H3L2H", b"PK\3\4", *facts) + name + extra


def _entry(name: bytes, checksum: int, size: int, at: int) -> bytes:
    big = [*([size, size] if size >= _FULL else []), *([at] if at >= _FULL else [])]
    extra = pack(f"<2H{len(big)}Q", 1, 8 * len(big), *big) if big else b""
    shown = min(size, _FULL)
    needed = _WITH_ZIP64 if big else _BASIC
    facts = (needed, needed, _UTF_8_NAME, 0, 0, _FIRST_DAY, checksum, shown, shown, len(name), len(extra))
    return pack("<4s6H3L5H2L", b"PK\1\2", *facts, 0, 0, 0, 0, min(at, _FULL)) + name + extra
