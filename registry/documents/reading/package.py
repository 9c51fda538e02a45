"""The zip of a Word file, read from its directory and checked before anything in it is unpacked or parsed."""

import struct
import zlib
from dataclasses import dataclass

from registry.documents.reading import bounds
from registry.errors import TemplateRefused

STORED, DEFLATED = 0, 8

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x1, 0x8, 0x800
_NOT_KNOWN_YET = 0xFFFFFFFF  # also the sign that a ZIP64 field follows
_DESCRIPTOR = 24  # the most that may stand between an entry and the next one

_NO_WORD_FILE = "Dit is geen Word-bestand. Nodig is een .docx, zonder wachtwoord en macro's."
_OLE = b"\xd0\xcf\x11\xe0"
_OLD_OR_LOCKED = (
    "Dit is geen Word-bestand zonder wachtwoord: het is versleuteld, of het is een oud .doc-bestand. "
    "Haal in Word het wachtwoord eraf en sla het op als .docx."
)
_DAMAGED = "Het Word-bestand is beschadigd. Open het in Word en sla het opnieuw op."
_TOO_MUCH = "Het Word-bestand is te groot om als sjabloon te gebruiken: {}."


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the zip as its directory describes it; `offset` is where its own header stands."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A part of the zip as it is packed, not unpacked yet."""

    entry: Entry
    packed: bytes

    def opened(self) -> bytes:
        """The contents. Raises `TemplateRefused` for what is not as the directory says."""
        entry = self.entry
        content = self.packed if entry.method == STORED else _inflated(self.packed, entry.size)
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise TemplateRefused(_DAMAGED)
        return content


@dataclass(frozen=True, slots=True)
class Member:
    """A part of the zip: its entry, the bytes as they are packed, and the contents."""

    entry: Entry
    packed: bytes
    content: bytes


def members(content: bytes) -> dict[str, Member]:
    """The parts of a Word file by name. Raises `TemplateRefused` for what is no sound zip or holds too much."""
    if len(content) > bounds.MOST_BYTES and not content.startswith(_OLE):
        raise TemplateRefused(_TOO_MUCH.format(f"meer dan {bounds.MOST_BYTES // 2**20} MB"))
    parts = sealed(content)
    _bound([part.entry for part in parts.values()])
    return {name: Member(part.entry, part.packed, part.opened()) for name, part in parts.items()}


def sealed(content: bytes) -> dict[str, Sealed]:
    """The parts of a Word file that may be as big as it is, by name. Raises `TemplateRefused` for what is no sound zip.

    What a template became may be bigger than a template: there is no bound on it here.
    """
    if content.startswith(_OLE):
        raise TemplateRefused(_OLD_OR_LOCKED)
    entries, directory = _directory(content)
    if len({entry.name.casefold() for entry in entries}) != len(entries):
        raise TemplateRefused("Het Word-bestand bevat twee onderdelen met dezelfde naam.")
    parts = _cut(content, entries, directory)
    return {part.entry.name: part for part in parts if not part.entry.name.endswith("/")}


def _directory(content: bytes) -> tuple[list[Entry], int]:
    start = len(content) - _END.size
    # The end record is the last thing in the file: nothing behind it, no remark in it.
    if start < 0 or not content.startswith(b"PK\3\4") or content[start : start + 4] != b"PK\5\6":
        raise TemplateRefused(_NO_WORD_FILE)
    _sign, disk, first_disk, here, count, size, directory, remark = _END.unpack_from(content, start)
    if disk or first_disk or remark or here != count or directory + size != start:
        raise TemplateRefused(_NO_WORD_FILE)
    if count > bounds.MOST_ENTRIES:
        raise TemplateRefused(_TOO_MUCH.format(f"meer dan {bounds.MOST_ENTRIES} onderdelen"))
    entries, offset = [], directory
    for _ in range(count):
        entry, offset = _central(content, offset, start)
        entries.append(entry)
    if offset != start:
        raise TemplateRefused(_DAMAGED)
    return entries, directory


def _central(content: bytes, offset: int, end: int) -> tuple[Entry, int]:
    if offset + _CENTRAL.size > end:
        raise TemplateRefused(_DAMAGED)
    sign, *versions, method, _time, _day, crc, packed, size, name_size, extra, remark, disk, _kind, mode, own = (
        _CENTRAL.unpack_from(content, offset)
    )
    flags, name_end = versions[-1], offset + _CENTRAL.size + name_size
    if sign != b"PK\1\2" or disk or name_end > end or _NOT_KNOWN_YET in (packed, size, own):
        raise TemplateRefused(_DAMAGED)
    name = _name(content[offset + _CENTRAL.size : name_end], flags)
    if flags & _ENCRYPTED:
        raise TemplateRefused(_OLD_OR_LOCKED)
    if method not in (STORED, DEFLATED) or (mode >> 16) & 0o170000 == 0o120000:  # the last is a symbolic link
        raise TemplateRefused(f"Het Word-bestand bevat een onderdeel dat Word niet zo maakt: “{name}”.")
    return Entry(name, method, crc, packed, size, own), name_end + extra + remark


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & _UTF8 else "ascii")
    except UnicodeDecodeError as error:
        raise TemplateRefused(_DAMAGED) from error
    steps = name.removesuffix("/").split("/")
    if len(name) > bounds.LONGEST_NAME or not name.isprintable() or set(name) & set("\\:"):
        raise TemplateRefused("Het Word-bestand bevat een onderdeel met een naam die niet mag.")
    if not all(step.strip(".") for step in steps):  # "", "." and ".."
        raise TemplateRefused("Het Word-bestand bevat een onderdeel met een naam die niet mag.")
    return name


def _bound(entries: list[Entry]) -> None:
    if sum(entry.size for entry in entries) > bounds.MOST_UNPACKED:
        raise TemplateRefused(_TOO_MUCH.format(f"uitgepakt meer dan {bounds.MOST_UNPACKED // 2**20} MB"))
    for entry in entries:
        if entry.size > bounds.RATIO_FROM and entry.size > bounds.MOST_RATIO * entry.packed:
            raise TemplateRefused(_TOO_MUCH.format(f"“{entry.name}” is te sterk ingepakt"))


def _cut(content: bytes, entries: list[Entry], directory: int) -> list[Sealed]:
    found, end = [], 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        # Nothing overlaps, and nothing is hidden before, between or behind the parts.
        if not 0 <= entry.offset - end <= (_DESCRIPTOR if end else 0):
            raise TemplateRefused(_DAMAGED)
        start = _data(content, entry)
        end = start + entry.packed
        if end > directory:
            raise TemplateRefused(_DAMAGED)
        found.append(Sealed(entry, content[start:end]))
    if directory - end > _DESCRIPTOR:
        raise TemplateRefused(_DAMAGED)
    return found


def _data(content: bytes, entry: Entry) -> int:
    if entry.offset + _LOCAL.size > len(content):
        raise TemplateRefused(_DAMAGED)
    sign, _needs, flags, method, _time, _day, _crc, _packed, size, name_size, extra = _LOCAL.unpack_from(
        content, entry.offset
    )
    start = entry.offset + _LOCAL.size
    name = content[start : start + name_size]
    known = size == entry.size or flags & _SIZES_FOLLOW
    if sign != b"PK\3\4" or method != entry.method or not known or name != entry.name.encode():
        raise TemplateRefused(_DAMAGED)
    return int(start + name_size + extra)


def _inflated(packed: bytes, size: int) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(packed, size + 1)  # one more than promised, and the promise is broken
    except zlib.error as error:
        raise TemplateRefused(_DAMAGED) from error
    if unpacker.unused_data or not unpacker.eof:
        raise TemplateRefused(_DAMAGED)
    return content
