"""Dates as people write them, found in running text."""

import re
from datetime import date

_DIGITS = re.compile(r"(?<![\d.-])(\d{1,2})[-/.](\d{1,2})[-/.]['’]?(\d{4}|\d{2})(?![\d-])")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_WORDS = re.compile(
    r"(?<![\w.])(\d{1,2})(?:st|nd|rd|th|e)? (?:of )?([a-z]{3,10})\.?,? (\d{4}|['’]\d{2})(?!\d)", re.IGNORECASE
)
_ENGLISH = re.compile(r"(?<!\w)([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?, (\d{4})(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\w)([a-z]{3,10}) (\d{4})(?!\d)", re.IGNORECASE)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_LONGEST = 20  # signs of a date


def first_date(text: str) -> str | None:
    """Return the first whole date in a text as ISO ("2024-03-01"); None where there is none."""
    found = dates(text)
    return found[0] if found else None


def begins_date(text: str) -> bool:
    """Return whether a text begins with a whole date: "1 april 2017", "1-4-2017", "2017-04-01"."""
    return any(pattern.match(text) for pattern in (_DIGITS, _ISO, _WORDS)) and bool(dates(text[:_LONGEST]))


def dates(text: str) -> list[str]:
    """Return the whole dates in a text as ISO, in the order in which they stand; day before month."""
    found: list[tuple[int, str]] = []
    for match in _ISO.finditer(text):
        _add(found, match.start(), match[1], match[2], match[3])
    for match in _DIGITS.finditer(text):
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        _add(found, match.start(), year, match[2], match[1])
    for match in _WORDS.finditer(text):
        year = match[3] if len(match[3]) == 4 else f"20{match[3][1:]}"
        _add(found, match.start(), year, str(_MONTHS.get(match[2].lower(), 0)), match[1])
    for match in _ENGLISH.finditer(text):
        _add(found, match.start(), match[3], str(_MONTHS.get(match[1].lower(), 0)), match[2])
    return [day for _at, day in sorted(found)]


def month_of(text: str) -> str | None:
    """Return a month with its year as ISO ("2024-03"), where no day is told; None where there is none."""
    for match in _MONTH.finditer(text):
        if number := _MONTHS.get(match[1].lower()):
            return f"{match[2]}-{number:02}"
    return None


def without_month(text: str) -> str:
    """Return a text without the months with their year in it: "mei 2024" is no version."""
    return _MONTH.sub(lambda match: "" if match[1].lower() in _MONTHS else match[0], text)


def _add(found: list[tuple[int, str]], at: int, year: str, month: str, day: str) -> None:
    try:
        found.append((at, date(int(year), int(month), int(day)).isoformat()))
    except ValueError:
        return
