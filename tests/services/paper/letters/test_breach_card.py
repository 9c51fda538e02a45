"""The card for a data breach: whom to reach, how fast, whose data, and nothing that the register does not know."""

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import ContactKind
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.board import edit_board
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import edit_school
from tests.complete_register import PRIVACY_ROWS, SINCE
from tests.documents.specimens import read

CODE = "breach-card"


def rows(made, table):
    return [[cell.text for cell in row.cells] for row in read(made.content).tables[table].rows[1:]]


def test_it_names_the_points_of_supplier_and_board_and_the_dpo(session, register, made):
    edit_board(session, 1, {"dpo_function": "FG-dienst", "breach_phone": "0123 111222"})
    assert rows(made(CODE), 0) == [
        ["Lettervlieg B.V., voor Letters", "servicedesk", "datalek@lettervlieg.example", "0123 456789"],
        ["Meldpunt van het bestuur", "meldpunt datalekken", "datalek@getijden.example", "0123 111222"],
        ["FG van het bestuur", "FG-dienst", "fg@getijden.example", "–"],
    ]


def test_the_suppliers_own_contact_stands_first_with_its_hours(session, register, made):
    contact = {"kind": ContactKind.DATA_BREACH, "function": "wacht", "phone": "0123 999888", "hours": "dag en nacht"}
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {}, {"contacts": [contact]})
    assert rows(made(CODE), 0)[0] == ["Lettervlieg B.V.", "wacht", "–", "0123 999888\ndag en nacht"]


def test_a_point_that_is_named_twice_stands_once(session, register, made):
    contact = {"kind": ContactKind.DATA_BREACH, "email": "datalek@lettervlieg.example", "phone": "0123 456789"}
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {}, {"contacts": [contact]})
    assert [row[0] for row in rows(made(CODE), 0)] == [
        "Lettervlieg B.V.",
        "Meldpunt van het bestuur",
        "FG van het bestuur",
    ]


def test_the_agreed_hours_stand_beside_the_72_of_the_board(told):
    text = "\n".join(told(CODE))
    assert "meldt een datalek met Letters aan het bestuur binnen 24 uur, volgens bijlage 2, versie 1.0." in text
    assert "binnen 72 uur nadat het ervan weet" in text


def test_it_tells_products_schools_data_and_subprocessors(made):
    assert rows(made(CODE), 1) == [
        [
            "Letters",
            "De Zandloper (aantal leerlingen niet bekend)",
            "Naam, e-mailadres en opleiding",
            "leerlingen",
            "geen",
        ],
    ]


def test_a_school_says_how_many_pupils_it_has(session, register, made):
    edit_school(session, register.zandloper.id, register.zandloper.version, {"pupils": 1210})
    assert rows(made(CODE), 1)[0][1] == "De Zandloper (ongeveer 1.210 leerlingen)"


def test_special_data_and_bsn_stand_on_top_and_first(session, register, made, told):
    data = [
        *PRIVACY_ROWS["data"],
        {"category": "13", "subjects": ("pupil",)},
        {"category": "5", "subjects": ("pupil",), "note": "dyslexie"},
    ]
    sub = [{"name": "Wolkenhuis", "country": "NL"}]
    annex = propose_annex(
        session, PrivacyAnnex, register.letters.id, {"edition": "3"}, {"data": data, "subprocessors": sub}
    )
    accept_annex(session, PrivacyAnnex, annex.id, SINCE)
    found = told(CODE)
    assert found[3:5] == [
        "Bijzondere persoonsgegevens: gegevens over gezondheid (dyslexie), in Letters.",
        "BSN of ander nationaal nummer: Letters.",
    ]
    assert rows(made(CODE), 1)[0][2].endswith("(dyslexie); naam, e-mailadres en opleiding")
    assert rows(made(CODE), 1)[0][4] == "Wolkenhuis"


def test_numbers_of_people_are_left_to_the_hand_and_are_no_gap(made, told):
    assert made(CODE).gaps == ()
    assert any(line.startswith("Hoeveel mensen een datalek raakt, staat niet in het register.") for line in told(CODE))
    assert rows(made(CODE), 2)[-1] == ["Hoeveel leerlingen en anderen het raakt", ""]


def test_it_tells_which_agreement_holds_and_where_it_differs_on_breaches(told, change_agreement):
    assert "Afspraak: op deze dag geldt er geen overeenkomst met deze leverancier." in told(CODE)
    change_agreement({"status": AgreementStatus.IN_FORCE})
    text = "\n".join(told(CODE))
    assert "Verwerkersovereenkomst met een eigen tekst van het bestuur. Geldt sinds 1 augustus 2026" in text
    assert "Afwijking over Datalekken: melding binnen 36 uur" in text


def test_an_unknown_point_is_a_gap_at_the_supplier(made, rekenwolk):
    assert Gap("Meldpunt datalekken", f"supplier/{rekenwolk.id}/contacts") in made(CODE, rekenwolk).gaps


def test_a_proposal_is_said_to_be_one(session, paper, rekenwolk):
    propose_annex(session, PrivacyAnnex, rekenwolk.products[0].id, {"edition": "1"})
    assert "dit is een voorstel" in paper(CODE, rekenwolk).notes[0]


def test_who_reports_its_own_breaches_gets_none(register, paper):
    with pytest.raises(BrokenRule, match="Een datalek bij DUO meldt die organisatie zelf"):
        paper(CODE, register.duo)


def test_without_a_product_there_is_none(session, register, paper):
    with pytest.raises(BrokenRule, match="kent geen product van Leeg"):
        paper(CODE, add_supplier(session, {"name": "Leeg"}))
