"""The privacy section of the schoolgids: who else gets data, photos, rights, terms, and the regulation."""

import pytest

from registry.model.statement import Council, StatementKind
from registry.services.board.statements import add_statement
from registry.services.uses.schools import edit_school
from tests.complete_register import SINCE, TODAY


class TestOthers:
    def test_legal_recipients_stand_with_their_ground_and_what_it_means(self, register, section, used):
        used("Inschrijving", supplier=register.duo, use={"legal_basis": "legal_obligation"}, rows={})
        text = section("delen")
        assert "DUO\nInschrijving\nWettelijke verplichting" in text
        assert "Wettelijke verplichting (AVG artikel 6 lid 1 onder c): Een wet verplicht de school" in text

    def test_without_them_the_block_is_not_there(self, section):
        assert "bepalen zelf" not in section("delen")

    def test_photos_are_told_only_where_the_register_has_such_a_use(self, section, used):
        assert "Foto’s" not in "\n".join(line for line in section("beeld").split("\n") if "weggelaten" not in line)
        used("Schoolfoto", "photo", {"legal_basis": "consent"})
        assert "Waar toestemming de grond is, mag u die altijd intrekken" in section("beeld")

    def test_a_class_list_counts_as_such_a_use(self, section, used):
        used("Parro", "communication", {"purpose_plain": "De klassenlijst delen.", "legal_basis": "consent"})
        assert "De klassenlijst delen." in section("beeld")


class TestRules:
    def test_the_answer_comes_within_a_month_and_from_sixteen_the_pupil_asks(self, section):
        text = section("rechten")
        assert "De school antwoordt binnen een maand (AVG artikel 12 lid 3)." in text
        assert "Vanaf 16 jaar vraagt de leerling het zelf" in text
        assert all(f"artikel {number})" in text for number in (15, 16, 17, 18, 20, 21, 22))

    def test_terms_are_those_of_the_guideline_and_of_the_annexes(self, section):
        text = section("bewaren")
        assert "Leerlingdossier in het algemeen\n2 jaar nadat de leerling van school is" in text
        assert "Letters\nresultaten\ntot het einde van het schooljaar" in text

    @pytest.mark.parametrize(("sector", "told"), [("po", False), ("vo", True), ("", False)])
    def test_exam_work_is_told_only_where_exams_are_held(self, session, register, section, sector, told):
        edit_school(session, register.zandloper.id, 1, {"sector": sector})
        assert ("Examenwerk" in section("bewaren")) is told

    def test_the_fg_and_the_supervisor_are_named(self, section):
        text = section("contact")
        assert "U bereikt de FG via fg@getijden.example." in text
        assert "een klacht indienen bij de Autoriteit Persoonsgegevens (AP)" in text


class TestRegulation:
    @pytest.fixture
    def regulation(self, session, register):
        def regulation(**fields):
            about = {"kind": StatementKind.PRIVACY_REGULATION, "title": "Privacyreglement", "adopted_on": SINCE}
            return add_statement(session, about | fields)

        return regulation

    def test_it_stands_with_the_consent_of_its_council(self, regulation, section):
        regulation(council=Council.GMR, consent_asked_on=SINCE, consent_given_on=SINCE)
        assert "vastgesteld op 1 augustus 2025. De GMR stemde in op 1 augustus 2025." in section("reglement")

    def test_a_proposal_that_nobody_adopted_is_not_told(self, regulation, section):
        regulation(adopted_on=None)
        assert "De regels staan in" not in section("reglement")

    def test_the_schools_own_goes_before_the_boards(self, register, regulation, section):
        regulation()
        regulation(title="Reglement van De Zandloper", school_id=register.zandloper.id, adopted_on=TODAY)
        assert "De regels staan in “Reglement van De Zandloper”" in section("reglement")
