"""A school of Stichting Ieder kind telt: its digital register, the covenant with its link, consent of the GMR."""

import pytest
from sqlalchemy import select

from registry.model import Statement, Supplier
from registry.model.statement import Council, StatementKind
from registry.model.supplier import CovenantStatus
from tests.seeds.desk import DAY_OF_ENTRY
from tests.seeds.ieder_kind_telt import IEDER_KIND_TELT, MATERIAL, SCHOOL, SIGNED_FILE
from tests.seeds.reading import RECIPIENTS

SOURCE = IEDER_KIND_TELT
COVENANT = "https://www.privacyconvenant.nl"


@pytest.fixture
def statement(desk):
    """The statement of this kind."""
    return lambda kind: desk.session.scalars(select(Statement).where(Statement.kind == kind)).one()


class TestTheDigitalRegister:
    def test_keeps_the_agreement_with_its_file(self, desk):
        (agreement,) = desk.find(Supplier, "ParnasSys").agreements
        (attached,) = agreement.files
        assert agreement.is_in_force(DAY_OF_ENTRY)
        assert attached.file.content.content == SIGNED_FILE

    def test_lists_the_pupil_system_with_what_it_is_for(self, paper):
        row = paper("schoolgids", SCHOOL).row("ParnasSys")
        assert row["Waarvoor"] == "Om gegevens van leerlingen en keuzes van ouders te bewaren."
        assert "medische gegevens" in row["Welke gegevens"]

    def test_says_that_a_learning_material_gets_a_limited_set(self, paper):
        row = paper("schoolgids", SCHOOL).row(MATERIAL)
        assert row["Welke gegevens"] == "Beperkte set om een leerling te herkennen"

    def test_sends_parents_to_the_head_of_the_school(self, paper):
        assert "de directeur van de school." in paper("schoolgids", SCHOOL).text

    def test_counts_what_the_text_leaves_open(self, paper):
        guide = paper("schoolgids", SCHOOL)
        assert sorted(guide.gaps) == [
            "Landen van opslag en subverwerkers",  # ParnasSys
            "Landen van opslag en subverwerkers",  # the learning material
            "Waarvoor, in gewone taal voor ouders",  # the care institutions
            "Welke gegevens en van wie",
        ]
        assert guide.file_name.endswith("(concept - 4 open).docx")


class TestTheCovenant:
    def test_is_named_with_its_link_for_the_supplier_that_signed_it(self, paper):
        assert (
            f"1 van deze leveranciers is deelnemer van het Privacyconvenant Onderwijs. {COVENANT}"
            in paper("schoolgids", SCHOOL).text
        )

    def test_is_named_for_two_when_the_other_signed_it_too(self, desk, paper, trying_out):
        desk.covenant("Leverancier A", CovenantStatus.PARTICIPANT, COVENANT)
        assert "2 van deze leveranciers zijn deelnemer" in paper("schoolgids", SCHOOL).text

    def test_is_not_named_where_no_supplier_in_the_list_signed_it(self, desk, paper, trying_out):
        desk.covenant("ParnasSys", CovenantStatus.NONE, COVENANT)
        text = paper("schoolgids", SCHOOL).text
        assert "deelnemer" not in text
        assert COVENANT not in text

    def test_is_not_named_in_a_list_without_the_supplier_that_signed_it(self, paper):
        assert COVENANT not in paper("schoolgids-leermiddelen", SCHOOL).text


class TestWhatIsClaimed:
    def test_the_list_says_with_how_many_an_agreement_holds(self, paper):
        assert "Met 1 van deze leveranciers geldt een verwerkersovereenkomst." in paper("schoolgids", SCHOOL).text

    def test_the_list_says_all_as_soon_as_it_is_so(self, desk, paper, trying_out):
        desk.agreement("Leverancier A", "mvo_participant")
        assert "Met alle leveranciers in dit overzicht geldt" in paper("schoolgids", SCHOOL).text

    def test_no_paper_repeats_the_claim_about_every_party(self, every_text):
        assert "parnassys" in every_text
        false = ("elke externe partij", "alle leveranciers", "alleen gebruiken als")
        assert [claim for claim in false if claim in every_text] == []

    def test_care_institutions_get_data_by_consent_and_stand_apart(self, paper):
        guide = paper("schoolgids", SCHOOL)
        assert guide.first_cells(RECIPIENTS) == ["Zorginstanties"]
        assert guide.row("Zorginstanties")["Grond"] == "Toestemming"


class TestWhatIsPromised:
    def test_every_party_is_said_to_have_an_agreement_but_one_has_none(self, desk, promises, trying_out):
        assert promises()["promise_agreements"].endswith("geen overeenkomst die nu geldt met Leverancier A.")
        desk.agreement("Leverancier A", "mvo_participant")
        assert "promise_agreements" not in promises()

    def test_the_suppliers_are_said_to_have_signed_the_covenant_but_one_is_not_known_to(
        self, desk, promises, trying_out
    ):
        assert promises()["promise_covenant"].endswith("deelnemer of medestander zijn: Leverancier A.")
        desk.covenant("Leverancier A", CovenantStatus.PARTICIPANT, COVENANT)
        assert "promise_covenant" not in promises()

    def test_permission_where_the_avg_says_instruction(self, promises):
        assert "in opdracht van het bestuur" in promises()["promise_permission"]


class TestStatements:
    def test_the_regulation_has_the_consent_of_the_gmr(self, statement):
        regulation = statement(StatementKind.PRIVACY_REGULATION)
        assert (regulation.council, regulation.consent_undated) == (Council.GMR, True)
        assert regulation.link.endswith("Privacyreglement_Stichting_Ieder_kind_telt.pdf")

    def test_what_parents_were_told_is_kept_with_the_school(self, statement):
        guide = statement(StatementKind.SCHOOL_GUIDE)
        assert guide.school.name == SCHOOL
        assert "dataminimalisatie" in guide.promises
