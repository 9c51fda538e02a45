"""A real spreadsheet opens our workbook and shows every text as it is: nothing is calculated (E08)."""

import csv
import subprocess

import pytest

from registry.documents.pdf import office
from registry.exchange.sheets.sheet import Sheet
from registry.exchange.sheets.workbook import write_workbook
from tests.exchange.sheets.test_workbook import FORMULAS


def as_csv(folder, name, rows):
    """What LibreOffice makes of a sheet with these rows; None where it has no Calc."""
    with (folder / f"{name}.xlsx").open("wb") as file:
        write_workbook(file, [Sheet("Lijst", ("Naam",), rows)])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office(), profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76"]
    subprocess.run([*command, "--outdir", folder, folder / f"{name}.xlsx"], check=False, capture_output=True)
    made = folder / f"{name}.csv"
    if not made.exists():
        return None
    with made.open(encoding="utf-8-sig", newline="") as file:
        return [row[0] for row in csv.reader(file, delimiter=";")]


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed here")
def test_e08_the_cell_shows_the_literal_text(tmp_path):
    if as_csv(tmp_path, "proef", [("een",)]) is None:
        pytest.skip("this LibreOffice has no Calc")
    assert as_csv(tmp_path, "lijst", [(text,) for text in FORMULAS.values()]) == ["Naam", *FORMULAS.values()]
