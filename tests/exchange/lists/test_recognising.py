"""Every shape of list that a board has is known for what it is, and each column for what it fills."""

import csv
from pathlib import Path

import pytest

from registry.errors import UnknownCode
from registry.exchange.lists.entry import ListKind
from registry.exchange.lists.fields import fields
from registry.exchange.lists.recognising import recognise, remapped
from registry.exchange.tables.reading import read_tables
from tests.exchange.lists.reading import fields_of, table_of

HOME_MADE = [
    "Naam leverancier",
    "KVK nr.",
    "Applicatie",
    "Verwerkersovereenkomst (ja/nee)",
    "Datum getekend",
    "Opmerkingen",
]
TAB_G = ["Grote Verwerkers", "Applicatiebeheerder intern", "Datalocatie", "Datum verwerkersovereenkomst"]
NEW_SITES = ["PROVINCIE", "BEVOEGD GEZAG NUMMER", "INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM", "STRAATNAAM"]
NEW_SITES += ["HUISNUMMER-TOEVOEGING", "POSTCODE", "PLAATSNAAM", "TELEFOONNUMMER", "INTERNETADRES", "RMC-REGIO NAAM"]
RIO_BOARDS = ["ONDERWIJSBESTUURID", "KVK_NUMMER", "RSIN", "NAAM", "EINDDATUM_PERIODE"]


def test_a_home_made_list_of_suppliers():
    table = table_of(HOME_MADE, ["De Kade", 12345678, "Kist", "ja", "1-2-2023", None])
    reading = recognise(table)
    assert reading.kind is ListKind.SUPPLIERS
    assert [column.field for column in reading.columns] == [
        "supplier.name", "supplier.kvk", "product.name", "agreement.status", "agreement.board_signed_on",
        "supplier.note",
    ]  # fmt: skip
    assert all(column.reason and 0.7 < column.certainty <= 1 for column in reading.columns)


@pytest.mark.parametrize("first", ["Grote Verwerkers", "Overige verwerkers", "Verwerker / applicatie"])
def test_tab_g_of_a_kennisnet_register(first):
    table = table_of([first, *TAB_G[1:]], ["ParnasSys", "ICT", "Nederland", "12-5-2021"])
    assert recognise(table).kind is ListKind.SUPPLIERS
    assert list(fields_of(table).values()) == ["supplier.name", "use.caretaker", "annex.storage", "agreement.starts_on"]


def test_tab_f_of_a_kennisnet_register():
    table = table_of(
        ["Doel", "Persoonsgegeven", "DUO", "Leerplichtambtenaar", "Belastingdienst"],
        [None, None, "W", "W", None],
        ["a, b", "Naam", "x", "x", "x"],
        ["c", "Adres", "x", None, None],
    )
    assert recognise(table).kind is ListKind.RECIPIENTS
    assert list(fields_of(table).values()) == ["annex.purposes", "annex.data", *["supplier.name"] * 3]


def test_a_matrix_with_products_down():
    table = table_of(
        ["Product", "Leverancier", "Obs De Brug", "Het Kompas"],
        ["Kist", "De Kade", "x", None],
        ["Klok", "Zwaluw", "v", "ja"],
    )
    assert recognise(table).kind is ListKind.MATRIX
    assert list(fields_of(table).values()) == ["product.name", "supplier.name", "use.schools", "use.schools"]


@pytest.mark.parametrize("first", ["School", "Locatie", None])
def test_a_matrix_with_schools_down(first):
    table = table_of(
        [first, "ParnasSys", "Parro", "Gynzy"], ["Obs De Brug", "x", None, "x"], ["Cbs Het Kompas", None, "x", "1"]
    )
    assert recognise(table).kind is ListKind.MATRIX
    assert [column.field for column in recognise(table).columns] == ["use.schools", *["product.name"] * 3]


def test_a_list_with_a_few_yes_and_no_columns_is_no_matrix():
    table = table_of(
        [*HOME_MADE, "Basispoort", "SSO"], ["De Kade", 12345678, "Kist", "ja", "1-2-2023", "x", "ja", "nee"]
    )
    assert recognise(table).kind is ListKind.SUPPLIERS
    assert fields_of(table)["Basispoort"] == ""


def test_the_sites_of_duo_under_old_headings():
    table = read_tables("vo.csv", (Path(__file__).parent / "duo_vo.csv").read_bytes()).tables[0]
    reading = recognise(table)
    found = {column.field for column in reading.columns} - {""}
    assert reading.kind is ListKind.SCHOOLS
    assert found == {f"school.{part}" for part in (
        "name", "site_code", "board_number", "sector", "address", "postcode", "city", "website")}  # fmt: skip


def test_the_sites_of_duo_under_new_headings():
    table = table_of(NEW_SITES, ["Drenthe", 10053, "18BR", "00", "De Brug", "Dijk", "2-A", "9406 NN", "ASSEN"])
    assert recognise(table).kind is ListKind.SCHOOLS
    assert [code for code in fields_of(table).values() if code] == [
        "school.board_number", "school.site_code", "school.site_code", "school.name", "school.address",
        "school.address", "school.postcode", "school.city", "school.website",
    ]  # fmt: skip


def test_the_boards_of_rio():
    table = table_of(RIO_BOARDS, ["107B605", 41000001, 812345678, "Stichting De Waaier", None])
    assert recognise(table).kind is ListKind.BOARDS
    assert list(fields_of(table).values()) == ["board.rio_number", "board.kvk", "", "board.name", ""]


def test_participants_of_the_covenant():
    assert recognise(table_of(["Deelnemers"], ["De Kade"], ["Zwaluw"])).kind is ListKind.COVENANT
    table = table_of(["Organisatie", "Status", "Datum"], ["De Kade", "Deelnemer", "1-1-2026"], sheet="Convenant 4.0")
    assert recognise(table).kind is ListKind.COVENANT


def test_our_own_export_by_its_labels():
    labels = [field.label for field in fields().values() if field.code.startswith(("supplier.", "covenant."))]
    table = table_of(labels, ["De Kade"], sheet="Leveranciers")
    reading = recognise(table)
    assert reading.kind is ListKind.REGISTER
    assert [fields()[column.field].label for column in reading.columns] == labels
    assert {column.certainty for column in reading.columns} == {1.0}


def test_every_label_comes_back_as_its_field_whatever_stands_beside_it():
    table = table_of([field.label for field in fields().values()], ["x"] * len(fields()), sheet="Leveranciers")
    assert [column.field for column in recognise(table).columns] == list(fields())


def test_i06_capitals_blanks_order_and_spelling_do_not_matter():
    table = table_of(["  PRODUKT ", "leveranceir", "Kvk  Nummer"], ["Kist", "De Kade", 12345678])
    assert list(fields_of(table).values()) == ["product.name", "supplier.name", "supplier.kvk"]


def test_i06_two_columns_never_fill_one_field():
    reading = recognise(table_of(["Leverancier", "Verwerker", "Product"], ["De Kade", "Zwaluw", "Kist"]))
    assert [column.field for column in reading.columns] == ["supplier.name", "", "product.name"]
    assert "Leverancier" in reading.columns[1].reason


def test_i06_i21_unknown_headings_and_columns_of_other_systems_fill_nothing():
    table = table_of(["Leverancier", "id", "is_admin", "bestuur_id", "Kleur"], ["De Kade", 1, True, 7, "rood"])
    assert list(fields_of(table).values()) == ["supplier.name", "", "", "", ""]


def test_a_column_without_a_heading_is_known_by_what_stands_in_it():
    rows = [["ParnasSys", 11111111], ["Parro", 22222222], ["Basispoort", 33333333]]
    assert [column.field for column in recognise(table_of(*rows)).columns] == ["product.name", "supplier.kvk"]


def test_a_person_may_choose_otherwise():
    table = table_of(["Leverancier", "Verwerker", "Product"], ["De Kade", "Zwaluw", "Kist"])
    reading = remapped(recognise(table), table, {1: "supplier.name", 2: ""})
    assert [(column.field, column.certainty) for column in reading.columns] == [
        ("", 0.0),
        ("supplier.name", 1.0),
        ("", 1.0),
    ]
    assert reading.columns[1].reason == "zelf gekozen"
    with pytest.raises(UnknownCode):
        remapped(reading, table, {0: "supplier.password"})


def test_a_person_may_choose_another_kind():
    table = table_of(["Naam", "Plaats"], ["De Brug", "Assen"])
    assert list(fields_of(table, ListKind.SCHOOLS).values()) == ["school.name", "school.city"]


def test_the_suppliers_of_the_starter_catalogue_are_read_as_a_list():
    path = Path("registry/reference/data/catalogue.csv")
    table = read_tables(path.name, path.read_bytes()).tables[0]
    with path.open(encoding="utf-8") as lines:
        assert len(table.rows) == len(list(csv.DictReader(lines)))
    assert fields_of(table)["supplier"] == "supplier.name"
