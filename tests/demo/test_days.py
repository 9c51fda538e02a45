"""Days as the example files write them."""

from datetime import date

import pytest

from registry.demo.days import day

AUTUMN, SUMMER, LEAP_DAY = date(2026, 10, 1), date(2026, 7, 31), date(2028, 2, 29)


@pytest.mark.parametrize(
    ("written", "today", "meant"),
    [
        (date(2017, 8, 1), AUTUMN, date(2017, 8, 1)),
        ("over 40 dagen", AUTUMN, date(2026, 11, 10)),
        ("1 dagen geleden", date(2026, 8, 1), SUMMER),
        ("begin schooljaar", AUTUMN, date(2026, 8, 1)),
        ("begin schooljaar", SUMMER, date(2025, 8, 1)),
        ("begin schooljaar -2", LEAP_DAY, date(2025, 8, 1)),
        ("einde schooljaar", AUTUMN, date(2027, 7, 31)),
        ("einde schooljaar -1", LEAP_DAY, date(2027, 7, 31)),
        ("einde schooljaar +1", LEAP_DAY, date(2029, 7, 31)),
        ("15 mei, schooljaar -1", AUTUMN, date(2026, 5, 15)),
        ("15 september, schooljaar -1", AUTUMN, date(2025, 9, 15)),
    ],
)
def test_a_day_is_as_seen_from_today(written, today, meant):
    assert day(written, today) == meant


@pytest.mark.parametrize("written", ["", "morgen", "over veertig dagen", "schooljaar -1", "2026-10-01"])
def test_another_text_is_no_day(written):
    with pytest.raises(ValueError, match="no day"):
        day(written, AUTUMN)
