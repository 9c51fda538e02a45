"""Writes a zip while it is being sent: members stored as they are, nothing kept but their names and places."""

from collections.abc import Iterable, Iterator
from zlib import crc32

from registry.documents.zips import zipping

_STORED = 0  # not compressed: a Word file is so already
_NOT_IN_A_NAME = frozenset('/\\:*?"<>|') | frozenset(map(chr, range(32)))


def zipped(members: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield the bytes of a zip of these named files, each whole as soon as it is there, and then the directory.

    The directory takes some hundred bytes of memory a member. Two files of one name get different names (" (2)"),
    also where only capitals differ. ValueError for a name that is no plain file name.
    """
    directory, taken, count, place = bytearray(), set[str](), 0, 0
    for name, content in members:
        written = apart(_plain(name), taken).encode()
        facts = (written, _STORED, crc32(content), len(content), len(content))
        header = zipping.local_header(*facts)
        directory += zipping.directory_line(*facts, place)
        place += len(header) + len(content)
        count += 1
        yield header
        yield content
    yield bytes(directory) + zipping.end(count, len(directory), place)


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
