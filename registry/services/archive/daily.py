"""The backups of each day: what they are called, and which of them go. What was not made here never goes."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import Any

from registry.errors import BrokenRule
from registry.paths import Instance

LEDGER = "back-ups.json"  # in the instance folder: {path: SHA-256} of each daily backup that is still kept


def folder_of(config: Mapping[str, Any]) -> Path:
    """Return the folder for backups; BrokenRule when the settings name none, or it is not there."""
    if not config["BACKUP_FOLDER"]:
        raise BrokenRule('Zet eerst in settings.toml waar back-ups komen, bijvoorbeeld: backup_folder = "back-ups"')
    folder: Path = config["INSTANCE"].root / str(config["BACKUP_FOLDER"])
    if not folder.is_dir():
        raise BrokenRule(f"De map voor back-ups bestaat niet: {folder}. Maak die map, of sluit de schijf aan.")
    return folder


def name_of(day: date) -> str:
    """Return the name of the backup of this day."""
    return f"register-{day.isoformat()}.zip"


def made(instance: Instance) -> dict[str, str]:
    """Return the daily backups that were made here, the oldest first: path and SHA-256."""
    try:
        told = json.loads((instance.root / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(sorted(told.items(), key=lambda one: Path(one[0]).name)) if isinstance(told, dict) else {}


def remember(instance: Instance, path: Path) -> None:
    """Write down that this backup was made here."""
    _write(instance, made(instance) | {str(path.resolve()): _hash(path)})


def let_go(instance: Instance, folder: Path, kept: int) -> list[str]:
    """Return the names of the backups that were removed: the oldest above this number; 0 keeps all.

    Only what stands in the ledger, in this folder, and still has the bytes that were written.
    """
    known = {path: told for path, told in made(instance).items() if Path(path).exists()}
    here = [path for path in known if Path(path).parent == folder.resolve()]
    old = here[:-kept] if kept else []
    gone = [path for path in old if _hash(Path(path)) == known[path]]
    for path in gone:
        Path(path).unlink()
    _write(instance, {path: told for path, told in known.items() if path not in old})
    return [Path(path).name for path in gone]


def _write(instance: Instance, told: dict[str, str]) -> None:
    waiting = instance.root / f"{LEDGER}.tmp"
    waiting.write_text(json.dumps(told, indent=1), encoding="utf-8")
    waiting.replace(instance.root / LEDGER)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
