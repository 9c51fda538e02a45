"""What the register stands on: the clock, the place and the room of its disk, and its backup."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import func, select

from registry.dutch import count
from registry.model import AuditEvent
from registry.queries.checks.finding import Finding

FIRST_YEAR, LAST_YEAR = 2026, 2100  # the register did not exist before
SLACK = timedelta(minutes=5)  # two clocks are never the same
MOUNTS = Path("/proc/self/mounts")
NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "afs", "ncpfs", "davfs", "fuse.sshfs", "fuse.rclone"}
SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "mobile documents", "nextcloud")
LEAST_ROOM = 500 * 1024 * 1024
DAYS_WITHOUT = 2  # one may be missed in the night of an update
MEGABYTE = 1024 * 1024
_DAILY = re.compile(r"register-(\d{4}-\d{2}-\d{2})\.zip")


def check_clock(session: Any, config: Mapping[str, Any], now: datetime) -> Finding:
    """Return whether the clock of this device can be right: a year that can be, and no history of later than now."""
    what = "Zet de klok van dit apparaat goed, en laat die zich zelf gelijk zetten."
    if not FIRST_YEAR <= now.year <= LAST_YEAR:
        return Finding(False, f"De klok staat op {now.year}. {what}")
    last = session.scalar(select(func.max(AuditEvent.at)))
    if last is not None and (last if last.tzinfo else last.replace(tzinfo=UTC)) > now + SLACK:
        return Finding(False, f"De geschiedenis heeft een regel van later dan nu: {last:%d-%m-%Y %H:%M} (UTC). {what}")
    return Finding(True, f"De klok loopt niet achter op de geschiedenis: {now:%d-%m-%Y %H:%M} (UTC).")


def check_place(session: Any, config: Mapping[str, Any], now: datetime) -> Finding:
    """Return whether the SQLite file lies on a disk of this device; a warning for a network share or a synced folder.

    SQLite trusts the locks of the disk, which a share may not keep (sqlite.org/howtocorrupt.html, section 2.1).
    """
    if session.get_bind().dialect.name != "sqlite":
        return Finding(True, "De database staat op een server.")
    place = _database(session).resolve()
    move = "Zet de map van het register op een schijf van dit apparaat, en maak daar back-ups van."
    if (synced := _synced(place)) is not None:
        return Finding(True, f"De database staat in {synced}. Zo kan zij beschadigd raken. {move}", is_warning=True)
    if _is_on_network(place, _mounts()):
        return Finding(
            True, f"De database staat op een netwerkschijf. Zo kan zij beschadigd raken. {move}", is_warning=True
        )
    return Finding(True, "De database staat op een schijf van dit apparaat.")


def check_room(session: Any, config: Mapping[str, Any], now: datetime) -> Finding:
    """Return whether the disk has room for the database to grow, and for a copy of it, which a backup needs."""
    needed = LEAST_ROOM
    if session.get_bind().dialect.name == "sqlite":
        needed += 2 * _database(session).stat().st_size
    free = shutil.disk_usage(config["INSTANCE"].root).free
    told = f"Op de schijf is {free // MEGABYTE} MB vrij"
    if free < needed:
        return Finding(False, f"{told}; er is {needed // MEGABYTE} MB nodig. Maak ruimte, of neem een grotere schijf.")
    return Finding(True, f"{told}.")


def check_backup(session: Any, config: Mapping[str, Any], now: datetime) -> Finding:
    """Return whether the newest backup in the folder of the settings is of today or yesterday."""
    if not config["BACKUP_FOLDER"]:
        return Finding(
            True, "Er is geen map voor dagelijkse back-ups. Zet backup_folder in settings.toml.", is_warning=True
        )
    folder: Path = config["INSTANCE"].root / str(config["BACKUP_FOLDER"])
    if not folder.is_dir():
        return Finding(False, f"De map voor back-ups bestaat niet: {folder}. Maak die map, of sluit de schijf aan.")
    newest = max(_days(path.name for path in folder.iterdir()), default=None)
    what = "Draai “backup --daily” en kijk wat er misgaat."
    if newest is None:
        return Finding(False, f"In de map voor back-ups staat nog geen back-up: {folder}. {what}")
    if (age := (now.astimezone().date() - newest).days) >= DAYS_WITHOUT:
        return Finding(False, f"De laatste back-up is {count(age, 'dag', 'dagen')} oud. {what}")
    return Finding(True, f"De laatste back-up is van {newest:%d-%m-%Y}.")


def _days(names: Iterable[str]) -> list[date]:
    found = []
    for name in names:
        if told := _DAILY.fullmatch(name):
            try:
                found.append(date.fromisoformat(told[1]))
            except ValueError:
                continue
    return found


def _database(session: Any) -> Path:
    return Path(str(session.get_bind().url.database))


def _synced(place: PurePath) -> str | None:
    """The name of the folder above this place that another program keeps the same on several devices."""
    return next((part for part in place.parts if part.lower().startswith(SYNCED)), None)


def _mounts() -> list[tuple[str, str]]:
    """Where what kind of disk is; empty on a system that does not tell."""
    if not MOUNTS.exists():
        return []
    lines = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    return [(words[1].replace("\\040", " "), words[2]) for line in lines if len(words := line.split()) > 2]


def _is_on_network(place: PurePath, mounts: list[tuple[str, str]]) -> bool:
    if str(place).startswith(("\\\\", "//")):
        return True
    if os.name == "nt":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == 4)  # type: ignore[attr-defined]  # remote
    under = [(where, kind) for where, kind in mounts if place.is_relative_to(where)]
    return bool(under) and max(under, key=lambda one: len(one[0]))[1] in NETWORK
