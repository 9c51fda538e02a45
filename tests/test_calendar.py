"""Days, months and years as the trade counts them."""

from datetime import date

import pytest

from registry.calendar import (
    add_months,
    add_years,
    day_at_work,
    last_day_of_notice,
    renewed_end,
    school_year_begin,
    school_year_end,
)


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 5, 31), 0, date(2027, 5, 31)),
        (date(2027, 5, 31), 13, date(2028, 6, 30)),
    ],
)
def test_months_keep_the_day_or_end_the_month(day, months, there):
    assert add_months(day, months) == there


@pytest.mark.parametrize(
    ("day", "years", "there"),
    [
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2028, 2, 29), -1, date(2027, 2, 28)),
        (date(2027, 7, 31), -7, date(2020, 7, 31)),
    ],
)
def test_a_leap_day_becomes_the_28th(day, years, there):
    assert add_years(day, years) == there


@pytest.mark.parametrize(
    ("end", "months", "last"),
    [
        (date(2027, 7, 31), 2, date(2027, 5, 31)),  # June and July remain
        (date(2027, 7, 31), 1, date(2027, 6, 30)),
        (date(2027, 2, 28), 1, date(2027, 1, 31)),
        (date(2028, 2, 29), 1, date(2028, 1, 31)),
        (date(2028, 2, 28), 1, date(2028, 1, 28)),  # not the end of that month
        (date(2027, 12, 31), 12, date(2026, 12, 31)),
        (date(2027, 3, 15), 1, date(2027, 2, 15)),
        (date(2027, 3, 30), 1, date(2027, 2, 27)),  # a whole month and a few days: never too late
        (date(2027, 7, 31), 0, date(2027, 7, 31)),
    ],
)
def test_notice_is_given_while_whole_months_remain(end, months, last):
    assert last_day_of_notice(end, months) == last


@pytest.mark.parametrize(
    ("end", "on", "next_end"),
    [
        (date(2026, 7, 31), date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 7, 31), date(2026, 8, 1), date(2027, 7, 31)),
        (date(2026, 7, 31), date(2029, 1, 1), date(2029, 7, 31)),
        (date(2027, 2, 28), date(2027, 12, 1), date(2028, 2, 29)),  # from 1 March up to 1 March
        (date(2028, 2, 29), date(2028, 3, 1), date(2029, 2, 28)),
        (date(2028, 2, 28), date(2028, 3, 1), date(2029, 2, 28)),
        (date(2026, 12, 31), date(2026, 12, 31), date(2026, 12, 31)),
        (date(2030, 7, 31), date(2027, 1, 1), date(2030, 7, 31)),  # still in its first term
    ],
)
def test_a_tacit_renewal_runs_a_year_at_a_time(end, on, next_end):
    assert renewed_end(end, on) == next_end


@pytest.mark.parametrize(
    ("day", "begin", "end"),
    [
        (date(2026, 7, 31), date(2025, 8, 1), date(2026, 7, 31)),
        (date(2026, 8, 1), date(2026, 8, 1), date(2027, 7, 31)),
        (date(2027, 1, 1), date(2026, 8, 1), date(2027, 7, 31)),
        (date(2028, 2, 29), date(2027, 8, 1), date(2028, 7, 31)),
    ],
)
def test_a_school_year_runs_from_august(day, begin, end):
    assert (school_year_begin(day), school_year_end(day)) == (begin, end)


@pytest.mark.parametrize(
    ("day", "work"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),  # Friday
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 10, 25), date(2026, 10, 26)),  # the Sunday on which the clock goes back
    ],
)
def test_people_get_a_weekend_on_monday(day, work):
    assert day_at_work(day) == work
