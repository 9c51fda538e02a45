"""The lists of the register through the API: in pages and as files, and no more than the key may see."""

from io import BytesIO

import openpyxl
import pytest

from registry.services.exports.lists import LISTS
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE


@pytest.mark.parametrize("name", list(LISTS))
def test_each_list_is_rows_under_its_headings_in_camel_case(reader, name):
    told = reader.get(f"/lijsten/{name}").json
    assert told["totaal"] == len(told["resultaten"])
    assert (told["totaal"] > 0) is (name != "contacten")  # of which the register of these tests has none
    assert all(key.isascii() and key.isalnum() and key[0].islower() for row in told["resultaten"] for key in row)


def test_a_row_says_what_the_workbook_says(reader):
    row = reader.get("/lijsten/producten").json["resultaten"][0]
    assert (row["leverancier"], row["kvkNummer"]) == ("Lettervlieg B.V.", "01234567")
    told = reader.get("/lijsten/producten?formaat=xlsx")
    headings, first = list(openpyxl.load_workbook(BytesIO(told.data)).active.values)[:2]
    book = dict(zip(headings, first, strict=True))
    assert (book["Leverancier"], book["KvK-nummer"]) == ("Lettervlieg B.V.", "01234567")
    assert len(row) == len(book)


def test_csv_is_for_dutch_excel(reader):
    told = reader.get("/lijsten/producten?formaat=csv")
    assert told.mimetype == "text/csv"
    assert told.data.startswith(b"\xef\xbb\xbfLeverancier;KvK-nummer;Product;")
    assert "attachment" in told.headers["Content-Disposition"]


def test_pages_are_cut_from_the_list(reader, session):
    start_use(session, 2, 1, {"since": SINCE})
    first = reader.get("/lijsten/gebruik?perPagina=10")
    assert (first.json["totaal"], first.json["perPagina"]) == (2, 10)
    assert reader.get("/lijsten/gebruik?pagina=2&perPagina=10").json["resultaten"] == []
    known = {"If-None-Match": first.headers["ETag"]}
    assert reader.get("/lijsten/gebruik?perPagina=10", headers=known).status_code == 304


@pytest.mark.parametrize("question", ["formaat=pdf", "formaat=csv&pagina=2", "lijst=x"], ids=["other", "page", "name"])
def test_a_question_that_is_not_there_is_refused(reader, question):
    assert reader.get(f"/lijsten/gebruik?{question}").status_code == 400


@pytest.mark.parametrize("form", ["", "?formaat=csv", "?formaat=xlsx"], ids=["json", "csv", "xlsx"])
def test_a_key_of_one_school_gets_no_row_of_another(with_key, form):
    key = with_key(schools=[2])
    told = key.get(f"/lijsten/gebruik{form}")
    rows = (
        told.json["resultaten"]
        if not form
        else list(openpyxl.load_workbook(BytesIO(told.data)).active.values)[1:]
        if "xlsx" in form
        else told.text.splitlines()[1:]
    )
    assert rows == []
    assert [one["naamVanDeSchool"] for one in key.get("/lijsten/scholen").json["resultaten"]] == ["De Zonnewijzer"]
