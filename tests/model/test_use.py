"""When a use runs, and how it ends."""

from datetime import date

import pytest

from registry.errors import BrokenRule, InvalidIdentifier, InvalidText
from registry.model import School, Supplier, Use

SINCE, UNTIL = date(2026, 8, 1), date(2027, 7, 31)


def test_the_first_and_the_last_day_count():
    use = Use(since=SINCE, until=UNTIL)
    assert use.is_current(SINCE)
    assert use.is_current(UNTIL)
    assert not use.is_current(date(2027, 8, 1))


@pytest.mark.parametrize(
    ("since", "until", "overlaps"),
    [
        (date(2027, 8, 1), None, False),
        (UNTIL, None, True),
        (date(2025, 8, 1), date(2026, 7, 31), False),
        (date(2025, 8, 1), SINCE, True),
        (date(2026, 9, 1), date(2026, 9, 1), True),
    ],
)
def test_two_periods_overlap_when_they_share_a_day(since, until, overlaps):
    assert Use(since=SINCE, until=UNTIL).overlaps(since, until) is overlaps


def test_it_cannot_end_before_it_began():
    with pytest.raises(BrokenRule) as caught:
        Use(since=SINCE).end(date(2026, 7, 31))
    assert caught.value.field == "until"


def test_a_record_refuses_text_that_no_paper_can_carry_and_names_the_field():
    with pytest.raises(InvalidText) as caught:
        School(name="De Zand\x00loper")
    assert caught.value.field == "name"


def test_a_record_keeps_an_identifier_in_its_normal_spelling():
    assert School(site_code="16sw 03").site_code == "16SW03"
    with pytest.raises(InvalidIdentifier) as caught:
        Supplier(kvk="abc")
    assert caught.value.field == "kvk"


@pytest.mark.parametrize("year", [1, 1989, 2101, 9999])
def test_a_date_outside_1990_to_2100_is_refused(year):
    with pytest.raises(BrokenRule, match="1990"):
        Use(since=date(year, 1, 1))
