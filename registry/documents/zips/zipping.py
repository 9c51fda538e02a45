"""Writes zip files: deterministic, without a clock, and with ZIP64 where the old fields are too small."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_FULL, _FULL_COUNT = 0xFFFFFFFF, 0xFFFF
_FIRST_DAY = 0x21  # 1 January 1980, as early as a zip can
_UTF8 = 0x800
_HEADER = struct.Struct("<5H3L2H")  # what a part's own header and its line in the directory have in common


class Part(NamedTuple):
    """A part of a zip as it stands in it."""

    name: bytes
    method: int
    crc: int
    content: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Archive:
    """The beginning of a zip: parts that never change, their lines in the directory, and their number."""

    content: bytes = b""
    directory: bytes = b""
    count: int = 0

    def extended(self, parts: Iterable[Part]) -> "Archive":
        """This archive with more parts behind its own."""
        pieces, lines, offset, count = [self.content], [self.directory], len(self.content), self.count
        for part in parts:
            header, line = _headers(part, offset)
            pieces += (header, part.content)
            lines.append(line)
            offset += len(header) + len(part.content)
            count += 1
        return Archive(b"".join(pieces), b"".join(lines), count)

    def closed(self) -> bytes:
        """The zip file."""
        return b"".join((self.content, self.directory, end(self.count, len(self.directory), len(self.content))))


def _headers(part: Part, offset: int) -> tuple[bytes, bytes]:
    numbers = (part.method, part.crc, len(part.content), part.size)
    return local_header(part.name, *numbers), directory_line(part.name, *numbers, offset)


def local_header(name: bytes, method: int, crc: int, packed: int, size: int) -> bytes:
    """What stands before the contents of a part."""
    return b"PK\3\4" + _common(name, method, crc, packed, size, 0) + name + _extra(packed, size, 0)


def directory_line(name: bytes, method: int, crc: int, packed: int, size: int, offset: int) -> bytes:
    """What stands in the directory about a part whose header is at `offset`."""
    rest = struct.pack("<3H2L", 0, 0, 0, 0, min(offset, _FULL))
    common = _common(name, method, crc, packed, size, offset)
    return b"PK\1\2\x2d\0" + common + rest + name + _extra(packed, size, offset)


def end(count: int, size: int, offset: int) -> bytes:
    """What closes a zip with `count` parts and a directory of `size` bytes at `offset`."""
    counts = [min(count, _FULL_COUNT)] * 2
    last = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, *counts, min(size, _FULL), min(offset, _FULL), 0)
    if count < _FULL_COUNT and max(size, offset) < _FULL:
        return last
    wide = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    return wide + struct.pack("<4sLQL", b"PK\6\7", 0, offset + size, 1) + last


def _common(name: bytes, method: int, crc: int, packed: int, size: int, offset: int) -> bytes:
    flags = 0 if name.isascii() else _UTF8
    extra = len(_extra(packed, size, offset))
    if max(packed, size) >= _FULL:
        packed = size = _FULL
    return _HEADER.pack(45 if extra else 20, flags, method, 0, _FIRST_DAY, crc, packed, size, len(name), extra)


def _extra(packed: int, size: int, offset: int) -> bytes:
    wide = [size, packed] if max(packed, size) >= _FULL else []  # both, even when one would fit
    wide += [offset] if offset >= _FULL else []
    return struct.pack(f"<2H{len(wide)}Q", 1, 8 * len(wide), *wide) if wide else b""
