"""Days as the example files write them: as seen from today, so that the example never ages."""

import re
from datetime import date, timedelta

from babel.dates import get_month_names

MONTHS = {name: number for number, name in get_month_names(locale="nl").items()}
ENDS = {"begin": "1 augustus,", "einde": "31 juli,"}


def day(written: date | str, today: date) -> date:
    """Return the day that is meant: a date as it is, or a phrase as seen from today; ValueError for any other text.

    Phrases: "over 40 dagen", "40 dagen geleden", "15 mei, schooljaar -1", "begin schooljaar -2", "einde schooljaar".
    """
    if isinstance(written, date):
        return written
    if found := re.fullmatch(r"(over )?(\d+) dagen( geleden)?", written):
        days = timedelta(days=int(found[2]))
        return today + days if found[1] else today - days
    if found := re.fullmatch(r"(begin|einde|\d+ [a-z]+,) schooljaar ?([+-]\d+)?", written):
        number, month = ENDS.get(found[1], found[1]).rstrip(",").split()
        return _in_school_year(today, int(found[2] or 0), int(number), MONTHS[month])
    raise ValueError(f"no day: {written}")


def _in_school_year(today: date, later: int, number: int, month: int) -> date:
    """The day with this number and month in the school year that is so many years later than that of today."""
    start = today.year - (today.month < 8)
    return date(start + later + (month < 8), month, number)
