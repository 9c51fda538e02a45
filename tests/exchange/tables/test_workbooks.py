"""Workbooks as schools have them, and as nobody should: the rows that a person sees, by their numbers (I07 to I17)."""

from datetime import date
from pathlib import Path

import pytest

from registry.errors import FileRefused
from registry.exchange.tables.grid import NO_VALUE
from registry.exchange.tables.reading import read_tables
from tests.exchange.books import book, cell, ods, outcome, package, text_cell, written

OLD = Path(__file__).parent / "specimens" / "old.xls"
HEADINGS = f'<row r="1">{cell("A1", "Leverancier")}{cell("B1", "Product")}</row>'
TWO_ROWS = f'{HEADINGS}<row r="2">{cell("A2", "Kade")}{cell("B2", "Kist")}</row>'


def only(content, name="a.xlsx"):
    (table,) = read_tables(name, content).tables
    return table


def values(table):
    return [row.cells for row in table.rows]


def test_i07_a_wrong_dimension_hides_no_rows():
    rows = "".join(f'<row r="{n}">{cell(f"A{n}")}{cell(f"B{n}")}</row>' for n in range(2, 53))
    sheet = package("", raw=f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    f'<dimension ref="A1:B2"/><sheetData>{HEADINGS}{rows}</sheetData></worksheet>')  # fmt: skip
    assert len(only(sheet).rows) == 51


@pytest.mark.parametrize(
    "far",
    [
        f'<row r="1048576">{cell("XFD1048576")}</row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row a=">" r="1048576"><c a=">" r  =  "XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c a="/>" r="XFD1048576"><v>1</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 600 + "</row>",
        "<row><c><v>1</v></c></row>" * 20_001,
    ],
    ids=["plain", "single quotes", "behind a >", "as if empty", "columns without a place", "rows without a place"],
)
def test_i08_i09_a_cell_too_far_away_is_refused(far):
    with pytest.raises(FileRefused, match="te veel"):
        only(package(TWO_ROWS + far))


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A2:A1048576", "C3:XFD1048576"])
def test_i08_a_merge_over_the_whole_sheet_does_no_harm(area):
    content = package(TWO_ROWS, after=f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>')
    assert len(only(content).rows) == 1


def test_a_million_rows_with_only_a_style_are_no_rows():
    assert len(only(package(TWO_ROWS + '<row r="1048576"><c r="A1048576" s="0"/></row>')).rows) == 1


def test_i11_a_formula_shows_its_value_and_never_works_one_out():
    def fill(workbook):
        sheet = workbook.add_worksheet("A")
        sheet.write_row(0, 0, ["Leverancier", "Product", "Website", "Opmerking"])
        sheet.write_formula(1, 0, '="De "&"Kade"', None, "De Kade")
        sheet.write_formula(1, 1, "=A9", None, "#REF!")
        sheet.write_formula(1, 2, '=WEBSERVICE("http://x")', None, "#N/A")
        sheet.write_string(1, 3, "=1+1")

    content = written(fill)
    assert values(only(content)) == [("De Kade", "#REF!", "#N/A", "=1+1")]
    without = package(f'{TWO_ROWS}<row r="3"><c r="A3"><f>1+1</f></c><c r="B3"><f>A1</f><v/></c></row>')
    assert values(only(without))[1] == (NO_VALUE, NO_VALUE)
    empty_text = package(f'{TWO_ROWS}<row r="3">{cell("A3")}<c r="B3" t="str"><f>""</f><v></v></c></row>')
    assert values(only(empty_text))[1] == ("x", None)


def test_i12_merged_cells_fill_their_rows_and_that_is_said():
    def fill(workbook):
        sheet = workbook.add_worksheet("A")
        sheet.write_row(0, 0, ["Leverancier", "Product"])
        sheet.merge_range("A2:A4", "De Kade")
        for row, product in enumerate(("Een", "Twee", "Drie"), start=1):
            sheet.write(row, 1, product)

    table = only(written(fill))
    assert values(table) == [("De Kade", "Een"), ("De Kade", "Twee"), ("De Kade", "Drie")]
    assert table.remarks == ("Samengevoegde cellen zijn in al hun rijen ingevuld: rij 2, 3 en 4.",)


@pytest.mark.parametrize("system_1904", [False, True])
def test_i13_real_dates_are_days_in_both_systems(system_1904):
    def fill(workbook):
        sheet = workbook.add_worksheet("A")
        sheet.write_row(0, 0, ["Leverancier", "Ingangsdatum"])
        sheet.write_row(1, 0, ["De Kade"])
        sheet.write_datetime(1, 1, date(2026, 12, 31), workbook.add_format({"num_format": "dd-mm-yyyy"}))

    assert values(only(written(fill, date_1904=system_1904))) == [("De Kade", date(2026, 12, 31))]


def test_i15_hidden_sheets_rows_and_columns_and_chart_sheets_are_said():
    def fill(workbook):
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Lijst!$A$1:$A$2"})
        workbook.add_chartsheet("Grafiek").set_chart(chart)
        sheet = workbook.add_worksheet("Lijst")
        workbook.add_worksheet("Oud").hide()
        for row in range(4):
            sheet.write_row(row, 0, ["Leverancier", "Product"] if not row else [f"Kade {row}", "Kist"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        workbook.get_worksheet_by_name("Lijst").activate()

    workbook = read_tables("a.xlsx", written(fill))
    (table,) = workbook.tables
    assert (table.sheet, len(table.rows)) == ("Lijst", 3)
    assert "Blad “Grafiek” is geen tabel" in workbook.remarks[0]
    assert "Blad “Oud” is verborgen" in workbook.remarks[1]
    assert "In het bestand is 1 rij verborgen, en wel gelezen: rij 3." in table.remarks
    assert "In het bestand zijn kolommen verborgen, en wel gelezen: “Product”." in table.remarks


def test_i16_an_old_workbook_gives_the_same_as_a_new_one():
    workbook = read_tables("oud.xls", OLD.read_bytes())
    (table,) = workbook.tables
    assert (workbook.sort, table.heading_row) == ("xls", 3)
    assert values(table)[:2] == [
        ("Uitgeverij De Kade", "Rekenkist", date(2026, 12, 31), 12),
        ("Uitgeverij De Kade", "Taalkist", "#N/A", 2),
    ]
    assert values(table)[2:] == [
        ("Café Leermiddelen", "Woordkist", None, 0.5),
        ("Drie Bruggen B.V.", "Klokkijker", None, True),
    ]
    assert "rij 6" in table.remarks[-1]
    assert "Kladblad" in workbook.remarks[0]


def test_i16_a_broken_old_workbook_gives_a_table_or_one_sentence():
    content = OLD.read_bytes()
    for place in range(0, len(content), 61):
        assert outcome("oud.xls", content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])


def row_of(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


ODS_HEADINGS = row_of(text_cell("Leverancier"), text_cell("Product"))


def test_ods_with_merges_hidden_rows_errors_and_a_million_empty_rows():
    rows = (
        row_of(text_cell("De Kade", 'table:number-rows-spanned="2"'), text_cell("Een"))
        + row_of("<table:covered-table-cell/>", text_cell("Twee"), more='table:visibility="collapse"')
        + row_of(text_cell("#REF!", 'calcext:value-type="error"'), text_cell("Drie"))
        + row_of(
            '<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048570"'
        )
    )
    table = only(ods(ODS_HEADINGS + rows), "a.ods")
    assert values(table) == [("De Kade", "Een"), ("De Kade", "Twee"), (NO_VALUE, "Drie")]
    assert any("verborgen, en wel gelezen: rij 3" in remark for remark in table.remarks)


def test_ods_one_cell_repeated_a_million_times_is_refused():
    many = row_of(text_cell("x"), more='table:number-rows-repeated="1048570"')
    with pytest.raises(FileRefused, match="te veel rijen"):
        only(ods(ODS_HEADINGS + many), "a.ods")


@pytest.mark.parametrize(
    "row",
    [
        '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
        '<row r="2"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="-1"><c r="A-1"><v>1</v></c></row>',
        '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="n"><v>tekst</v></c></row>',
        '<row r="2"><c r="A2" t="d"><v>2026-99-99</v></c></row>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t>&#0;</t></is></c></row>',
        '<row r="2"><c r="A2"><v>1</v>',
    ],
    ids=["string index", "column", "row below 1", "row beyond", "text as number", "bad date", "character 0", "cut off"],
)
def test_i17_nonsense_in_a_sheet_gives_a_table_or_one_sentence(row):
    assert outcome("a.xlsx", package(HEADINGS + row))


def test_numbers_stay_whole_and_text_stays_text():
    assert values(only(book(["Leverancier", "KvK"], ["De Kade", 1234567], ["Zwaluw", "01234567"]))) == [
        ("De Kade", 1234567),
        ("Zwaluw", "01234567"),
    ]
