"""A BSN in a text is noticed, and other numbers are not taken for one."""

import pytest

from registry.identifiers import holds_national_number


@pytest.mark.parametrize(
    "text",
    [
        "123456782",
        "voor 123456782.",
        "bsn:123456782",
        "123.456.782",
        "1234 56 782",
        "123-456-782",
        "x123456782x",
        "1234–56–782",
    ],
)
def test_nine_digits_that_pass_the_eleven_check_are_noticed(text):
    assert holds_national_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456789",
        "12345678",
        "1234567820",
        "0123456782",
        "000000000",
        "groep 5 en 6 in 2027",
        "06-12345678",
        "2026-08-01",
    ],
    ids=["nothing", "wrong", "eight", "ten", "ten-with-zero", "zeroes", "words", "telephone", "date"],
)
def test_other_numbers_are_not(text):
    assert not holds_national_number(text)
