"""The catalogue of lists in (I) and out (E): each number is tried by a test that is there, or says why it is not.

A test says by its name (`test_i05_…`) or by the name of a case ("E01 equals") which number it tries; tests that are
about more than their number are named here.
"""

import ast
import re
from collections import defaultdict

import pytest

from tests.checkout import ROOT

CATALOGUE = {
    "I01": "encodings",
    "I02": "separators",
    "I03": "an unclosed quotation mark",
    "I04": "line ends, zero bytes and endless cells",
    "I05": "rows of other lengths, empty rows, headings once more",
    "I06": "headings in other words and orders",
    "I07": "a wrong dimension",
    "I08": "cells and merges without end",
    "I09": "too many rows",
    "I10": "shared strings without end",
    "I11": "formulas and errors",
    "I12": "merged cells over rows",
    "I13": "dates",
    "I14": "numbers that a spreadsheet spoilt",
    "I15": "hidden sheets, rows and columns",
    "I16": "files of another kind than they are called",
    "I17": "nonsense inside a sheet",
    "I18": "the same once more, and nearly the same",
    "I19": "faults, kill -9 and a full disk halfway",
    "I21": "columns of other systems",
    "I22": "a plan confirmed too late, by another, or of another file",
    "I23": "out, in, and out again",
    "I24": "files as other programs save them",
    "E01": "what Excel would calculate",
    "E02": "numbers and telephone numbers",
    "E03": "a text too long for a cell",
    "E04": "signs that no file can hold",
    "E05": "what somebody may not see",
    "E06": "ten thousand agreements",
    "E07": "strange names of files",
    "E08": "text as another program shows it",
}
IMPORTS = "tests/services/imports"
NAMED = {
    "I18": [
        f"{IMPORTS}/test_importing.py::test_a_list_is_taken_over_and_comes_to_nothing_the_second_time",
        f"{IMPORTS}/test_matching.py::test_a_name_that_is_nearly_known_is_asked_and_waits",
        f"{IMPORTS}/test_matching.py::test_two_new_names_that_are_nearly_the_same_are_asked_about_each_other",
    ],
    "I19": [
        f"{IMPORTS}/test_importing.py::test_a_rule_that_refuses_a_late_row_leaves_nothing",
        "tests/durability/test_kills.py::test_a_killed_import_leaves_nothing",
        "tests/durability/test_faults.py::test_every_failing_call_leaves_before_or_after",
    ],
    "I22": [
        f"{IMPORTS}/test_sealing.py::test_a_seal_holds_for_a_day",
        f"{IMPORTS}/test_sealing.py::test_a_seal_that_nobody_made_is_refused",
        f"{IMPORTS}/test_sealing.py::test_nobody_confirms_what_another_looked_at",
    ],
    "I23": [
        f"{IMPORTS}/test_round_trip.py::test_the_workbook_comes_in_again_without_a_change",
        f"{IMPORTS}/test_round_trip.py::test_each_list_comes_in_again_as_csv",
    ],
}
NOT_TRIED = {
    "I24": "no files that Excel, Numbers or Google Sheets saved; the tests write their own, with two libraries",
    "E08": "needs a spreadsheet program that runs without a screen",
}
MARKED = re.compile(r"[ie][0-9]{2}(?=_|$)")
CASE = re.compile(r"([EIei][0-9]{2}) [a-zA-Z]")


def marked_in(path):
    """Yield each test of a file, with the numbers that its name or the names of the cases in that file say."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    where = path.relative_to(ROOT).as_posix()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield f"{where}::{node.name}", {found.upper() for found in MARKED.findall(node.name)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and (case := CASE.match(node.value)):
            yield f"{where}, case “{node.value}”", {case[1].upper()}


@pytest.fixture(scope="module")
def tried():
    """Give, by number, the tests that try it."""
    found, there = defaultdict(list), set()
    rooms = ("exchange", "services/imports", "services/exports", "web/imports", "web/exports", "durability")
    for path in sorted(path for room in rooms for path in (ROOT / "tests" / room).rglob("test_*.py")):
        for test, numbers in marked_in(path):
            there.add(test)
            for number in numbers:
                found[number].append(test)
    for number, tests in NAMED.items():
        assert set(tests) <= there
        found[number] += tests
    return found


@pytest.mark.parametrize("number", CATALOGUE)
def test_each_number_is_tried_or_says_why_not(tried, number):
    print(f"{number} {CATALOGUE[number]}: {NOT_TRIED.get(number) or len(tried[number])}")
    assert bool(tried.get(number)) != (number in NOT_TRIED)


def test_no_test_names_a_number_that_is_not_in_the_catalogue(tried):
    assert set(tried) <= set(CATALOGUE)


def test_so_many_numbers_are_tried(tried):
    counts = {letter: sum(number.startswith(letter) for number in tried) for letter in "IE"}
    print(counts, {number: len(tests) for number, tests in sorted(tried.items())})
    assert counts == {"I": 22, "E": 7}
