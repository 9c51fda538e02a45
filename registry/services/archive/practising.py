"""A practice register: a backup put back in a folder of its own, with settings by which nothing goes out."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from registry.errors import BrokenRule
from registry.paths import Instance
from registry.services.archive.opening import opened
from registry.services.archive.settings_kept import check_settings
from registry.settings import IN_PRACTICE


def refuse_other_folder(instance: Instance) -> None:
    """Raise BrokenRule unless this folder is empty, not there yet, or already that of a practice register."""
    here = set(instance.root.iterdir()) if instance.root.exists() else set()
    if here - {instance.in_use} and not _told(instance).get("PRACTICE"):
        raise BrokenRule(
            "Oefenen kan in een lege map, of in een map waar al een oefenregister staat. Noem met --instance een "
            "andere map. Er is niets veranderd."
        )


def prepare(instance: Instance, path: Path) -> list[str]:
    """Return the settings of this backup that a practice register goes without, after it has settings of its own here.

    Settings of an earlier practice stay. FileRefused for a file that is no backup; then nothing has changed.
    """
    with opened(path) as archive:
        content = archive.settings() or b""
    check_settings(content)
    told = _by_name(tomllib.loads(content.decode()))
    if not instance.settings.exists():
        kept = [f"{name.lower()} = {json.dumps(value)}\n" for name, value in told.items() if name in IN_PRACTICE]
        instance.settings.touch(mode=0o600)
        instance.settings.write_text("".join(["practice = true\n", *kept]), encoding="utf-8")
    return sorted(name.lower() for name in told.keys() - IN_PRACTICE - {"PRACTICE"})


def _told(instance: Instance) -> dict[str, Any]:
    try:
        return _by_name(tomllib.loads(instance.settings.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _by_name(written: Mapping[str, Any]) -> dict[str, Any]:
    return {name.upper(): value for name, value in written.items()}
