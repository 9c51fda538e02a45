"""docs/asvs.md: each requirement once, in order, and every test that it names is there."""

import re

from tests.checkout import ROOT

TEXT = (ROOT / "docs/asvs.md").read_text(encoding="utf-8")
ROWS = [re.split(r" *\| *", line.strip("| ")) for line in TEXT.splitlines() if re.match(r"\| \d", line)]
OTHERWISE = {"zelf", "–"}


def numbers(cell):
    """The requirements of a cell such as "1.4.1–1.4.3" or "6.2.2, 6.2.3"."""
    for part in cell.split(", "):
        ends = [tuple(map(int, one.split("."))) for one in part.split("–")]
        yield from (ends[0][:2] + (last,) for last in range(ends[0][2], ends[-1][2] + 1))


def test_each_requirement_stands_once_and_in_order():
    found = [number for row in ROWS for number in numbers(row[0])]
    in_chapters = [[number for number in found if number[0] == chapter] for chapter in range(1, 17)]
    assert all(in_chapters)
    assert len(found) == len(set(found))
    assert [number[0] for number in found] == sorted(number[0] for number in found)


def test_every_row_has_its_level_its_way_and_its_test():
    assert [row for row in ROWS if len(row) != 4 or not re.fullmatch("[12](, [12])?", row[1]) or not row[2]] == []


def test_every_test_that_is_named_is_there():
    named = {path for row in ROWS if row[3] not in OTHERWISE for path in row[3].split(", ")}
    assert [path for path in named if not (ROOT / path).is_file()] == []
