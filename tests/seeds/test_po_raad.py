"""The PO-Raad's advice: a photographer by letter or with an agreement, class lists by consent, the OKR by law."""

import pytest

from registry.errors import BrokenRule
from registry.model import Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode, FileKind
from registry.model.supplier import ContactKind
from registry.queries.suppliers.owed import owed
from registry.services.suppliers.suppliers import edit_supplier
from tests.seeds.desk import A_YEAR_LATER, DAY_OF_ENTRY
from tests.seeds.po_raad import BOARD, NEXT_SCHOOL, OFFERS, PARENTS, PHOTOGRAPHER, PHOTOS, PO_RAAD, SCHOOL
from tests.seeds.reading import RECIPIENTS

SOURCE = PO_RAAD


@pytest.fixture
def owed_codes(desk):
    """What is still missing in the file of this supplier."""
    return lambda name: [item.code for item in owed(desk.find(Supplier, name), DAY_OF_ENTRY)]


class TestThePhotographerByLetter:
    def test_has_arrangements_in_a_mail_that_is_kept(self, desk):
        (agreement,) = desk.find(Supplier, PHOTOGRAPHER).agreements
        (attached,) = agreement.files
        assert (agreement.arrangement, agreement.conclusion_mode) == ("letter_or_mail", ConclusionMode.EMAIL)
        assert agreement.is_in_force(DAY_OF_ENTRY)
        assert attached.kind is FileKind.LETTER

    def test_owes_no_annexes_only_what_truly_lacks(self, owed_codes):
        assert owed_codes(PHOTOGRAPHER) == ["breach_contact_missing"]

    def test_owes_nothing_once_that_is_known(self, desk, owed_codes, trying_out):
        photographer = desk.find(Supplier, PHOTOGRAPHER)
        contact = {"kind": ContactKind.DATA_BREACH, "function": "meldpunt", "phone": "0123 456789"}
        edit_supplier(desk.session, photographer.id, photographer.version, {}, {"contacts": [contact]})
        assert owed_codes(PHOTOGRAPHER) == []

    def test_is_a_processor_on_the_ground_of_a_legitimate_interest(self, desk, paper):
        assert paper("schoolgids", SCHOOL).row(PHOTOS)["Rol"] == "verwerker"
        assert desk.the_use(SCHOOL, PHOTOS).legal_basis == "legitimate_interests"

    def test_tells_parents_what_the_photographer_gets_and_may_not_do(self, paper):
        told = paper("schoolgids", SCHOOL).row(PHOTOS)["Welke gegevens"]
        assert told == f"Naam en klas; adressen. Niet: {OFFERS}"

    def test_puts_it_in_the_leaflet_too(self, paper):
        assert f"Uitdrukkelijk niet verwerkt:\n{OFFERS}" in paper("annex-1", PHOTOS).text

    def test_gets_a_mail_with_what_he_gets_what_for_and_what_he_may_not_do(self, paper):
        letter = paper("letter-arrangements", PHOTOGRAPHER)
        assert "Waarvoor: Om schoolfoto's te maken." in letter.text
        assert (
            "Naam en klas\nleerlingen\nom de juiste foto's bij de juiste klassen terecht te laten komen" in letter.text
        )
        assert f"Hier hoort uitdrukkelijk niet bij:\n{OFFERS}" in letter.text
        assert "Dan vraagt u daar zelf vooraf toestemming voor." in letter.text
        assert "Beantwoord dan deze e-mail met: wij gaan akkoord met deze afspraken." in letter.text

    def test_gets_in_that_mail_no_promise_that_nobody_noted(self, paper):
        gaps = paper("letter-arrangements", PHOTOGRAPHER).gaps
        assert {"Bewaartermijnen", "Landen van opslag", "Gegevens weg na het einde binnen"} <= set(gaps)

    def test_is_not_counted_as_an_agreement(self, paper):
        text = paper("schoolgids", SCHOOL).text
        assert "Met 1 leverancier staan de afspraken in een brief, een e-mail of de voorwaarden." in text
        assert "geldt een verwerkersovereenkomst" not in text


class TestThePhotographerWithAnAgreement:
    @pytest.fixture(autouse=True)
    def agreed(self, desk, trying_out):
        (letter,) = desk.find(Supplier, PHOTOGRAPHER).agreements
        own_text = {"model_version": "own_text", "status": AgreementStatus.READY_TO_SIGN, "note": ""}
        desk.agreement(PHOTOGRAPHER, "own_text", starts_on=A_YEAR_LATER, replaces_id=letter.id, **own_text)

    def test_has_it_with_its_annexes_in_one_file(self, paper):
        agreement = paper("agreement-complete", PHOTOGRAPHER)
        assert f"tussen {BOARD} en {PHOTOGRAPHER}" in agreement.text
        assert agreement.headings[:3] == ["Partijen", "Overwegingen", "Afspraken"]
        assert f"Bijlage 1 – Privacybijsluiter: {PHOTOS}" in agreement.headings

    def test_has_it_in_our_own_text_that_says_so(self, paper):
        assert "eigen tekst, naar de onderdelen van model 4.0" in paper("agreement", PHOTOGRAPHER).text

    def test_has_a_gap_for_each_thing_that_nobody_filled_in(self, paper):
        agreement = paper("agreement", PHOTOGRAPHER)
        assert {"KvK-nummer", "Onderliggende overeenkomst", f"Bijlage 2 – Beveiligingsbijlage {PHOTOS}"} <= set(
            agreement.gaps
        )
        assert agreement.marks == {f"[{label} ontbreekt]" for label in agreement.gaps}
        assert agreement.file_name.endswith(f"(concept - {len(agreement.gaps)} open).docx")

    def test_cannot_have_it_final_while_there_are_gaps(self, refused_as_final):
        assert "kan nog niet definitief zijn" in refused_as_final("agreement", PHOTOGRAPHER)


class TestClassLists:
    def test_are_given_by_consent(self, paper):
        row = paper("schoolgids", SCHOOL).row(PARENTS)
        assert row["Grond"] == "Toestemming"
        assert "vooraf toestemming" in row["Waarvoor"]

    def test_ask_for_no_agreement(self, owed_codes, paper):
        assert owed_codes(PARENTS) == []
        with pytest.raises(BrokenRule, match="sluit het bestuur geen verwerkersovereenkomst"):
            paper("agreement", PARENTS)


class TestTheReportToTheNextSchool:
    def test_is_given_by_law_and_not_by_consent(self, paper):
        row = paper("schoolgids", SCHOOL).row(NEXT_SCHOOL)
        assert row["Grond"] == "Wettelijke verplichting"
        assert "toestemming" not in row["Waarvoor"]

    def test_is_seen_by_parents_first_and_that_is_put_on_record(self, paper):
        told = paper("schoolgids", SCHOOL).row(NEXT_SCHOOL)["Waarvoor"]
        assert "Ouders krijgen eerst inzage, en de school legt die inzage vast." in told

    def test_stands_apart_from_the_suppliers(self, paper):
        assert NEXT_SCHOOL in paper("schoolgids", SCHOOL).first_cells(RECIPIENTS)

    def test_asks_for_no_agreement(self, desk, owed_codes):
        (decision,) = desk.find(Supplier, NEXT_SCHOOL).agreements
        assert decision.status is AgreementStatus.NOT_NEEDED
        assert owed_codes(NEXT_SCHOOL) == []
