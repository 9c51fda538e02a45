"""CSV for Dutch Excel, and back."""

import csv
from datetime import date

import pytest

from registry.exchange.sheets.csv import as_meant, csv_sheet, harmless
from registry.exchange.sheets.sheet import Sheet

TEXTS = {
    "E01 equals": "=1+1",
    "E01 tab": "\t=1",
    "E01 line end": "\n=1",
    "E01 wide equals": "＝1",
    "E02 phone": "+31 6 1234",
    "an apostrophe of its own": "'=1+1",
    "two apostrophes": "''@x",
    "a name with an apostrophe": "'s-Gravenhage",
    "a semicolon": "a;=1",
    "plain": "Lettervlieg B.V.",
}


def written(*rows):
    content = b"".join(csv_sheet(Sheet("Lijst", ("Naam", "Sinds"), rows)))
    return content, list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_was_made_harmless_comes_back_the_same(text):
    _, rows = written((text, None))
    assert as_meant(rows[1][0]) == text


@pytest.mark.parametrize("sign", "=+-@＝＋－＠\t\n", ids=repr)
def test_nothing_begins_as_a_formula(sign):
    assert harmless(f"{sign}1").startswith("'")


def test_it_is_what_dutch_excel_opens():
    content, rows = written(("Zoë", date(2026, 8, 1)), (-5, True))
    assert content.startswith(b"\xef\xbb\xbfNaam;Sinds\r\n")
    assert rows[1:] == [["Zoë", "1-8-2026"], ["-5", "ja"]]


def test_e04_signs_that_cannot_be_written_are_marked():
    _, rows = written(("a\x00b\ud800", None))
    assert rows[1][0] == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
