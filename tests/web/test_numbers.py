"""The number of a record as an address or a form holds it."""

import pytest

from registry.web.numbers import record_number


@pytest.mark.parametrize(
    ("written", "number"),
    [("1", 1), (7, 7), ("999999999", 999_999_999), ("1000000000", None), ("0", None), ("", None), (None, None)]
    + [(odd, None) for odd in ("007", "-1", "1.0", "1e3", "٣", " 1", "1\n", "on")],
    ids=repr,
)
def test_only_what_a_record_can_bear_is_a_number(written, number):
    assert record_number(written) == number
