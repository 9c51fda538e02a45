"""Figures about a register for who keeps it running; none of them says anything about a person."""

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from registry.model import ReminderChoice

SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}


def database_bytes(session: Any) -> int:
    """Return how many bytes the database takes."""
    return int(session.scalar(text(SIZES[session.get_bind().dialect.name])))


def digests_waiting(session: Any, on: date) -> int:
    """Return how many accounts asked for a digest by mail and had none in the week of this date.

    Some of them may have nothing due: what each would be told is not worked out here.
    """
    asking = session.scalars(select(ReminderChoice).where(ReminderChoice.wants_digest.is_(True)))
    return sum(not choice.had_digest(on) for choice in asking)


def backup_made_at(folder: Path) -> float | None:
    """Return when the newest backup in this folder was made, in seconds since 1970; None without any."""
    made = [file.stat().st_mtime for file in folder.glob("*.zip")]
    return max(made, default=None)
