"""Packs the parts of a paper, in pieces as they come, by isal where that is installed and by zlib elsewhere."""

import zlib
from typing import NamedTuple

try:
    from isal import isal_zlib as codec  # some ten times as fast as zlib, for files a fifth larger

    LEVEL = 2
except ImportError:  # no wheels for this machine
    codec = zlib  # type: ignore[misc]
    LEVEL = 1


class Packed(NamedTuple):
    """The deflated contents of a part of a zip, with what its header says of them."""

    crc: int
    content: bytes
    size: int


class Packer:
    """Packs one part; neither the part nor what becomes of it is ever whole twice in memory."""

    __slots__ = ("_compress", "_crc", "_pieces", "_size", "_stream")

    def __init__(self) -> None:
        self._stream = codec.compressobj(LEVEL, codec.DEFLATED, -zlib.MAX_WBITS)
        self._compress = self._stream.compress
        self._pieces: list[bytes] = []
        self._crc = self._size = 0

    def feed(self, chunk: bytes) -> None:
        """Takes the next piece."""
        self._crc = codec.crc32(chunk, self._crc)
        self._size += len(chunk)
        self._pieces.append(self._compress(chunk))

    def finish(self) -> Packed:
        """The whole part, packed."""
        self._pieces.append(self._stream.flush())
        return Packed(self._crc, b"".join(self._pieces), self._size)


def packed(content: bytes) -> Packed:
    """`content`, packed."""
    packer = Packer()
    packer.feed(content)
    return packer.finish()
