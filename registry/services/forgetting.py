"""Lets go of final papers once the board has kept them as long as its setting says."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import select

from registry.calendar import add_years
from registry.database import change
from registry.model import GeneratedDocument


def forget_old_finals(session: Any, today: date, years: int) -> int:
    """Return how many final papers, made more than `years` years before today, went with their files and values.

    `years` is the setting FINALS_KEPT_YEARS; 0 keeps everything for ever. The history keeps that there was one.
    """
    if not years:
        return 0
    old = select(GeneratedDocument).where(GeneratedDocument.made_at < first_kept(today, years))
    with change(session, f"definitieve documenten ouder dan {years} jaar opgeruimd"):
        forgotten = session.scalars(old).all()
        for document in forgotten:
            session.delete(document)
            session.delete(document.file)
    return len(forgotten)


def first_kept(today: date, years: int) -> datetime:
    """Return the first moment of the day, this many years ago, from which papers stay."""
    return datetime.combine(add_years(today, -years), time(), UTC)
