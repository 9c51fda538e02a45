"""Our own lists come in again: without a change nothing happens, and what a person changed is all that does."""

import io
from collections import Counter
from datetime import date

import openpyxl
import pytest

from registry import demo
from registry.exchange.sheets.csv import csv_sheet
from registry.exchange.sheets.workbook import workbook_bytes
from registry.services.exports.lists import LISTS, register_sheets, sheet_of
from registry.services.imports.at_once import look_at
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.complete_register import TODAY, complete_register

HARD = "=1+1"
LONG = "lang " * 900


def told(session, name, content, on=TODAY):
    return look_at(session, name, content, "", lambda choices: choices, on)


def workbook(session, on=TODAY):
    return b"".join(workbook_bytes(register_sheets(session, on)))


def sheets_by_action(found):
    return Counter((row["sheet"], row["action"]) for row in found["rows"])


@pytest.fixture
def register(session):
    """A complete register with names and texts that no list of a school's own has."""
    made = complete_register(session)
    hard = add_supplier(session, {"name": HARD, "note": f"@SOM(1)\n-2\n{LONG}"}, {"aliases": [{"name": "Een, twee"}]})
    product = add_product(session, hard.id, {"name": "Letters en Cijfers, deel 1", "aliases": "LC, L&C"})
    for place in ("De Golf, locatie Noord", "De Golf"):
        school = add_school(session, {"name": place})
        start_use(session, school.id, product.id, {"since": date(2026, 1, 1)})
    return made


def edited(session, sheet, row, **cells):
    """Return the workbook after somebody opened it, changed cells of one row by heading, and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(session)))
    page = book[sheet]
    places = {cell.value: cell.column for cell in page[1]}
    for heading, value in cells.items():
        page.cell(row, places[heading]).value = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_workbook_comes_in_again_without_a_change(session, register):
    found = told(session, "register.xlsx", workbook(session))
    assert found["kind"] == "register"
    assert {row["action"] for row in found["rows"]} == {"same"}
    assert {row["sheet"].lower() for row in found["rows"]} == set(LISTS) - {"contacten"}
    assert all(row["record"] for row in found["rows"])


def test_saving_it_in_another_program_is_no_change(session, register):
    assert {row["action"] for row in told(session, "r.xlsx", edited(session, "Scholen", 2))["rows"]} == {"same"}


@pytest.mark.parametrize("name", sorted(set(LISTS) - {"contacten"}))
def test_each_list_comes_in_again_as_csv(session, register, name):
    content = b"".join(csv_sheet(sheet_of(LISTS[name](session, TODAY))))
    found = told(session, "lijst.csv", content)
    assert (found["kind"], {row["action"] for row in found["rows"]}) == ("register", {"same"})


def test_the_example_board_comes_in_again_without_a_change(session):
    demo.load(session)
    today = date.today()
    found = told(session, "register.xlsx", workbook(session, today), today)
    assert {action for _, action in sheets_by_action(found)} == {"same"}
    assert len(sheets_by_action(found)) == len(LISTS)
    for name, question in LISTS.items():
        content = b"".join(csv_sheet(sheet_of(question(session, today))))
        assert {row["action"] for row in told(session, f"{name}.csv", content, today)["rows"]} == {"same"}, name


def test_one_changed_cell_is_the_only_change(session, register):
    row = next(
        place
        for place, cells in enumerate(sheet_of(LISTS["producten"](session, TODAY)).rows, start=2)
        if cells[2] == "Letters"
    )
    found = told(session, "r.xlsx", edited(session, "Producten", row, **{"Wat het product doet": "Leren schrijven."}))
    (changed,) = [one for one in found["rows"] if one["action"] != "same"]
    assert (changed["action"], changed["row"], changed["sheet"]) == ("changed", row, "Producten")
    assert [(one["old"], one["new"]) for one in changed["fields"]] == [("Leren lezen.", "Leren schrijven.")]


def test_an_agreement_names_all_its_products_in_one_cell(session, register):
    more = add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
    found = told(session, "r.xlsx", edited(session, "Overeenkomsten", 2, Product=f"Letters; {more.name}"))
    (changed,) = [one for one in found["rows"] if one["action"] != "same"]
    assert [(one["field"], one["new"]) for one in changed["fields"]] == [("Product in de overeenkomst", "Cijfers")]


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "sentence"),
    [
        ("Bijlagen", "Versie van de bijlage", "9.9", "Bijlagen nemen wij uit een lijst niet over."),
        ("Overeenkomsten", "Verlenging van de afspraak", "stopt op de einddatum", "nemen wij uit een lijst niet over"),
        ("Scholen", "School gesloten op", date(2026, 1, 1), "nemen wij uit een lijst niet over"),
    ],
    ids=["an annex", "a field of an agreement", "a day of closing"],
)
def test_what_no_import_writes_is_told_and_not_dropped(session, register, sheet, heading, value, sentence):
    found = told(session, "r.xlsx", edited(session, sheet, 2, **{heading: value}))
    (waiting,) = [one for one in found["rows"] if one["action"] != "same"]
    assert (waiting["action"], waiting["sheet"], sentence in waiting["problems"][0]["sentence"]) == (
        "attention",
        sheet,
        True,
    )


def test_an_emptied_cell_changes_nothing_and_says_so(session, register):
    found = told(session, "r.xlsx", edited(session, "Overeenkomsten", 2, **{"Onderliggende overeenkomst": None}))
    assert {row["action"] for row in found["rows"]} == {"same"}
    told_of = [one["sentence"] for row in found["rows"] for one in row["remarks"]]
    assert told_of == ["Een lege cel verandert niets: Onderliggende overeenkomst."]
