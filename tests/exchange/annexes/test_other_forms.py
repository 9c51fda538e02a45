"""Annexes in the forms that suppliers choose themselves: prose, bold, struck out, English, the oldest models."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.exchange.annexes import papers


def questions(document):
    """Add a leaflet of questions and answers, without letters or tables."""
    document.add_heading("Privacybijsluiter Lettervos", 0)
    document.add_paragraph("Lettervos is een product van Vossenhol Software B.V. (KvK 12345678, www.vossenhol.nl).")
    for question, answer in (
        ("Waarvoor gebruiken we de gegevens?", "Om leerlingen te laten inloggen en om leerresultaten op te slaan."),
        (
            "Welke gegevens verwerken wij?",
            "Naam, klas en leerresultaten. Wij verwerken geen BSN, geen medische gegevens.",
        ),
        ("Waar staan de gegevens?", "Op servers in Frankfurt (Duitsland). Gegevens gaan nooit buiten de EER."),
        ("Wie helpt ons daarbij?", "Niemand. Wij schakelen geen subverwerkers in."),
        ("Hoe lang bewaren we de gegevens?", "Tot 6 maanden na het einde van de overeenkomst."),
    ):
        document.add_heading(question, 1)
        document.add_paragraph(answer)


def test_it_reads_questions_and_answers(document, read):
    questions(document)
    annex = read(document)[0]
    assert annex["supplier"] == {"name": "Vossenhol Software B.V.", "kvk": "12345678", "website": "www.vossenhol.nl"}
    assert annex["purposes"] == ["LT-a1", "LT-c"]
    assert annex["data_categories"] == ["1.1", "7b", "7f"]
    assert annex["storage"] == [{"country": "DE", "place": "Frankfurt"}]
    assert annex["retention"] == [{"data": None, "term": "Tot 6 maanden na het einde van de overeenkomst"}]


def test_a_denial_is_a_statement_and_no_data(document, read):
    questions(document)
    annex = read(document)[0]
    assert sorted(annex["denied"]) == ["13", "5"]
    assert annex["subprocessors"] == []
    assert annex["storage_inside_eea"] is True


@pytest.mark.parametrize("mark", ["bold", "struck"])
def test_bold_or_what_was_not_struck_out_is_the_choice(document, read, mark):
    document.add_heading("Bijlage 1: Privacybijsluiter", 1)
    document.add_heading("Categorieën persoonsgegevens", 2)
    for chosen, label in (
        (True, "Beeldmateriaal"),
        (False, "Medische gegevens"),
        (True, "Nationaliteit"),
        (False, "BSN"),
    ):
        run = document.add_paragraph(style="List Bullet").add_run(label)
        run.bold, run.font.strike = mark == "bold" and chosen, mark == "struck" and not chosen
    assert read(document)[0]["data_categories"] == ["3", "10"]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is(document, read):
    document.add_heading("Privacybijsluiter Kluisje", 0)
    paragraph = document.add_paragraph("Bewaartermijn: ")._p
    deleted, inserted = "<w:r><w:delText>1 jaar</w:delText></w:r>", "<w:r><w:t>2 jaar</w:t></w:r>"
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a">{deleted}</w:del>'))
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="a">{inserted}</w:ins>'))
    assert read(document)[0]["retention"] == [{"data": None, "term": "2 jaar"}]


def test_an_english_annex_gives_the_same_codes(document, read):
    document.add_heading("Annex 1: Privacy leaflet – MathMouse", 1)
    papers.table(document, ("Product name", "MathMouse"), ("Name of processor", "Mousehole Learning Ltd"))
    document.add_heading("Data categories", 2)
    papers.table(
        document,
        ("Category", "Explanation", "Yes", "No"),
        ("Contact details", "name, e-mail", "x", ""),
        ("Medical data", "", "", "x"),
        ("Chain ID (ECK iD)", "", "x", ""),
    )
    document.add_heading("Sub-processors", 2)
    papers.table(document, ("Sub-processor", "Service", "Location"), ("Mailpigeon Inc.", "e-mail", "United States"))
    document.add_heading("Retention period", 2)
    document.add_paragraph("Duration of the agreement plus 3 months.")
    annex = read(document)[0]
    assert annex["supplier"]["name"] == "Mousehole Learning Ltd"
    assert annex["data_categories"] == ["1", "14"]  # no sub-items are printed
    assert annex["denied"] == ["5"]
    assert annex["subprocessors"] == [{"name": "Mailpigeon Inc.", "service": "e-mail", "country": "US"}]
    assert annex["retention"] == [{"data": None, "term": "Duration of the agreement plus 3 months"}]


def test_it_reads_the_words_of_the_oldest_models_and_annex_three(document, read):
    document.add_paragraph(
        "Model Bewerkersovereenkomst 2.0 bij het Convenant Digitale Onderwijsmiddelen en Privacy 2.0"
    )
    document.add_heading("Bijlage 1: Privacybijsluiter", 1)
    papers.table(
        document, ("Naam producten", "Leeslijn; Spelwijs"), ("Naam bewerker", "Ooievaar N.V."), ("Subbewerkers", "Geen")
    )
    document.add_heading("Bijlage 3: Afwijkingen van het model", 1)
    papers.table(
        document,
        ("Nr.", "Artikel/Bepaling", "Afwijking", "Reden"),
        ("1", "Artikel 7.3", "Eén audit per jaar", "Kosten"),
    )
    annex = read(document)[0]
    assert annex["model_version"] == "2.0"
    assert annex["products"] == ["Leeslijn", "Spelwijs"]
    assert annex["subprocessors"] == []
    assert annex["deviations"] == [{"article": "Artikel 7.3", "difference": "Eén audit per jaar", "reason": "Kosten"}]


def test_a_term_that_is_no_number_of_hours_stays_open_but_is_shown(document, read):
    document.add_heading("Beveiligingsbijlage", 0)
    document.add_heading("Datalekken", 1)
    document.add_paragraph("Wij melden een datalek binnen één werkdag.")
    annex = read(document)[0]
    assert annex["breach"]["hours"] is None
    assert annex["found"]["breach.hours"]["text"] == "Wij melden een datalek binnen één werkdag."


def test_an_empty_form_of_the_model_gives_nothing(document, read):
    document.add_heading("Bijlage 1: Privacybijsluiter", 1)
    document.add_heading("Doeleinden", 2)
    papers.character_box(document, False, "toegang: identificatie, authenticatie en autorisatie")
    document.add_heading("Categorieën persoonsgegevens", 2)
    papers.table(document, ("1", "Contactgegevens", "☐"), ("13", "BSN/PGN", "☐"))
    annex = read(document)[0]
    assert (annex["purposes"], annex["data_categories"], annex["denied"]) == (None, None, None)
