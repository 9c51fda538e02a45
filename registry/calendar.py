"""Days, months and years as the trade counts them: month ends, leap days, notice, renewal, school years."""

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY, WEEK = 5, 7
TIME_TO_ANSWER = timedelta(weeks=4)  # no law sets it; every letter to a supplier says that it is four weeks


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later (earlier when negative); where the month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the same day so many years later (earlier when negative); 29 February becomes the 28th."""
    return add_months(day, 12 * years)


def last_day_of_notice(end: date, months: int) -> date:
    """Return the last day to give notice, so that whole months of it lie before and on the last day of an agreement.

    Ends on 31 July with two months: the period is June and July, so 31 May.
    """
    return add_months(end + DAY, -months) - DAY


def renewed_end(end: date, on: date) -> date:
    """Return the first last day on or after `on` of what was agreed until `end` and then runs on a year at a time."""
    years = max(0, on.year - end.year)
    last = _same_end(end, years)
    return last if last >= on else _same_end(end, years + 1)


def _same_end(end: date, years: int) -> date:
    """The end so many years later; the end of a month stays the end of that month."""
    is_end_of_month = (end + DAY).day == 1
    return add_years(end + DAY, years) - DAY if is_end_of_month else add_years(end, years)


def school_year_begin(day: date) -> date:
    """Return the first day, 1 August, of the school year of this day."""
    return date(day.year if day.month >= 8 else day.year - 1, 8, 1)


def school_year_end(day: date) -> date:
    """Return the last day, 31 July, of the school year of this day."""
    return add_years(school_year_begin(day), 1) - DAY


def day_at_work(day: date) -> date:
    """Return this day, or the Monday after a Saturday or Sunday: for what people plan, never for a legal date."""
    late = day.weekday() - SATURDAY
    return day if late < 0 else day + timedelta(days=WEEK - SATURDAY - late)
