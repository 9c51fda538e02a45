"""Our own processor agreement: what it says of itself, and that nothing of AVG 28(3) is missing."""

import pytest

from tests.documents.specimens import complete, headings, read, text_of

NAME = "verwerkersovereenkomst-eigen-tekst"
TOPICS = [
    "Begrippen",
    "Onderwerp en opdracht",
    "Rolverdeling",
    "Privacyconvenant",
    "Gebruik van gegevens",
    "Vertrouwelijkheid",
    "Beveiliging en controle",
    "Datalekken",
    "Bijstand",
    "Doorgifte buiten de EER",
    "Subverwerkers",
    "Bewaren en vernietigen",
    "Aansprakelijkheid",
    "Tegenstrijdigheid en wijziging",
    "Duur en beëindiging",
    "Recht en geschillen",
]


def test_the_agreement_says_under_its_title_that_it_is_our_own_text():
    first = read(complete(NAME)).paragraphs[:2]
    assert [(paragraph.text, paragraph.style.name) for paragraph in first] == [
        ("Verwerkersovereenkomst", "Title"),
        ("eigen tekst, naar de onderdelen van model 4.0", "Subtitle"),
    ]


def test_the_agreement_has_the_topics_of_model_4_in_their_order():
    found = headings(complete(NAME))
    assert found == ["Partijen", "Overwegingen", "Afspraken", *TOPICS, "Bijlagen", "Ondertekening"]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("a", "alleen volgens schriftelijke instructies"),
        ("b", "tot geheimhouding verplicht"),
        ("c", "artikel 32 AVG"),
        ("d", "dezelfde plichten op als in deze overeenkomst"),
        ("e", "verzoeken van betrokkenen te beantwoorden"),
        ("f", "de artikelen 32 tot en met 36 AVG"),
        ("g", "geeft de gegevens terug, vernietigt ze"),
        ("h", "controleren of laten controleren"),
        ("instruction against the law", "in strijd is met privacyregels"),
        ("breach", "zonder onredelijke vertraging"),
        ("hours", "het aantal uren dat in bijlage 2 van het product staat"),
    ],
)
def test_the_agreement_covers_what_article_28_asks(part, words):
    assert words in text_of(NAME)


def test_the_agreement_leaves_out_what_is_optional_and_not_there():
    text = text_of(NAME, overeenkomst=dict.fromkeys(("einde", "opzegtermijn", "verlenging", "kenmerk"), ""))
    assert "De einddatum is" not in text
    assert "Kenmerk" not in text
    assert "Deze overeenkomst gaat in op 1 augustus 2026. Zij geldt voor drie schooljaren.\n" in text


def test_the_agreement_is_signed_in_two_columns():
    table = read(complete(NAME)).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["Stichting De Waterlelie", "Uitgeverij De Kade B.V."]
    assert [cell.text for cell in table.rows[1].cells] == ["Naam: M. van den Akker", "Naam: P. Jansen & Zonen"]
