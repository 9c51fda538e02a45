"""Makes another archive of one: members changed, with or without a manifest that agrees."""

import json
from dataclasses import asdict
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile

from registry.services.archive.manifest import MANIFEST, Member


def parts(path):
    """Return the members of an archive by name, the manifest and the description as what they say."""
    with ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    return found | {name: json.loads(found[name]) for name in ("manifest.json", "schema.json")}


def rows_of(found, table):
    """Return the rows of a table."""
    return [json.loads(line) for line in found[f"tables/{table}.jsonl"].splitlines()]


def put_rows(found, table, rows):
    """Put these rows in place of those of a table, and count them anew."""
    found[f"tables/{table}.jsonl"] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    found["manifest.json"]["tables"][table] = len(rows)


def write(path, found, agrees=True):
    """Write these members; `agrees`: with a manifest that says what they are, as somebody would who means it."""
    raw = {name: _bytes(said) if isinstance(said, dict) else said for name, said in found.items()}
    if agrees and isinstance(found.get(MANIFEST), dict):
        told = {name: asdict(Member(len(raw[name]), sha256(raw[name]).hexdigest())) for name in raw if name != MANIFEST}
        raw[MANIFEST] = json.dumps(found[MANIFEST] | {"members": told}).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in raw.items():
            archive.writestr(name, content)
    return path


def _bytes(said):
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
