"""Headings and lines of a supplier's own about its annex: its version, and sections that call it "deze bijsluiter"."""

import pytest

from tests.exchange.annexes import papers


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("I. Versie van deze bijsluiter", "1.1 (22 augustus 2019)"),
        ("Wijzigingen in deze privacybijsluiter", "Versie 1.1 van 22 augustus 2019"),
        ("Version of this leaflet", "1.1, 22 August 2019"),
    ],
)
def test_a_heading_about_this_annex_begins_no_other(document, read, title, told):
    document.add_heading("Bijlage 1: Privacybijsluiter Wolkjes", 1)
    document.add_heading("Bewaartermijn", 2)
    for line in ("Accounts: 2 jaar", "Logbestanden: 6 maanden", "Back-ups: 30 dagen", "Foto's: 1 jaar"):
        document.add_paragraph(line)
    document.add_heading(title, 1)
    document.add_paragraph(told)
    (annex,) = read(document)
    assert (annex["version"], annex["date"]) == ("1.1", "2019-08-22")


def test_a_table_of_versions_below_the_contact_tells_the_last(document, read):
    document.add_heading("Privacybijsluiter Wolkjes", 1)
    document.add_heading("7. Contact", 2)
    document.add_paragraph("Voor vragen: vragen@wolkjes.example.nl")
    document.add_heading("8. Versies", 2)
    papers.table(document, ("Versie", "Datum"), ("1.0", "1 juli 2023"), ("2.0", "7 juli 2025"))
    (annex,) = read(document)
    assert (annex["version"], annex["date"]) == ("2.0", "2025-07-07")


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("Versie beveiligingsbijlage 1.6, 3 februari 2025", "1.6"),
        ("De versie van deze bijsluiter is 1.4 en dateert van 3 februari 2025", "1.4"),
        ("Version of this leaflet: 2, 3 February 2025", "2"),
    ],
)
def test_a_version_may_stand_behind_the_word_for_the_annex(annex, said, version):
    told = annex("Bij een datalek", [said])
    assert (told["version"], told["date"]) == (version, "2025-02-03")


def test_the_number_of_an_annex_is_no_sure_version(annex):
    told = annex("Bij een datalek", ["Versie bijlage 2 van 3 februari 2025"])
    assert told["found"]["version"]["certainty"] < 0.9
    assert told["date"] == "2025-02-03"


@pytest.mark.parametrize("said", ["Versie: 1 april 2017", "Versie 1-4-2017", "Versie: 2017-04-01", "Versie 01/04/2017"])
def test_the_day_of_a_version_is_not_its_number(annex, said):
    told = annex("Bij een datalek", [said])
    assert (told["version"], told["date"]) == (None, "2017-04-01")


@pytest.mark.parametrize(
    "title", ["Privacy en beveiliging Wolkjes", "Bijlage bij de overeenkomst: beveiliging en privacy"]
)
def test_a_title_of_both_is_of_neither(document, read, title):
    document.add_heading(title, 1)
    rows = [("Product", "Wolkjes"), ("Leverancier", "Wolkjes B.V."), ("Betrokkenen", "Leerlingen"), ("Opslag", "Delft")]
    papers.table(document, *rows, ("Persoonsgegevens", "Naam, klas"), ("Datalek", "Melding binnen 24 uur"))
    (annex,) = read(document)
    assert (annex["kind"], annex["data_categories"], annex["breach"]["hours"]) == ("privacy", ["1.1", "7f"], 24)


@pytest.mark.parametrize("sign", ["Schedule B", "Annex II", "Appendix B"])
def test_an_english_annex_on_security_is_one_by_its_title(document, read, sign):
    document.add_heading("Schedule A - Data protection leaflet: Wolkjes Maths", 1)
    document.add_paragraph("Accounts: 2 years")
    document.add_heading(f"{sign} - Security", 1)
    document.add_paragraph("Availability: low. Integrity: low. Confidentiality: medium.")
    privacy, security = read(document)
    assert (privacy["kind"], privacy["products"]) == ("privacy", ["Wolkjes Maths"])
    assert (security["kind"], security["biv"]["V"]) == ("security", "medium")
