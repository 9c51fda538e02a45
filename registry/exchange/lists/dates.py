"""Dates as people write them on lists: day first, in figures or words, or as the number that Excel keeps."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from registry.dutch import long_date
from registry.exchange.lists.fields import plain, word_set
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.table import Cell

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OTHER_MONTHS = {"mrt": 3, "mar": 3, "may": 5, "oct": 10}
_YEARS = range(1990, 2100)
_DAY_ZERO = date(1899, 12, 30)  # Excel counts from here, in the 1900 system
_FIGURES = re.compile(r"([0-9]{1,2})[-/. ]{1,2}([0-9]{1,2})[-/. ]{1,2}([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_TIGHT = re.compile(r"(20[0-9]{2}|19[0-9]{2})([0-9]{2})([0-9]{2})")
_WORDS = re.compile(r"(?:[a-z]{2,9}[ ,]{1,2})?([0-9]{1,2})(?:e|ste|de)?[ -]([a-z]{3,9})[. -]{1,2}'?([0-9]{4}|[0-9]{2})")
_MONTH = re.compile(r"([a-z]{3,9})[. -]{1,2}'?([0-9]{4})")
_MONTH_FIGURES = re.compile(r"([0-9]{1,2})[-/]([0-9]{4})")
_SCHOOL_YEAR = re.compile(r"(?:schooljaar |sj )?(20[0-9]{2}) ?[-/] ?(20[0-9]{2}|[0-9]{2})")
_CLOCK = re.compile(r"[ t][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?z?")
_RANGE = re.compile(r"\bt/m\b|\btot en met\b|\btot\b|\bt\.e\.m\.|\btm\b| - | – |–|—|→")


def day_of(cell: Cell, *, is_end: bool = False, needs_day: bool = True) -> date | None:
    """Return the day that a cell names, or None where it names no end ("onbepaalde tijd").

    A month alone is its first day, or its last for the end of something, unless the field `needs_day`. Raises
    Unreadable for a year alone, a day that does not exist, month before day, and years outside 1990 to 2099.
    """
    if isinstance(cell, datetime):
        return _kept(cell.date())
    if isinstance(cell, date):
        return _kept(cell)
    if isinstance(cell, bool | time) or cell is None:
        raise Unreadable("Hier staat geen datum.")
    if isinstance(cell, int | float):
        return _of_number(cell)
    return _of_text(cell, is_end, needs_day)


def period_of(cell: Cell) -> tuple[date | None, date | None] | None:
    """Return the first and last day of "1-8-2022 t/m 31-7-2025" or of a school year, or None where it is no period."""
    return _period(cell) if isinstance(cell, str) and len(cell) <= 80 else None


def read_as(cell: Cell, *, is_end: bool = False) -> str:
    """Return in words how a month or a school year was read, such as "gelezen als 1 mei 2019"; "" for whole days."""
    return _read_as(cell, is_end) if isinstance(cell, str) and len(cell) <= 80 else ""


@lru_cache(maxsize=1000)
def _read_as(cell: str, is_end: bool) -> str:
    typed = _clean(cell)
    parts = [part.strip() for part in _RANGE.split(typed)]
    if not _SCHOOL_YEAR.fullmatch(typed) and not any(map(_is_month, parts)):
        return ""
    days = _period(cell) or (_of_text(cell, is_end, False),)
    return f"gelezen als {' t/m '.join(long_date(day) for day in days if day)}"


def _is_month(typed: str) -> bool:
    return bool(_MONTH.fullmatch(typed.removeprefix("van ").removeprefix("vanaf ")) or _MONTH_FIGURES.fullmatch(typed))


@lru_cache(maxsize=1000)
def _period(cell: str) -> tuple[date | None, date | None] | None:
    typed = _clean(cell)
    if years := _SCHOOL_YEAR.fullmatch(typed):
        first, last = int(years[1]), int(years[2][-2:]) + 2000
        return (date(first, 8, 1), date(last, 7, 31)) if last == first + 1 else None
    parts = [part for part in _RANGE.split(typed) if part.strip()]
    if len(parts) != 2:
        return None
    start = parts[0].strip().removeprefix("van ").removeprefix("vanaf ")
    first_day, last_day = _of_text(start, False, False), _of_text(parts[1].strip(), True, False)
    if first_day and last_day and last_day < first_day:
        raise Unreadable("De einddatum ligt vóór de begindatum.")
    return first_day, last_day


@lru_cache(maxsize=1000)
def _of_text(cell: str, is_end: bool, needs_day: bool) -> date | None:
    typed = _CLOCK.sub("", _clean(cell))
    if plain(typed) in word_set("endless") or plain(typed) in word_set("not_applicable"):
        return None
    for pattern, order in ((_ISO, (1, 2, 3)), (_TIGHT, (1, 2, 3)), (_FIGURES, (3, 2, 1))):
        if found := pattern.fullmatch(typed):
            return _day(*(int(found[place]) for place in order))
    if found := _WORDS.fullmatch(typed):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    return _of_month(typed, is_end, needs_day)


def _of_month(typed: str, is_end: bool, needs_day: bool) -> date:
    month = year = 0
    if found := _MONTH.fullmatch(typed):
        month, year = _month(found[1]), int(found[2])
    elif found := _MONTH_FIGURES.fullmatch(typed):
        month, year = int(found[1]), int(found[2])
    if month and not needs_day:
        first = _day(year, month, 1)
        return first.replace(day=monthrange(year, month)[1]) if is_end else first
    if month:
        raise Unreadable(f"“{typed}” is alleen een maand. Vul de hele datum in.")
    if re.fullmatch("(?:19|20)[0-9]{2}", typed):
        raise Unreadable(f"“{typed}” is alleen een jaar. Vul de hele datum in.")
    if typed.isdigit() and len(typed) == 5:
        return _of_number(int(typed))
    raise Unreadable("Hier staat geen datum die wij herkennen. Schrijf bijvoorbeeld 31-12-2026.")


def _of_number(number: float) -> date:
    if 1990 <= number < 2100:
        raise Unreadable(f"“{number:g}” is alleen een jaar. Vul de hele datum in.")
    if len(str(number)) == 8 and (found := _TIGHT.fullmatch(str(number))):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if not 0 < number < 80_000:
        raise Unreadable("Hier staat een getal, geen datum.")
    return _kept(_DAY_ZERO + timedelta(days=int(number)))


def _day(year: int, month: int, day: int) -> date:
    year += 2000 if year < 100 else 0
    if month > 12 >= day > 0:
        raise Unreadable(f"De maand {month} bestaat niet. De dag staat voorop: schrijf {month}-{day}-{year}.")
    try:
        return _kept(date(year, month, day))
    except ValueError:
        raise Unreadable(f"De datum {day}-{month}-{year} bestaat niet.") from None


def _kept(day: date) -> date:
    if day.year not in _YEARS:
        raise Unreadable(f"Het jaar {day.year} kan niet kloppen.")
    return day


def _month(name: str) -> int:
    short = name[:3]
    number = _MONTHS.index(short) + 1 if short in _MONTHS else _OTHER_MONTHS.get(short, 0)
    if not number:
        raise Unreadable("Hier staat geen datum die wij herkennen. Schrijf bijvoorbeeld 31-12-2026.")
    return number


def _clean(cell: str) -> str:
    return " ".join(cell.lower().replace("‑", "-").replace("\u00a0", " ").split()).strip(" .,;")
