"""Lets go of final papers once the board has kept them as long as its setting says."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

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
    """Return the first moment of the day, this many years ago, from which papers stay; 29 February becomes 1 March."""
    year = today.year - years
    is_leap_day = (today.month, today.day) == (2, 29)
    first = date(year, 3, 1) if is_leap_day and not _is_leap(year) else today.replace(year=year)
    return datetime(first.year, first.month, first.day, tzinfo=UTC)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
