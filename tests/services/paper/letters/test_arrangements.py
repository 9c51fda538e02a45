"""The letter with arrangements: what the recipient gets and may not do, only from the register."""

import pytest

from registry.errors import BrokenRule
from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import PRIVACY_ROWS, SINCE
from tests.documents.specimens import read

CODE = "letter-arrangements"
LETTER = {"arrangement": "letter_or_mail", "reason": "Wil geen overeenkomst.", "deletion_term": "een maand"}


@pytest.fixture
def annex(session, rekenwolk):
    """What the register knows of the data that Rekenwolk gets."""
    denied = [{"statement": "geen gebruik voor eigen aanbiedingen"}]
    rows = PRIVACY_ROWS | {"denials": denied, "options": []}
    annex = propose_annex(session, PrivacyAnnex, rekenwolk.products[0].id, {"edition": "1"}, rows)
    return accept_annex(session, PrivacyAnnex, annex.id, SINCE)


@pytest.fixture
def arranged(session, rekenwolk):
    """Note the arrangement with Rekenwolk."""

    def arranged(**fields):
        rows = {"products": [{"product_id": rekenwolk.products[0].id}]}
        return add_agreement(session, rekenwolk.id, LETTER | fields, rows)

    return arranged


def after(found, line):
    return found[found.index(line) + 1]


def test_it_says_what_of_whom_what_for_how_long_and_where(made, told, rekenwolk, annex, arranged):
    arranged()
    found = told(CODE, rekenwolk)
    assert "Waarvoor: Om te rekenen." in found
    assert "Voor welke scholen: De Zandloper." in found
    row = [cell.text for cell in read(made(CODE, rekenwolk).content).tables[0].rows[1].cells]
    assert row == ["Naam, e-mailadres en opleiding", "leerlingen", "om de leerling te kennen"]
    assert after(found, "Hoelang u de gegevens bewaart:") == "resultaten: tot het einde van het schooljaar"
    assert "Waar u de gegevens bewaart: Nederland." in found


def test_it_says_what_may_not_be_done_and_asks_own_consent_for_own_offers(told, rekenwolk, annex, arranged):
    arranged()
    found = told(CODE, rekenwolk)
    assert after(found, "Hier hoort uitdrukkelijk niet bij:") == "gebruik voor eigen aanbiedingen"
    assert any("Dan vraagt u daar zelf vooraf toestemming voor." in line for line in found)


def test_it_names_the_boards_point_for_breaches_and_the_term_after_the_end(told, rekenwolk, annex, arranged):
    arranged()
    text = "\n".join(told(CODE, rekenwolk))
    assert "aan ons meldpunt: meldpunt datalekken, datalek@getijden.example." in text
    assert "De termijn daarvoor is: een maand." in text


def test_hours_stand_in_it_only_where_an_annex_gives_them(told, rekenwolk, annex, arranged):
    arranged()
    assert "uur" not in next(line for line in told(CODE, rekenwolk) if line.startswith("Gaat er iets mis"))
    assert any("uiterlijk binnen 24 uur, aan ons meldpunt" in line for line in told(CODE))


def test_by_mail_it_asks_for_an_answer_and_else_for_two_signatures(session, made, told, rekenwolk, annex, arranged):
    arranged(conclusion_mode=ConclusionMode.LETTER)
    _data, table = read(made(CODE, rekenwolk).content).tables
    assert [cell.text for cell in table.rows[1].cells] == ["Functie: voorzitter college van bestuur", "Functie:"]
    arranged(conclusion_mode=ConclusionMode.EMAIL)
    assert len(read(made(CODE, rekenwolk).content).tables) == 1
    assert any(line.startswith("Gaat u akkoord? Beantwoord dan deze e-mail") for line in told(CODE, rekenwolk))


def test_what_nobody_filled_in_is_a_gap(made, rekenwolk):
    assert [gap.label for gap in made(CODE, rekenwolk).gaps] == [
        "Privacybijsluiter",
        "Gegevens weg na het einde binnen",
    ]


def test_a_place_without_a_country_is_a_gap(session, made, rekenwolk, arranged):
    arranged()
    rows = PRIVACY_ROWS | {"storage": [{"country": "NL"}, {"place": "ergens"}]}
    propose_annex(session, PrivacyAnnex, rekenwolk.products[0].id, {"edition": "1"}, rows)
    assert [gap.label for gap in made(CODE, rekenwolk).gaps] == ["Land"]


def test_another_sort_of_arrangement_is_told(paper):
    assert paper(CODE).notes == (
        "Afspraken in een brief of e-mail. Genoemd voor de schoolfotograaf. "
        "Het beste blijft een verwerkersovereenkomst.",
        "In het register staat een andere soort afspraak: Verwerkersovereenkomst met een eigen tekst van het bestuur.",
    )


def test_where_no_arrangement_is_needed_the_reason_is_told(paper, rekenwolk, arranged):
    arranged(status=AgreementStatus.NOT_NEEDED, reason="Krijgt geen namen.")
    with pytest.raises(BrokenRule, match="Krijgt geen namen"):
        paper(CODE, rekenwolk)


def test_a_recipient_by_law_gets_none(register, paper):
    with pytest.raises(BrokenRule, match="Dit stuk is voor een verwerker"):
        paper(CODE, register.duo)


def test_nasty_names_stand_in_it_as_they_are(session, told, rekenwolk):
    nasty = "A&B <b>\"quote\" 'x' {{ 7*7 }} 😀"
    edit_supplier(session, rekenwolk.id, rekenwolk.version, {"name": nasty})
    assert nasty in told(CODE, rekenwolk)
