"""An xls file looked at record by record, before calamine opens it: [MS-CFB] for the stream, [MS-XLS] for its records.

It tells how far the sheets reach, which rows are hidden and where an error stands; and that a password is asked.
"""

import struct
from collections.abc import Iterator

from registry.errors import FileRefused
from registry.exchange.tables.grid import Seen

_DAMAGED = "Dit oude Excel-bestand (xls) is beschadigd. Open het in Excel en sla het op als xlsx."
_LOCKED = "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw."
_END = 0xFFFFFFFC  # from here on a number names no sector
_BOF, _EOF, _SHEET, _PASSWORD = 0x0809, 0x000A, 0x0085, 0x002F
_ROW, _ERROR, _FORMULA = 0x0208, 0x0205, 0x0006
_CELLS = {0x0006, 0x0203, 0x0204, 0x027E, 0x00FD, 0x0205, 0x00D6}
_MANY = 0x00BD  # a run of numbers; its last two bytes name its last column
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def seen(content: bytes) -> dict[str, Seen]:
    """Return what stands in each sheet of an old workbook, by its name; FileRefused for a password or damage."""
    try:
        return _by_sheet(_workbook(content))
    except (struct.error, IndexError) as fault:
        raise FileRefused(_DAMAGED) from fault


def _by_sheet(stream: bytes) -> dict[str, Seen]:
    starts: dict[str, int] = {}
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            raise FileRefused(_LOCKED)
        if kind == _SHEET:
            starts[_name(data)] = struct.unpack_from("<I", data)[0]
        if kind == _EOF:
            break
    return {name: _seen(stream, start) for name, start in starts.items()}


def _name(data: bytes) -> str:
    length, wide = data[6], data[7] & 1
    return data[8 : 8 + 2 * length].decode("utf-16-le") if wide else data[8 : 8 + length].decode("latin-1")


def _seen(stream: bytes, start: int) -> Seen:
    height = width = depth = 0
    hidden, unreadable = set(), []
    for kind, data in _records(stream, start):
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            break
        if kind == _ROW and data[12] & 0x20:
            hidden.add(struct.unpack_from("<H", data)[0])
        elif kind in _CELLS or kind == _MANY:
            row, column = struct.unpack_from("<HH", data)
            last = struct.unpack_from("<H", data, len(data) - 2)[0] if kind == _MANY else column
            height, width = max(height, row + 1), max(width, last + 1)
            if error := _error(kind, data):
                unreadable.append((row, column, error))
    return Seen(height, width, tuple(unreadable), frozenset(hidden))


def _error(kind: int, data: bytes) -> str:
    if kind == _ERROR and data[7]:
        return _ERRORS.get(data[6], "#N/A")
    if kind == _FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff":
        return _ERRORS.get(data[8], "#N/A")
    return ""


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _workbook(content: bytes) -> bytes:
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    if size not in (512, 4096):
        raise FileRefused(_DAMAGED)
    table = _allocation(content, size)
    directory = _chain(content, size, table, struct.unpack_from("<I", content, 48)[0])
    for at in range(0, len(directory), 128):
        entry = directory[at : at + 128]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")
        if name in ("Workbook", "Book"):
            start, length = struct.unpack_from("<II", entry, 116)
            if length >= 4096:  # a smaller one lies elsewhere; no program writes a workbook that small
                return _chain(content, size, table, start)[:length]
    raise FileRefused(_DAMAGED)


def _allocation(content: bytes, size: int) -> list[int]:
    """Return, for each sector, the one that follows it."""
    parts = list(struct.unpack_from("<109I", content, 76))
    more, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        if more >= _END:
            break
        *further, more = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        parts += further
    table: list[int] = []
    for part in parts:
        if part < _END:
            table += struct.unpack_from(f"<{size // 4}I", content, (part + 1) * size)
    return table


def _chain(content: bytes, size: int, table: list[int], sector: int) -> bytes:
    sectors: list[bytes] = []
    while sector < _END:
        sectors.append(content[(sector + 1) * size : (sector + 2) * size])
        if len(sectors) > len(content) // size + 1:
            raise FileRefused(_DAMAGED)
        sector = table[sector]
    return b"".join(sectors)
