"""Workbooks: what Excel opens is what was given, as text, numbers and dates."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from registry.exchange.sheets.fitting import CONTINUED, MOST
from registry.exchange.sheets.sheet import Sheet
from registry.exchange.sheets.workbook import write_workbook

FORMULAS = {
    "E01 equals": "=1+1",
    "E01 plus": "+1",
    "E01 minus": "-1+1",
    "E01 at": "@SUM(1)",
    "E01 wide equals": "＝1+1",
    "E01 behind a semicolon": "a;=1+1",
    "E01 behind a quote": '"=1+1',
    "E01 a link": '=HYPERLINK("https://x.example")',
    "E02 a phone number": "+31 6 1234 5678",
    "E02 leading zeros": "01234567",
    "V11 a number": "1E5",
    "V11 a date": "2026-01-02",
    "V10 signs": 'Jansen & Zonen <B.V.> 100% "x"',
    "an address": "https://x.example",
    "two lines": "een\ntwee",
}


def written(*rows, headings=("Naam", "Sinds")):
    file = io.BytesIO()
    write_workbook(file, [Sheet("Lijst", headings, rows)])
    return file


def opened(file):
    return openpyxl.load_workbook(file)


@pytest.mark.parametrize("text", FORMULAS.values(), ids=FORMULAS)
def test_a_text_stays_that_text(text):
    cell = opened(written((text, None)))["Lijst"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_no_cell_is_a_formula_or_a_link():
    with zipfile.ZipFile(written(*((text, None) for text in FORMULAS.values()))) as file:
        page = file.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in page
    assert b"hyperlink" not in page


def test_dates_and_numbers_are_dates_and_numbers():
    page = opened(written((-5, date(2026, 8, 1))))["Lijst"]
    assert (page["A2"].value, page["B2"].value) == (-5, datetime(2026, 8, 1))
    assert page["B2"].number_format == "d-m-yyyy"


def test_yes_and_no_are_words():
    assert [cell.value for cell in opened(written((True, False)))["Lijst"][2]] == ["ja", "nee"]


def test_the_heading_stands_still_and_can_be_filtered():
    page = opened(written(("x" * 40, None), ("y" * 900, None)))["Lijst"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("B2", "A1:B3")
    assert page.column_dimensions["A"].width > 40


def test_e03_a_long_text_goes_on_in_the_notices():
    text = "é" * (2 * MOST) + "😀" * 9
    book = opened(written((text, None)))
    first, notices = book["Lijst"]["A2"].value, list(book["Meldingen"].values)[1:]
    assert first.endswith(CONTINUED)
    assert first.removesuffix(CONTINUED) + "".join(row[4] for row in notices) == text
    assert notices[0][:3] == ("Lijst", 2, "Naam")


@pytest.mark.parametrize(
    "sign", ["\x00", "\x0b", "\ud800", "\ufffe"], ids=["E04 NUL", "E04 VT", "E04 half", "E04 FFFE"]
)
def test_a_sign_that_cannot_be_written_is_replaced_with_a_notice(sign):
    book = opened(written((f"a{sign}b", None)))
    assert book["Lijst"]["A2"].value == "a\N{REPLACEMENT CHARACTER}b"
    assert "is vervangen" in list(book["Meldingen"].values)[1][3]


def test_without_anything_to_tell_there_are_no_notices():
    assert opened(written(("a\r\nb", None))).sheetnames == ["Lijst"]
