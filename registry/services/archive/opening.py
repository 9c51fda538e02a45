"""Opens an archive that somebody hands in: nothing in it is believed before its directory and its hashes are right."""

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from registry.errors import FileRefused
from registry.model.stored_file import MOST_BYTES
from registry.services.archive.manifest import (
    DAMAGED,
    MANIFEST,
    NO_ARCHIVE,
    SCHEMA,
    Manifest,
    file_member,
    manifest_of,
    parsed,
    table_member,
)
from registry.services.archive.own_files import INSIDE, is_own_file
from registry.services.archive.settings_kept import MEMBER as SETTINGS

MOST_MEMBERS = 250_000
MOST_TOLD = 64 * 1024 * 1024  # bytes of the manifest, and of the description
LONGEST_LINE = 32 * 1024 * 1024
MOST_RATIO, RATIO_FROM = 200, 1024 * 1024  # rows that are nearly the same shrink to a fortieth
AT_ONCE = 1024 * 1024
_TOO_MUCH = "Dit bestand is te sterk ingepakt of bevat te veel onderdelen. Het wordt niet gelezen."
_END = struct.Struct("<4s4H2LH")
_HASH = re.compile(r"[0-9a-f]{64}")
_SYMLINK = 0o120000
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, struct.error, ValueError)


class Archive:
    """An open archive: what its manifest and description say, its rows and its files."""

    def __init__(self, opened: zipfile.ZipFile, size: int) -> None:
        self._zip = opened
        entries = opened.infolist()
        _check_directory(entries, size)
        self.manifest: Manifest = manifest_of(self._told(MANIFEST))
        _check_members(self.manifest, entries)
        self.schema: dict[str, Any] = parsed(self._told(SCHEMA))

    def verify(self) -> None:
        """Read every member once; FileRefused for the first that is not what the manifest says."""
        for name, member in self.manifest.members.items():
            digest = sha256()
            with self._zip.open(name) as content:
                while piece := content.read(AT_ONCE):
                    digest.update(piece)
            if digest.hexdigest() != member.sha256:
                raise FileRefused(f"{DAMAGED}: {name} klopt niet met zijn controlegetal.")

    def lines(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield each row of this table as JSON gives it; FileRefused, with its number, for one that is no row."""
        with self._zip.open(table_member(table)) as packed, io.BufferedReader(packed, AT_ONCE) as content:  # type: ignore[type-var]
            number = 0
            while line := content.readline(LONGEST_LINE + 1):
                number += 1
                yield _row(line, table, number)

    def file(self, sha256: str) -> bytes:
        """Return the bytes of the file with this hash; FileRefused when it is not there."""
        if file_member(sha256) not in self.manifest.members:
            raise FileRefused(f"{DAMAGED}: een bestand waar een rij naar wijst, ontbreekt.")
        return self._zip.read(file_member(sha256))

    def own_files(self) -> dict[str, bytes]:
        """Return the board's own facts, templates and cards, by their names in the archive."""
        own = (name for name in self.manifest.members if name.startswith(f"{INSIDE}/") and name != SETTINGS)
        return {name: self._zip.read(name) for name in own}

    def settings(self) -> bytes | None:
        """Return the settings.toml of a backup; None when there is none in it."""
        return self._zip.read(SETTINGS) if SETTINGS in self.manifest.members else None

    def _told(self, name: str) -> bytes:
        try:
            about = self._zip.getinfo(name)
        except KeyError as fault:
            raise FileRefused(NO_ARCHIVE) from fault
        if about.file_size > MOST_TOLD:
            raise FileRefused(_TOO_MUCH)
        return self._zip.read(name)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Yield the archive in this file; FileRefused for what is none, is damaged, or is more than it says."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            _check_end(file, size)
            with zipfile.ZipFile(file) as inside:
                yield Archive(inside, size)
    except OSError as fault:
        raise FileRefused(f"Het bestand kan niet worden gelezen: {path.name} ({fault.strerror}).") from fault
    except _UNREADABLE as fault:
        raise FileRefused(f"{DAMAGED}. Er is niets ingelezen.") from fault


def _check_end(file: io.BufferedReader, size: int) -> None:
    """Refuse what does not end as a zip of ours, or lists too much, before its directory is read into memory."""
    file.seek(max(0, size - _END.size))
    end = file.read()
    if len(end) < _END.size or not end.startswith(b"PK\5\6"):
        raise FileRefused(NO_ARCHIVE)
    if _END.unpack(end)[4] == 0xFFFF:  # the numbers stand in the wider record before it
        file.seek(max(0, size - _END.size - 76))
        wide = file.read(56)
        if not wide.startswith(b"PK\6\6") or struct.unpack_from("<Q", wide, 32)[0] > MOST_MEMBERS:
            raise FileRefused(_TOO_MUCH)


def _check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_MEMBERS or sum(entry.compress_size for entry in entries) > size:
        raise FileRefused(_TOO_MUCH)
    if len({entry.filename for entry in entries}) != len(entries):
        raise FileRefused(f"{DAMAGED}: een onderdeel staat er twee keer in.")
    for entry in entries:
        plain = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not entry.flag_bits & 1
        if not plain or (entry.external_attr >> 16) & 0o170000 == _SYMLINK:
            raise FileRefused(NO_ARCHIVE)
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * entry.compress_size:
            raise FileRefused(_TOO_MUCH)


def _check_members(manifest: Manifest, entries: list[zipfile.ZipInfo]) -> None:
    sizes = {entry.filename: entry.file_size for entry in entries if entry.filename != MANIFEST}
    asked = {SCHEMA, *map(table_member, manifest.tables)}
    if lacking := (asked | manifest.members.keys()) - sizes.keys():
        raise FileRefused(f"{DAMAGED}: {min(lacking)} ontbreekt.")
    for name, size in sizes.items():
        member = manifest.members.get(name)
        is_ours = name in asked or name == SETTINGS or is_own_file(name)
        if member is None or not (is_ours or _is_file(name, member.sha256)):
            raise FileRefused(f"{DAMAGED}: er zit een onderdeel in dat er niet hoort.")
        most = MOST_BYTES if name not in asked else size
        if size != member.size or size > most:
            raise FileRefused(f"{DAMAGED}: een onderdeel heeft niet de grootte die erbij staat.")


def _is_file(name: str, sha256: str) -> bool:
    return _HASH.fullmatch(sha256) is not None and name == file_member(sha256)


def _row(line: bytes, table: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise FileRefused(f"{DAMAGED}: rij {number} van {table} kan niet worden gelezen.")
    return row
