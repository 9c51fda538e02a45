"""The screens on which lists leave the register."""

import io
from datetime import date

import openpyxl
import pytest

from registry.model.supplier import PartyRole
from registry.services.board.board import set_up_board
from registry.services.suppliers.suppliers import add_supplier
from tests.complete_register import complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


def book(visitor, address):
    answer = visitor.open(address).response
    assert answer.status_code == 200, address
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def column(page, heading):
    rows = list(page.values)
    place = rows[0].index(heading)
    return [row[place] for row in rows[1:]]


def test_the_page_leads_to_every_file(register, visitor):
    page = visitor.open("/uitvoer/")
    links = page.tree.xpath("//main//a/@href[contains(., '/uitvoer/')]")
    files = [link for link in links if link.endswith((".xlsx", ".csv"))]
    assert len(files) == 9
    assert {visitor.open(link).status for link in files} == {200}


def test_the_workbook_holds_all_lists(register, visitor):
    sheets = book(visitor, "/uitvoer/register.xlsx").sheetnames
    assert sheets == ["Leveranciers", "Contacten", "Producten", "Gebruik", "Overeenkomsten", "Bijlagen", "Scholen"]


def test_the_register_of_processing_is_a_workbook(register, visitor):
    found = book(visitor, "/uitvoer/avg-register.xlsx")
    assert column(found["Verwerkers"], "Verwerker") == ["Lettervlieg B.V."]


def test_a_list_as_csv_opens_in_dutch_excel(register, visitor):
    answer = visitor.open("/uitvoer/leveranciers.csv").response
    assert answer.data.startswith(b"\xef\xbb\xbfLeverancier;KvK-nummer;")
    assert f"Leveranciers {date.today().isoformat()}.csv" in answer.headers["Content-Disposition"]


def test_a_list_that_is_not_there_is_not_found(register, visitor):
    assert visitor.open("/uitvoer/wachtwoorden.csv").status == 404


FILTERS = {"all": ("", ["DUO", "Lettervlieg B.V.", "Niets B.V."]), "words": ("?zoek=letters", ["Lettervlieg B.V."])} | {
    "a role": ("?rol=legal_recipient", ["DUO"]),
    "something lacks": ("?ontbreekt=y&zoek=niets", ["Niets B.V."]),
}


@pytest.mark.parametrize(("asked", "names"), FILTERS.values(), ids=FILTERS)
def test_the_list_of_suppliers_holds_what_the_screen_shows(session, register, visitor, asked, names):
    add_supplier(session, {"name": "Niets B.V.", "role": PartyRole.PROCESSOR})
    shown = visitor.open(f"/leveranciers/{asked}")
    link = shown.tree.xpath("//a[contains(@href, 'lijst.xlsx')]/@href")[0]
    found = book(visitor, link)
    assert column(found["Leveranciers"], "Leverancier") == names
    assert set(column(found["Overeenkomsten"], "Leverancier")) <= set(names)


def test_the_uses_hold_what_the_grid_shows(register, visitor):
    shown = visitor.open("/wie-gebruikt-wat/?zoek=letters")
    link = shown.tree.xpath("//a[contains(@href, 'lijst.xlsx')]/@href")[0]
    assert column(book(visitor, link)["Gebruik"], "Product") == ["Letters"]
    assert column(book(visitor, "/wie-gebruikt-wat/lijst.xlsx?zoek=niets")["Gebruik"], "Product") == []


def test_e07_a_strange_name_of_a_supplier_gives_one_sound_header(session, visitor):
    set_up_board(session, {"name": 'a/b"ü😀'})
    supplier = add_supplier(session, {"name": 'a/b"; ü😀'})
    header = visitor.open(f"/leveranciers/{supplier.id}/kaart.json").response.headers["Content-Disposition"]
    assert header.isascii()
    assert header.count("filename*=") == 1
