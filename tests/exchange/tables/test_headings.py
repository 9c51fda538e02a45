"""Where a table begins on a sheet full of other things: titles, two lines of headings, several tables."""

import pytest

from registry.errors import FileRefused
from registry.exchange.tables.reading import read_tables
from tests.exchange.books import book, written

LIST = ["Leverancier", "Product", "Status"]


def tables(*rows):
    return read_tables("a.xlsx", book(*rows)).tables


def test_headings_stand_under_titles():
    (table,) = tables(["Verwerkersregister"], [], ["Bijgewerkt in mei"], LIST, ["De Kade", "Kist", "ja"])
    assert (table.heading_row, table.headings, table.rows[0].number) == (4, tuple(LIST), 5)
    assert table.remarks == ("Boven de koppen zijn 2 rijen overgeslagen.",)


def test_a_sheet_that_begins_elsewhere_keeps_its_numbers():
    (table,) = tables([], [], [None, None, *LIST], [None, None, "De Kade", "Kist", "ja"])
    assert (table.first_column, table.heading_row, table.rows[0].number) == (3, 3, 4)


def test_two_lines_of_headings_are_joined():
    def fill(workbook):
        sheet = workbook.add_worksheet("A")
        sheet.merge_range("A1:A2", "Leverancier")
        sheet.merge_range("B1:C1", "Overeenkomst")
        sheet.write_row(1, 1, ["Status", "Datum"])
        sheet.write_row(2, 0, ["De Kade", "ja", "1-1-2026"])

    (table,) = read_tables("a.xlsx", written(fill)).tables
    assert table.headings == ("Leverancier", "Overeenkomst Status", "Overeenkomst Datum")
    assert [row.number for row in table.rows] == [3]


def test_groups_over_the_headings_without_merged_cells_are_joined():
    (table,) = tables(
        ["Wie", None, "Overeenkomst", None],
        ["Leverancier", "Product", "Status", "Datum"],
        ["De Kade", "Kist", "ja", "1-1-2026"],
    )
    assert table.headings == ("Wie Leverancier", "Wie Product", "Overeenkomst Status", "Overeenkomst Datum")


def test_codes_of_schools_under_their_names_belong_to_the_headings():
    (table,) = tables(["Product", "De Zandloper", "Het Kompas"], [None, "16SW00", "16SW01"], ["Kist", "x", None])
    assert table.headings == ("Product", "De Zandloper 16SW00", "Het Kompas 16SW01")
    assert len(table.rows) == 1


def test_tables_under_each_other_come_apart_where_new_headings_stand():
    first, second = tables(
        LIST, ["De Kade", "Kist", "ja"], [], ["Zwaluw", "Klok", "nee"], [], ["Scholen"], ["School", "BRIN", "Plaats"],
        ["De Zandloper", "16SW", "Assen"],
    )  # fmt: skip
    assert [row.cells[0] for row in first.rows] == ["De Kade", "Zwaluw"]
    assert (second.headings, second.heading_row) == (("School", "BRIN", "Plaats"), 7)


def test_tables_beside_each_other_come_apart_at_an_empty_column():
    first, second = tables(
        [*LIST, None, "School", "Plaats"], ["De Kade", "Kist", "ja", None, "Kompas", "Assen"], ["Zwaluw", "Klok", "ja"]
    )
    assert (first.headings, len(first.rows)) == (tuple(LIST), 2)
    assert (second.headings, second.first_column, len(second.rows)) == (("School", "Plaats"), 5, 1)


def test_an_empty_column_inside_one_table_does_not_divide_it():
    (table,) = tables(["Leverancier", "Product", None, "Status", "Datum"], ["De Kade", "Kist", None, "ja", "1-1-2026"])
    assert table.headings == ("Leverancier", "Product", "", "Status", "Datum")


def test_i05_headings_that_come_back_are_no_row():
    (table,) = tables(LIST, ["De Kade", "Kist", "ja"], LIST, ["Zwaluw", "Klok", "ja"])
    assert len(table.rows) == 2
    assert table.remarks == ("De koppen staan er nog eens, in rij 3.",)


def test_a_matrix_has_the_schools_as_headings():
    (table,) = tables([None, "De Zandloper", "Het Kompas"], ["Kist", "x", None], ["Klok", None, "x"])
    assert table.headings == ("", "De Zandloper", "Het Kompas")


def test_a_bsn_among_the_headings_is_refused_and_not_repeated():
    with pytest.raises(FileRefused) as refused:
        tables(["Leverancier", "111222333"], ["De Kade", "x"])
    assert "BSN" in refused.value.sentence
    assert "111222333" not in refused.value.sentence


def test_a_workbook_without_a_table_says_so():
    with pytest.raises(FileRefused, match="geen tabel"):
        tables([])
