"""The board's register: the columns of tab G, and what AVG 30(1) asks."""

import pytest

from registry.documents import Gap
from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.board.board import edit_board
from registry.services.paper.board.processing import agreement_text
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import edit_use, start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import lines, read

CODE = "board-register"
CONTROLLER, TAB_G, PROCESSING, RECIPIENTS = range(4)


@pytest.fixture
def rows(made):
    """The rows of one table of the register, without its heading."""

    def rows(table):
        return [[cell.text for cell in row.cells] for row in read(made(CODE).content).tables[table].rows[1:]]

    return rows


@pytest.fixture
def sums(session, register):
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "lt"})
    start_use(session, register.zandloper.id, product.id, {"since": SINCE, "purpose_plain": "Om te rekenen."})
    return product


def test_a_complete_register_leaves_no_gap_and_lies_down(made):
    assert made(CODE).gaps == ()
    section = read(made(CODE).content).sections[0]
    assert section.page_width > section.page_height


def test_it_names_the_controller_and_its_fg(rows):
    assert rows(CONTROLLER) == [
        ["Verwerkingsverantwoordelijke", "Stichting Getijden, bestuursnummer 99001"],
        ["Adres", "Havenstraat 1, 1234 AB Zuiderveen"],
        ["Vragen over privacy", "de privacy officer, privacy@getijden.example"],
        ["Functionaris voor gegevensbescherming (FG)", "fg@getijden.example"],
    ]


def test_the_row_of_tab_g_has_a_function_and_no_name_for_who_manages_it(session, register, rows):
    use = register.letters.uses[0]
    edit_use(session, use.id, use.version, {"caretaker": "ict-coördinator"})
    assert rows(TAB_G) == [
        [
            "Letters\nLettervlieg B.V.\nverwerker",
            "ict-coördinator",
            "Nederland: Noorderwiel",
            "Verwerkersovereenkomst met een eigen tekst van het bestuur; "
            "geldt nog niet, de stand is: klaar om te tekenen",
            "De Zandloper",
        ]
    ]


def test_what_article_30_asks_stands_in_one_row(rows):
    assert rows(PROCESSING) == [
        [
            "Letters",
            "Leer- en toetsresultaten opslaan",
            "leerlingen",
            "Naam, e-mailadres en opleiding. Niet: BSN",
            "Lettervlieg B.V.",
            "geen",
            "resultaten: tot het einde van het schooljaar",
            "B midden, I midden, V hoog; certificaten: ISO 27001",
        ]
    ]


def test_two_schools_with_one_product_are_one_row(session, register, rows):
    start_use(session, register.zonnewijzer.id, register.letters.id, {"since": SINCE})
    assert [row[-1] for row in rows(TAB_G)] == ["De Zandloper en De Zonnewijzer"]


def test_a_transfer_stands_with_its_safeguard(session, rows, sums):
    places = [{"country": "US", "safeguard": "dpf"}, {"country": "NL"}]
    propose_annex(session, PrivacyAnnex, sums.id, {}, {"storage": places, "data": [{"category": "9"}]})
    assert rows(PROCESSING)[1][5] == "Verenigde Staten: Certificering onder het EU-US Data Privacy Framework (DPF)"


def test_a_transfer_without_its_safeguard_is_a_gap(session, made, sums):
    annex = propose_annex(session, PrivacyAnnex, sums.id, {}, {"storage": [{"country": "US"}]})
    assert Gap("Waarborg buiten de EER", f"annex_storage/{annex.storage[0].id}/safeguard") in made(CODE).gaps


def test_not_knowing_where_data_are_is_a_gap_and_never_geen(made, sums):
    assert Gap("Privacybijsluiter", f"product/{sums.id}/privacy_annexes") in made(CODE).gaps


def test_an_organisation_that_decides_itself_is_no_processor(session, register, rows):
    product = add_product(session, register.duo.id, {"name": "Inschrijving", "purpose_plain": "Om te tellen."})
    propose_annex(session, PrivacyAnnex, product.id, {}, {"data": [{"category": "1.1", "subjects": ("pupil",)}]})
    start_use(session, register.zandloper.id, product.id, {"since": SINCE, "legal_basis": "legal_obligation"})
    assert [row[0].split("\n")[0] for row in rows(TAB_G)] == ["Letters"]
    assert rows(RECIPIENTS)[0][:3] == ["DUO\nInschrijving", "Wettelijke verplichting", "Om te tellen."]


def test_it_says_what_it_does_not_hold(made):
    assert any(
        "hoe het bestuur zelf gegevens beveiligt, staan er niet in" in line for line in lines(made(CODE).content)
    )


def test_an_unknown_fg_is_a_gap(session, made):
    edit_board(session, 1, {"dpo_email": ""})
    assert made(CODE).gaps == (Gap("E-mailadres van de FG", "school_board/1/dpo_email"),)


class TestTheAgreement:
    @pytest.fixture
    def agreed(self, session, sums):
        def agreed(**fields):
            about = {"arrangement": "own_text", "status": AgreementStatus.IN_FORCE}
            add_agreement(session, sums.supplier_id, about | fields, {"products": [{"product_id": sums.id}]})
            return agreement_text(sums, TODAY)

        return agreed

    def test_is_dated_by_the_last_signature(self, agreed):
        signed = {
            "board_signed_on": SINCE,
            "supplier_signed_on": TODAY,
            "conclusion_mode": ConclusionMode.WET_SIGNATURE,
        }
        assert agreed(starts_on=SINCE, **signed).endswith(", getekend op 1 augustus 2026")

    def test_is_dated_by_its_first_day_where_one_signature_is_unknown(self, agreed):
        assert agreed(starts_on=SINCE, board_signed_on=SINCE).endswith(", geldt sinds 1 augustus 2025")

    def test_without_a_day_says_so(self, agreed):
        assert agreed().endswith(", dag niet vastgelegd")

    def test_that_is_not_needed_gives_its_reason(self, agreed):
        fields = {"status": AgreementStatus.NOT_NEEDED, "arrangement": "", "reason": "ouders kiezen zelf"}
        assert agreed(**fields) == "niet nodig: ouders kiezen zelf"

    def test_that_is_not_there_is_told_of_a_processor(self, sums):
        assert agreement_text(sums, TODAY) == "geen overeenkomst in het register"
