"""The first thing to read of an archive: which version made it, how many rows of what, and the hash of each member."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from registry.errors import FileRefused

FORMAT = 1
MANIFEST, SCHEMA = "manifest.json", "schema.json"
NO_ARCHIVE = "Dit is geen bestand dat met “Alles meenemen” is gemaakt."
DAMAGED = "Dit bestand is beschadigd of veranderd"
_KINDS = {"format": int, "program": str, "schema": str, "made_at": str, "tables": dict, "members": dict}


@dataclass(frozen=True)
class Member:
    """How big a member of the archive is, in bytes, and the SHA-256 of its contents."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself: its format, who made it when, rows per table, and all other members."""

    program: str
    schema: str
    made_at: str
    tables: dict[str, int]
    members: dict[str, Member]
    format: int = FORMAT

    def as_json(self) -> bytes:
        """Return the bytes of manifest.json."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def table_member(name: str) -> str:
    """Return the name of the member that holds the rows of this table."""
    return f"tables/{name}.jsonl"


def file_member(sha256: str) -> str:
    """Return the name of the member that holds the file with this hash."""
    return f"files/{sha256}"


def manifest_of(content: bytes) -> Manifest:
    """Return what the bytes of manifest.json say; FileRefused when they are not what `as_json` writes."""
    said = parsed(content)
    if type(said.get("format")) is int and said["format"] > FORMAT:
        raise FileRefused(
            f"Dit bestand heeft indeling {said['format']}; dit register leest tot en met indeling {FORMAT}. "
            f"Lees het in met versie {said.get('program', 'onbekend')} of nieuwer."
        )
    if said.keys() != _KINDS.keys() or any(type(said[key]) is not kind for key, kind in _KINDS.items()):
        raise FileRefused(NO_ARCHIVE)
    if any(type(number) is not int or number < 0 for number in said["tables"].values()):
        raise FileRefused(NO_ARCHIVE)
    return Manifest(**said | {"members": {name: _member(one) for name, one in said["members"].items()}})


def parsed(content: bytes) -> dict[str, Any]:
    """Return these bytes as a JSON object; FileRefused when they are none."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise FileRefused(NO_ARCHIVE) from fault
    if not isinstance(said, dict):
        raise FileRefused(NO_ARCHIVE)
    return said


def _member(said: Any) -> Member:
    if not isinstance(said, dict) or said.keys() != {"size", "sha256"}:
        raise FileRefused(NO_ARCHIVE)
    if type(said["size"]) is not int or not isinstance(said["sha256"], str):
        raise FileRefused(NO_ARCHIVE)
    return Member(said["size"], said["sha256"])
