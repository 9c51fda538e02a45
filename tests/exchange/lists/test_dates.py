"""Dates as people write them (I13): day first, in figures or words; what cannot be or is only a year is a problem."""

from datetime import date, datetime

import pytest

from registry.exchange.lists.dates import day_of, period_of
from registry.exchange.lists.unreadable import Unreadable


@pytest.mark.parametrize(
    "cell",
    ["31-12-2026", "31/12/2026", "31.12.2026", "31-12-26", "2026-12-31", "20261231", 20261231, 46387, 46387.0, "46387"]
    + ["31 december 2026", "31 dec. 2026", "31-dec-26", "donderdag 31 december 2026", "31-12-2026 00:00:00"]
    + ["2026-12-31T10:15:00", date(2026, 12, 31), datetime(2026, 12, 31, 8, 0), " 31 - 12 - 2026".replace(" - ", "-")],
)
def test_every_usual_form_of_one_day(cell):
    assert day_of(cell) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("12/31/2026", "De maand 31 bestaat niet"),
        ("29-02-2027", "bestaat niet"),
        ("00-00-0000", "bestaat niet"),
        ("1900-02-29", "bestaat niet"),
        (date(1900, 2, 28), "Het jaar 1900 kan niet kloppen"),
        ("31-12-2926", "kan niet kloppen"),
        ("2019", "alleen een jaar"),
        (2019, "alleen een jaar"),
        ("mei 2019", "alleen een maand"),
        (3_000_000_000, "geen datum"),
        (-4, "geen datum"),
        (True, "geen datum"),
        ("volgend jaar", "geen datum"),
        ("1 brumaire 2020", "geen datum"),
    ],
)
def test_what_is_no_day_says_why(cell, sentence):
    with pytest.raises(Unreadable, match=sentence):
        day_of(cell)


@pytest.mark.parametrize("cell", ["mei 2019", "Mei 2019", "5-2019", "05/2019"])
def test_a_month_begins_on_its_first_day_and_ends_on_its_last(cell):
    assert day_of(cell, needs_day=False) == date(2019, 5, 1)
    assert day_of(cell, is_end=True, needs_day=False) == date(2019, 5, 31)


def test_no_end_is_no_date():
    assert day_of("onbepaalde tijd", is_end=True) is None


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("1-8-2022 t/m 31-7-2025", (date(2022, 8, 1), date(2025, 7, 31))),
        ("van 1 augustus 2022 tot en met 31 juli 2025", (date(2022, 8, 1), date(2025, 7, 31))),
        ("aug 2022 - jul 2025", (date(2022, 8, 1), date(2025, 7, 31))),
        ("1-8-2022 t/m onbepaalde tijd", (date(2022, 8, 1), None)),
        ("2022-2023", (date(2022, 8, 1), date(2023, 7, 31))),
        ("schooljaar 2022/23", (date(2022, 8, 1), date(2023, 7, 31))),
        ("1-8-2022", None),
        ("2022-2025", None),
    ],
)
def test_a_period_has_two_ends(cell, period):
    assert period_of(cell) == period


def test_a_period_that_ends_before_it_begins_is_a_problem():
    with pytest.raises(Unreadable, match="vóór"):
        period_of("1-8-2025 t/m 31-7-2022")
