"""Dates, numbers and lists as Dutch readers write them."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

_DUTCH = Locale("nl")  # babel reads a name anew at every call
_LONGEST_FILE_NAME = 80
# Letters that do not fall apart into an ASCII letter and an accent.
_ASCII = str.maketrans(
    {
        "&": " en ",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "ł": "l",
        "Ł": "L",
    }
)
# Windows opens a device instead of a file with one of these names, whatever its extension.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])", re.IGNORECASE)


def long_date(day: date) -> str:
    """Return `day` as "3 maart 2026"."""
    return format_date(day, "d MMMM y", locale=_DUTCH)


def short_date(day: date) -> str:
    """Return `day` as "03-03-2026"."""
    return format_date(day, "dd-MM-y", locale=_DUTCH)


def month_year(day: date) -> str:
    """Return the month of `day` as "maart 2026"."""
    return format_date(day, "MMMM y", locale=_DUTCH)


def short_month(day: date) -> str:
    """Return the month of `day` as "mrt"."""
    return format_date(day, "LLL", locale=_DUTCH).rstrip(".")


def day_of(moment: datetime) -> date:
    """Return the day in the Netherlands at this moment; a moment without a zone is UTC, as SQLite gives it."""
    return _here(moment).date()


def on_the_clock(moment: datetime) -> datetime:
    """Return what the clock shows in the Netherlands at this moment, without a zone; as a form takes it."""
    return _here(moment).replace(tzinfo=None)


def moment_of(shown: datetime) -> datetime:
    """Return the moment, in UTC, at which the clock in the Netherlands shows this; ValueError when it never does.

    In the hour that comes twice, when the clock goes back, it is the first time.
    """
    moment = shown.replace(tzinfo=ZoneInfo("Europe/Amsterdam"), fold=0).astimezone(UTC)
    if on_the_clock(moment) != shown:
        raise ValueError(f"the clock skips {shown}")
    return moment


def _here(moment: datetime) -> datetime:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(ZoneInfo("Europe/Amsterdam"))


def start_of(day: date) -> datetime:
    """Return the moment at which this day begins in the Netherlands, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)


def long_moment(moment: datetime) -> str:
    """Return this moment in the Netherlands as "3 maart 2026, 14:05"; one without a zone is UTC."""
    return f"{long_date(day_of(moment))}, {_here(moment):%H:%M}"


def short_moment(moment: datetime) -> str:
    """Return this moment in the Netherlands as "03-03-2026 14:05:09"; one without a zone is UTC."""
    return f"{short_date(day_of(moment))} {_here(moment):%H:%M:%S}"


def school_year(day: date) -> str:
    """Return the school year of `day` as "2026-2027": from 1 August up to and including 31 July."""
    start = day.year if day.month >= 8 else day.year - 1
    return f"{start}-{start + 1}"


def enumeration(things: Sequence[str]) -> str:
    """Return `things` as "a, b en c"; no things give ""."""
    return format_list(things, locale=_DUTCH)


def count(number: int, one: str, many: str) -> str:
    """Return `number` with the noun that goes with it: "1 school", "1.500 scholen"."""
    return f"{format_decimal(number, locale='nl')} {one if number == 1 else many}"


def yes_no(answer: bool) -> str:
    """Return "ja" or "nee"."""
    return "ja" if answer else "nee"


def file_name(title: str) -> str:
    """Return `title` as a file name without extension: ASCII letters, digits and single dashes, 1 to 80 of them.

    There is no dot in it and it is never the name of a Windows device, so any extension may follow.
    """
    words = re.findall("[A-Za-z0-9]+", re.sub(r"['’]|\.(?!\d)", "", _without_accents(title)))
    name = "-".join(words)[:_LONGEST_FILE_NAME].strip("-") or "bestand"
    return f"bestand-{name}" if _DEVICES.fullmatch(name) else name


def _without_accents(text: str) -> str:
    # A character at a time: to order the accents of a whole text takes quadratic time.
    letters = "".join(unicodedata.normalize("NFKD", letter) for letter in text.translate(_ASCII))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
