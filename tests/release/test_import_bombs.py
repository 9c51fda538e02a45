"""Files that are made to stop a server (I08 to I10, Z): 2 seconds of work and 300 MB, each in its own process."""

import subprocess
import sys

import pytest

from tests.checkout import ROOT
from tests.exchange.books import MAIN, SHEET, cell, package

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the memory of a process is read from /proc"
)
TWO_ROWS = (
    f'<row r="1">{cell("A1", "Leverancier")}{cell("B1", "Product")}</row><row r="2">{cell("A2")}{cell("B2")}</row>'
)
STRINGS = f'<sst xmlns="{MAIN}">'
READ = """
import sys, time
from registry.errors import FileRefused
from registry.exchange.tables.reading import read_tables
content = open(sys.argv[1], "rb").read()
start = time.process_time()
try:
    said = f"{sum(len(table.rows) for table in read_tables('', content).tables)} rows"
except FileRefused as refused:
    said = refused.sentence
spent = time.process_time() - start
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
print(spent, int(peak) // 1024, said, sep="|")
"""


def grid(rows, columns):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:columns]
    return "".join(
        f'<row r="{n}">{"".join(cell(f"{x}{n}", f"w{n}{x}") for x in letters)}</row>' for n in range(1, rows + 1)
    )


BOMBS = {
    "far cell": lambda: package(f'{TWO_ROWS}<row r="1048576">{cell("XFD1048576")}</row>'),
    "merge of all": lambda: package(TWO_ROWS, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "19,000 merges": lambda: package(
        TWO_ROWS, after="<mergeCells>" + '<mergeCell ref="A2:B1048576"/>' * 19_000 + "</mergeCells>"
    ),
    "100,000 x 20": lambda: package(grid(100_000, 20)),
    "19,000 x 26": lambda: package(grid(19_000, 26)),
    "15,000 x 20, all read": lambda: package(grid(15_000, 20)),
    "2,000,000 rows": lambda: package("<row/>" * 2_000_000),
    "200,000 cells without a place": lambda: package("<row>" + "<c><v>1</v></c>" * 200_000 + "</row>"),
    "cells that never end": lambda: package(TWO_ROWS + "<c r" * 1_000_000),
    "cells hidden behind attributes": lambda: package(
        TWO_ROWS + "<row>" + "<c s=' r=\"A1\"'><v>1</v></c>" * 200_000 + "</row>"
    ),
    "shared string of 200 MB": lambda: package(TWO_ROWS, strings=f"{STRINGS}<si><t>{'a' * 200_000_000}</t></si></sst>"),
    "shared strings of 15 MB": lambda: package(
        TWO_ROWS, strings=f"{STRINGS}{'<si><t>a b c d</t></si>' * 600_000}</sst>"
    ),
    "sheet of 100 MB": lambda: package("", raw=SHEET + " " * 100_000_000),
    "10,001 entries": lambda: package(TWO_ROWS, more={f"x/{n}": "" for n in range(10_001)}),
    "csv of 2,000,000 rows": lambda: b"a;b\n" * 2_000_000,
    "csv in one line": lambda: b"a;" * 12_000_000,
    "csv with an open quote": lambda: b'a;b\n"' + b"x;y\n" * 5_000_000,
    "csv with one cell": lambda: b"a;b\n" + b"x" * 25_000_000,
    "csv in utf-16": lambda: ("é;ü\n" * 3_000_000).encode("utf-16"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_two_seconds_and_300_megabytes_at_most(name, tmp_path):
    path = tmp_path / "bomb"
    path.write_bytes(BOMBS[name]())
    done = subprocess.run([sys.executable, "-c", READ, path], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    spent, peak, said = done.stdout.strip().split("|")
    print(f"{name}: {float(spent):.2f} s, {peak} MB: {said}")
    assert float(spent) < 2
    assert int(peak) < 300
