"""Dates, numbers and lists as Dutch readers write them, and file names that every system takes."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import dutch

# Dates


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 3, 3), "3 maart 2026"),
        (date(2028, 2, 29), "29 februari 2028"),
        (date(2026, 12, 31), "31 december 2026"),
    ],
)
def test_a_long_date_has_the_month_in_words(day, text):
    assert dutch.long_date(day) == text


def test_a_short_date_has_two_digits_for_day_and_month():
    assert dutch.short_date(date(2026, 3, 3)) == "03-03-2026"


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 6, 30, 22, 30, tzinfo=UTC),
        datetime(2026, 6, 30, 22, 30),
        datetime(2026, 6, 30, 18, 30, tzinfo=timezone(timedelta(hours=-4))),
    ],
    ids=["UTC", "without a zone", "in another zone"],
)
def test_the_day_of_a_moment_is_the_day_in_the_netherlands(moment):
    assert dutch.day_of(moment) == date(2026, 7, 1)


def test_a_month_is_written_with_its_year():
    assert dutch.month_year(date(2026, 8, 1)) == "augustus 2026"


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2026, 12, 31), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(2028, 2, 29), "2027-2028"),
    ],
)
def test_a_school_year_runs_from_august_up_to_and_including_july(day, year):
    assert dutch.school_year(day) == year


# Lists, numbers, answers


@pytest.mark.parametrize(
    ("things", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), (("x", "{0}"), "x en {0}")],
)
def test_an_enumeration_ends_with_en(things, text):
    assert dutch.enumeration(things) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 scholen"), (1, "1 school"), (2, "2 scholen"), (1500, "1.500 scholen"), (12, "12 scholen")],
)
def test_a_count_takes_the_noun_that_goes_with_it(number, text):
    assert dutch.count(number, "school", "scholen") == text


def test_yes_and_no_are_dutch():
    assert (dutch.yes_no(True), dutch.yes_no(False)) == ("ja", "nee")


# File names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Vóór & na", "Voor-en-na"),
        ("Verwerkersovereenkomst Uitgeverij De Kade B.V.", "Verwerkersovereenkomst-Uitgeverij-De-Kade-BV"),
        ("concept – 3 open", "concept-3-open"),
        ("Model 4.0", "Model-4-0"),
        ("Foto's & video’s", "Fotos-en-videos"),
        ("Børge Łodz Straße ĳ", "Borge-Lodz-Strasse-ij"),
        ("Vo\u0301o\u0301r", "Voor"),
    ],
)
def test_a_file_name_keeps_what_a_reader_needs(title, name):
    assert dutch.file_name(title) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        (".verborgen", "verborgen"),
        ('a/b"\r\n;ü😀', "a-b-u"),
        ("factuur\u202efdp.exe", "factuur-fdpexe"),
        ("x\x00y", "x-y"),
    ],
)
def test_a_file_name_leads_nowhere_and_hides_nothing(title, name):
    assert dutch.file_name(title) == name


@pytest.mark.parametrize("title", ["", " ", "...", "学校", "😀", "\ud800", "---"])
def test_a_file_name_is_never_empty(title):
    assert dutch.file_name(title) == "bestand"


@pytest.mark.parametrize("device", ["con", "CON", "Prn", "aux", "nul", "COM1", "com0", "LPT9", "COM¹", ".nul", "con."])
def test_a_file_name_is_no_windows_device(device):
    assert dutch.file_name(device).startswith("bestand-")


def test_a_file_name_that_only_begins_as_a_device_stays():
    assert dutch.file_name("Concept") == "Concept"


def test_a_file_name_of_eighty_characters_stays_and_a_longer_one_is_cut_without_a_dash_at_the_end():
    assert dutch.file_name("x" * 80) == "x" * 80
    assert dutch.file_name("x" * 79 + " y") == "x" * 79


@settings(deadline=None)
@given(title=st.text(st.characters()))
def test_any_title_gives_a_file_name_of_words_and_dashes(title):
    name = dutch.file_name(title)
    assert re.fullmatch("[A-Za-z0-9]+(-[A-Za-z0-9]+)*", name)
    assert len(name) <= 80
    assert dutch.file_name(name) == name


@pytest.mark.parametrize("unit", ["a", ".", "-", "\u0301\u0316", "\ufdfa", "& ", "a."])
def test_fifty_thousand_hostile_characters_get_a_file_name_in_linear_time(unit):
    start = process_time()
    dutch.file_name(unit * (50_000 // len(unit)))
    assert process_time() - start < 0.5
