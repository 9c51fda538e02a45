"""Writes the archive: table by table, file by file, with a manifest of hashes at the end."""

import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO, Any

from sqlalchemy import Connection, Engine, Table

import registry
from registry.database import migrating
from registry.database.history import note
from registry.paths import Instance
from registry.services.archive.contents import file_columns, kinds_of, rows, tables
from registry.services.archive.described import description
from registry.services.archive.kinds import written
from registry.services.archive.manifest import MANIFEST, SCHEMA, Manifest, Member, file_member, table_member
from registry.services.archive.own_files import own_files
from registry.services.archive.settings_kept import MEMBER as SETTINGS
from registry.services.archive.snapshot import snapshot

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # as early as a zip can: the manifest says when it was made
OWNER_ONLY = 0o100600 << 16
AT_ONCE = 1024 * 1024


def write_archive(
    engine: Engine, instance: Instance, target: IO[bytes], at: datetime, settings: bytes | None = None
) -> Manifest:
    """Write the whole register as a zip into `target`, and return what its manifest says.

    One moment of the register, a table in its own order, each file once. In memory: one file or some hundred rows.
    `settings` is what a backup tells of settings.toml, and an archive for elsewhere does not.
    A zip that is sent while it is read would hold that moment for as long as its reader is slow: write to a file.
    """
    with snapshot(engine, instance.root) as connection, zipfile.ZipFile(target, "w") as archive:
        made = _Members(archive)
        revision = migrating.revision_of(connection)
        made.add(SCHEMA, [description(revision)])
        counts = {table.name: _add_table(made, connection, table, instance) for table in tables()}
        for name, path in own_files(instance):
            made.add(name, [path.read_bytes()], is_packed=False)
        if settings is not None:
            made.add(SETTINGS, [settings])
        moment = at.astimezone(UTC).isoformat(timespec="seconds")
        manifest = Manifest(registry.__version__, revision, moment, counts, dict(made.members))
        made.add(MANIFEST, [manifest.as_json()])
    return manifest


def note_archive(session: Any) -> None:
    """Let the history tell that the register was taken along, before it is: the line is in the archive too."""
    note(session, "alles meegenomen", "school_board", 1, at_once=True)


class _Members:
    """The members of a zip that is being written, with size and hash of each."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.members: dict[str, Member] = {}

    def add(self, name: str, pieces: Iterable[bytes], is_packed: bool = True) -> None:
        """Write one member, piece by piece; a Word file or PDF is packed already."""
        about = zipfile.ZipInfo(name, FIRST_DAY)
        about.external_attr, digest, size = OWNER_ONLY, sha256(), 0
        about.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
        with self.archive.open(about, "w", force_zip64=True) as member:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members[name] = Member(size, digest.hexdigest())


def _add_table(made: _Members, connection: Connection, table: Table, instance: Instance) -> int:
    """Write the rows of a table; its files come first, for a zip takes one member at a time."""
    count = 0
    with TemporaryFile(dir=instance.root) as lines:
        for row in rows(connection, table):
            lines.write(_line(table, row | _hashes(made, table, row)))
            count += 1
        lines.seek(0)
        made.add(table_member(table.name), iter(lambda: lines.read(AT_ONCE), b""))
    return count


def _hashes(made: _Members, table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the row for its files, each of which is in the archive once."""
    hashes = {}
    for column in file_columns(table):
        if (content := row[column]) is not None:
            hashes[column] = sha256(content).hexdigest()
            if file_member(hashes[column]) not in made.members:
                made.add(file_member(hashes[column]), [bytes(content)], is_packed=False)
    return hashes


def _line(table: Table, row: Mapping[str, Any]) -> bytes:
    values = {name: written(kind, row[name]) for name, kind in kinds_of(table).items()}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
