"""Tables in which data are chosen: by codes of parts, by answers with a reservation, under heads not known."""

import pytest

HEAD = ("Categorie", "Toelichting", "Van toepassing")
ROWS = [
    ("1. Contactgegevens", "1.1 naam; 1.2 geslacht; 1.3 adres"),
    ("7. Studievoortgang", "a. Examen b. Traject f. Klas"),
]
REST = [("2. Onderwijsdeelnemernummer", "", ""), ("11. Docent", "naam", "ja"), ("13. BSN", "", "nee")]


@pytest.mark.parametrize(
    ("contact", "progress"), [("1.1 en 1.2", "b en f"), ("alleen 1.1, 1.2", "7b, 7f"), ("1.1/1.2", "7b + 7f")]
)
def test_codes_in_a_column_of_marks_are_the_parts_that_are_chosen(annex, contact, progress):
    rows = [(*told, mark) for told, mark in zip(ROWS, (contact, progress), strict=True)]
    told = annex("Persoonsgegevens", [HEAD, *rows, *REST])
    assert told["data_categories"] == ["1.1", "1.2", "7b", "7f", "11"]
    assert told["denied"] == ["13"]


@pytest.mark.parametrize("heads", [("Verplicht", "Optioneel"), ("Altijd", "Op verzoek"), ("Basis", "Plus")])
def test_a_row_without_a_mark_is_not_chosen_below_heads_that_are_not_known(annex, heads):
    rows = [("Gegeven", *heads), ("Naam", "x", ""), ("Foto", "", "x"), ("BSN", "", "")]
    assert annex("Persoonsgegevens", rows)["data_categories"] == ["1.1", "10"]


def test_no_with_a_reservation_is_neither_chosen_nor_denied(annex):
    rows = [("Categorie", "Ja/nee"), ("Naam", "ja"), ("Klas", "ja"), ("Medische gegevens", "nee, behalve allergieën")]
    told = annex("Persoonsgegevens", [*rows, ("BSN", "nee"), ("Foto", "nee")])
    assert (told["data_categories"], told["denied"]) == (["1.1", "7f"], ["13", "10"])


def test_a_first_row_with_text_of_its_own_is_a_choice(annex):
    rows = [("Overige gegevens", "IP-adres"), ("Naam", "☒"), ("Klas", "☒"), ("BSN", "☐"), ("Foto", "☐")]
    assert annex("Persoonsgegevens", rows)["data_categories"] == ["1.1", "7f", "12"]


def test_a_purpose_with_its_parts_in_one_line_names_them_all(annex):
    said = ["a. onderwijs geven en volgen, waaronder a1 opslag van resultaten en a4 analyse", "c. toegang"]
    assert annex("Doeleinden (Leermiddelen en Toetsen)", said)["purposes"] == ["LT-a", "LT-a1", "LT-a4", "LT-c"]


def test_a_group_without_data_in_a_table_of_groups_is_denied(annex):
    heads, pupils = ("Groep", "Gegevens", "Bewaartermijn"), ("Leerlingen", "naam, klas, cijfers", "2 jaar")
    told = annex("Persoonsgegevens per groep", [heads, pupils, ("Ouders", "geen", "n.v.t.")])
    assert (told["data_categories"], told["denied"], told["data_subjects"]) == (["1.1", "7b", "7f"], ["4"], ["pupil"])
    assert [row["term"] for row in told["retention"]] == ["2 jaar"]


def test_data_of_a_teacher_need_no_preposition(annex):
    rows = [("Gegeven", "Wel", "Niet"), ("Naam", "X", ""), ("Groep", "X", ""), ("E-mailadres leerkracht", "X", "")]
    assert annex("Welke gegevens?", [*rows, ("BSN", "", "X")])["data_categories"] == ["1.1", "7f", "11"]
