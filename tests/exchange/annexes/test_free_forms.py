"""Small forms that suppliers choose themselves: each told in a line or two, under one heading of an annex."""

import pytest

from tests.exchange.annexes import papers
from tests.exchange.annexes.forms import DATA, case, party


@pytest.mark.parametrize(
    ("heading", "said", "field", "expected"),
    [
        case("codes in a row", DATA, ["Van toepassing: 1.1, 7b en 14"], "data_categories", ["1.1", "7b", "14"]),
        case(
            "a range of codes",
            "Doeleinden (Leermiddelen en Toetsen)",
            ["Doelen: a, a1, b t/m d"],
            "purposes",
            ["LT-a", "LT-a1", "LT-b", "LT-c", "LT-d"],
        ),
        case(
            "data of a teacher only",
            DATA,
            ["Naam van de leerling", "Naam en e-mailadres van de docent"],
            "data_categories",
            ["1.1", "11"],
        ),
        case(
            "people with an answer",
            "Betrokkenen",
            ["leerling (ja), ouder (nee), docent (ja)"],
            "data_subjects",
            ["pupil", "teacher"],
        ),
        case(
            "people in the first cells",
            DATA,
            [("Wie", "Gegevens"), ("Leerling", "naam, klas"), ("Docent", "naam, e-mailadres")],
            "data_subjects",
            ["pupil", "teacher"],
        ),
        case(
            "towns without a country",
            "Opslag",
            ["Onze servers staan in Zwolle en Groningen."],
            "storage",
            [{"country": "NL", "place": "Zwolle"}, {"country": "NL", "place": "Groningen"}],
        ),
        case(
            "a party and its town",
            "Subverwerkers",
            ["Wolkenveld B.V. te Delft: hosting"],
            "subprocessors",
            [party("Wolkenveld B.V.", "hosting", "NL")],
        ),
        case(
            "the parts of a party",
            "Subverwerkers",
            ["Bedrijf: Wolkenveld B.V.", "Dienst: hosting", "Land: Nederland"],
            "subprocessors",
            [party("Wolkenveld B.V.", "hosting", "NL")],
        ),
        case(
            "two periods in a sentence",
            "Bewaartermijn",
            ["Accounts worden 3 maanden bewaard en logbestanden 6 maanden."],
            "retention",
            [{"data": "Accounts", "term": "3 maanden"}, {"data": "logbestanden", "term": "6 maanden"}],
        ),
    ],
)
def test_it_reads_what_a_supplier_says_in_own_words(annex, heading, said, field, expected):
    assert annex(heading, said)[field] == expected


OWN_NUMBERS = ["1. Contactgegevens ☒", "11. Keten-ID ☒", "12. BSN/PGN ☐", "13. Overige gegevens ☒ IP-adres"]


@pytest.mark.parametrize(
    ("heading", "said", "field", "expected"),
    [
        case("own numbers", DATA, OWN_NUMBERS, "data_categories", ["1", "12", "14"]),
        case("text behind a box", DATA, OWN_NUMBERS, "data_category_other", "IP-adres"),
        case(
            "text beside a tick",
            DATA,
            [("Nr", "Categorie", "Verwerkt"), ("12", "BSN/PGN", "☐"), ("13", "Overige gegevens", "☒ IP-adres")],
            "data_category_other",
            "IP-adres",
        ),
        case("an answer by label", DATA, [("Persoonsgegevens", "Naam, klas"), ("BSN", "Nee")], "denied", ["13"]),
        case(
            "denied behind what is kept",
            "Categorieën persoonsgegevens en bewaartermijn",
            ["Godsdienst en beeldmateriaal worden niet verwerkt."],
            "denied",
            ["6", "10"],
        ),
        case(
            "people before the data",
            DATA,
            ["Van: leerlingen en leerkrachten", "Naam en klas"],
            "data_subjects",
            ["pupil", "teacher"],
        ),
        case(
            "towns behind a country",
            "Opslag",
            ["De gegevens staan in Nederland, in Delft en in Almere."],
            "storage",
            [{"country": "NL", "place": "Delft"}, {"country": "NL", "place": "Almere"}],
        ),
        case(
            "a party in brackets",
            "Subverwerkers",
            ["Subverwerker is Wolkenveld B.V. (surveilleren op afstand, Nederland)."],
            "subprocessors",
            [party("Wolkenveld B.V.", "surveilleren op afstand", "NL")],
        ),
        case(
            "lines run together",
            "Bewaartermijn",
            ["Accounts: 3 maanden Logbestanden: 6 maanden"],
            "retention",
            [{"data": "Accounts", "term": "3 maanden"}, {"data": "Logbestanden", "term": "6 maanden"}],
        ),
        case(
            "a telephone is no version",
            "Contact en versie",
            ["T: 045 0000 610", "Bijsluiter 2.3 d.d. 1 mei 2025"],
            "version",
            "2.3",
        ),
    ],
)
def test_it_reads_words_before_numbers_and_answers(annex, heading, said, field, expected):
    assert annex(heading, said)[field] == expected


def test_a_list_of_versions_is_no_annex_of_its_own(document, read):
    document.add_heading("Bijlage 1: Privacybijsluiter Wolkjes", 1)
    document.add_heading("Bewaartermijn", 2)
    document.add_paragraph("2 jaar")
    document.add_heading("8. Versies van deze bijsluiter", 1)
    papers.table(document, ("Versie", "Datum"), ("1.0", "25-05-2018"), ("2.0", "04-07-2022"))
    (annex,) = read(document)
    assert (annex["version"], annex["date"], annex["products"]) == ("2.0", "2022-07-04", ["Wolkjes"])


def test_an_annex_that_is_called_by_its_letter_only_is_read(document, read):
    document.add_heading("Bijlage A: Overzicht van de verwerking", 1)
    papers.table(
        document, ("Verwerker", "Wolkjes B.V., Delft"), ("Persoonsgegevens", "Naam"), ("Bewaartermijn", "1 jaar")
    )
    document.add_heading("Bijlage B: Beveiligingsmaatregelen", 1)
    document.add_paragraph("Versleuteling van alle gegevens.")
    assert [annex["kind"] for annex in read(document)] == ["privacy", "security"]


def test_inside_the_eea_is_doubtful_beside_a_party_outside_it(document, read):
    document.add_heading("Privacybijsluiter Wolkjes", 1)
    document.add_heading("Opslag", 2)
    document.add_paragraph("Alles binnen de EER: ja")
    document.add_heading("Subverwerkers", 2)
    papers.table(document, ("Naam", "Dienst", "Land"), ("Skylark Inc.", "e-mail", "Verenigde Staten"))
    told = read(document)[0]["found"]["storage_inside_eea"]
    assert told["certainty"] < 0.9
    assert told["text"] == "Alles binnen de EER: ja … Skylark Inc. | e-mail | Verenigde Staten"
