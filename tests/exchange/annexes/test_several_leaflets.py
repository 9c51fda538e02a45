"""Several leaflets in one file, and whose the data are where no section tells it."""

import pytest


def test_each_leaflet_is_of_the_product_in_its_own_title(document, read):
    document.add_heading("Privacybijsluiters Wolk Uitgevers (bijlage 1)", 1)
    document.add_paragraph("Wolk Uitgevers B.V. levert twee producten, elk met een eigen bijsluiter.")
    for number, product in ((1, "Wolk Spelling"), (2, "Wolk Begrijpend Lezen")):
        document.add_heading(f"Privacybijsluiter {number}: {product}", 1)
        for heading, said in (("Gegevens", "Naam, groep"), ("Opslag", "Nederland"), ("Bewaren", "Accounts: 2 jaar")):
            document.add_heading(heading, 2)
            document.add_paragraph(said)
    assert [annex["products"] for annex in read(document)] == [["Wolk Spelling"], ["Wolk Begrijpend Lezen"]]


def test_the_product_of_another_leaflet_is_not_surely_that_of_one_without(document, read):
    for title in ("Privacybijsluiter", "Privacybijsluiter Wolk Lezen"):
        document.add_heading(title, 1)
        for line in ("Accounts: 2 jaar", "Logbestanden: 6 maanden", "Back-ups: 30 dagen", "Foto's: 1 jaar"):
            document.add_paragraph(line)
    first, second = read(document)
    assert second["products"] == ["Wolk Lezen"]
    assert first["found"]["products[0]"]["certainty"] < 0.9


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Naam, groep en resultaten van leerlingen. Naam en e-mailadres van leerkrachten.", ["pupil", "teacher"]),
        ("Categorie 1.1 en 7f. Onderwijsdeelnemers en docenten zijn de Betrokkenen.", ["pupil", "teacher"]),
        ("Names and classes. Pupils and parents are the data subjects.", ["pupil", "parent"]),
        ("Wij verwerken geen foto's van leerlingen.", None),
    ],
)
def test_a_sentence_on_data_tells_whose_they_are(annex, said, people):
    assert annex("Welke persoonsgegevens?", [said])["data_subjects"] == people


def test_the_article_of_a_name_stays_with_it(document, read):
    document.add_heading("Privacybijsluiter Het Leesbos", 1)
    document.add_paragraph("Bewaartermijn: 2 jaar")
    assert read(document)[0]["products"] == ["Het Leesbos"]
