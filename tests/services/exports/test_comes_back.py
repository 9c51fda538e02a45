"""The workbook that leaves the register comes in again: every column is known and no cell is a problem."""

import io
from datetime import date

import pytest

from registry.exchange.lists import entries as listing
from registry.exchange.lists import recognising
from registry.exchange.sheets.workbook import write_workbook
from registry.exchange.tables import reading as tables
from registry.services.exports.lists import register_sheets
from registry.services.suppliers.suppliers import add_supplier
from tests.complete_register import TODAY, complete_register


@pytest.fixture
def entries(session):
    """What the reader of lists finds in the workbook, by sheet; with a supplier whose texts look like formulas."""
    complete_register(session)
    add_supplier(session, {"name": "=1+1", "note": "@SOM(1)\n-2", "country": "BE"})
    file = io.BytesIO()
    write_workbook(file, register_sheets(session, TODAY))
    book = tables.read_tables("register.xlsx", file.getvalue())
    return {one.sheet: list(listing.entries(one, recognising.recognise(one))) for one in book.tables}


def test_no_cell_is_a_problem(entries):
    assert {"Leveranciers", "Producten", "Gebruik", "Overeenkomsten", "Scholen"} <= entries.keys()
    assert [problem for rows in entries.values() for entry in rows for problem in entry.problems] == []


def test_a_text_that_looks_like_a_formula_is_the_same_text(entries):
    (found,) = [entry.values for entry in entries["Leveranciers"] if entry.values["supplier.name"] == "=1+1"]
    assert (found["supplier.note"], found["supplier.country"]) == ("@SOM(1)\n-2", "BE")


def test_codes_days_and_yes_come_back_as_they_are_stored(entries):
    (use,) = [entry.values for entry in entries["Gebruik"]]
    assert (use["use.since"], use["use.in_guide"], use["product.name"]) == (date(2025, 8, 1), True, "Letters")
    (product,) = [one.values for one in entries["Producten"] if one.values["product.name"] == "Letters"]
    assert product["product.kind"] == "lt"
