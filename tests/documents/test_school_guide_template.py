"""The list of suppliers in a schoolgids: true with no row, with one and with sixty."""

import pytest
from docx.enum.section import WD_ORIENT

from registry.documents import fill
from tests.documents import examples
from tests.documents.specimens import headings, lines, parts, read, shipped


def the_list(**values: object) -> bytes:
    return fill(shipped("schoolgids-leverancierslijst"), examples.school_list(**values)).content


@pytest.mark.parametrize("rows", [1, 2, 60])
def test_the_list_has_a_row_for_every_product(rows):
    products = [row.cells[0].text for table in read(the_list(rows=rows, recipients=0)).tables for row in table.rows[1:]]
    assert products == [f"Product {number}\nhttps://leeskist.example/privacy" for number in range(1, rows + 1)]


def test_the_list_without_rows_says_so_and_has_no_table():
    content = the_list(rows=0, recipients=0)
    assert read(content).tables == []
    assert "In het register staan voor deze school geen leveranciers die in dit overzicht horen." in lines(content)


def test_the_list_has_its_groups_and_its_legal_recipients_under_headings():
    assert headings(the_list(rows=2)) == [
        "Wie gegevens krijgt van Basisschool De Regenboog",
        "Leermiddelen en toetsen",
        "Communicatie",
        "Organisaties die gegevens krijgen door een wet of een eigen taak",
        "Wat de woorden betekenen",
        "Vragen",
    ]


def test_the_list_has_no_heading_for_recipients_that_are_not_there():
    assert not any("Organisaties" in heading for heading in headings(the_list(rows=2, recipients=0)))


def test_the_list_of_learning_materials_says_that_others_are_left_out():
    content = the_list(alleen_leermiddelen=True)
    assert headings(content)[0] == "Leermiddelen en gegevens van leerlingen op Basisschool De Regenboog"
    assert any("Andere leveranciers staan niet in dit overzicht." in line for line in lines(content))


def test_the_list_gives_the_covenant_sentence_with_a_link_that_works():
    content = the_list()
    assert "Over het privacyconvenant van het onderwijs staat meer op: https://www.privacyconvenant.nl" in lines(
        content
    )
    assert b'HYPERLINK "https://www.privacyconvenant.nl"' in parts(content)["word/document.xml"]


def test_the_list_without_a_covenant_sentence_gives_no_link():
    assert "privacyconvenant" not in "\n".join(lines(the_list(convenantzin="")))


def test_the_list_lies_because_it_has_seven_columns():
    assert read(the_list()).sections[0].orientation == WD_ORIENT.LANDSCAPE
