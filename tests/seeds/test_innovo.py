"""A school of INNOVO: Eduscope with two modules, Basispoort without results, agreements counted as they are."""

import pytest
from sqlalchemy import select

from registry.model import Statement, Supplier
from registry.model.statement import Council, StatementKind
from registry.services.agreements.agreements import edit_agreement, end_agreement
from tests.seeds.desk import A_YEAR_LATER, DAY_OF_ENTRY
from tests.seeds.innovo import INNOVO, PROGRAMS, RESULTS, SCHOOL
from tests.seeds.reading import RECIPIENTS

SOURCE = INNOVO
SYSTEMS = "Leerlingadministratie en leerlingvolgsysteem"
ALL_AGREED = "Met alle leveranciers in dit overzicht geldt een verwerkersovereenkomst."


@pytest.fixture
def statement(desk):
    """The statement of this kind."""
    return lambda kind: desk.session.scalars(select(Statement).where(Statement.kind == kind)).one()


class TestEduscope:
    def test_is_listed_with_both_modules(self, paper):
        row = paper("schoolgids", SCHOOL).row("Eduscope")
        assert row["Product"] == "Eduscope (onderdelen: Administratieve module en Zorg en leerresultaten)"

    def test_has_other_access_to_each_module(self, paper):
        rows = paper("annex-1", "Eduscope").tables["B. Wat hoort bij het product en wat is een keuze"]
        access = {row["Onderdeel"]: row["Wie erbij kan"] for row in rows}
        assert "administratieve kracht" in access["Administratieve module"]
        assert "administratieve kracht" not in access["Zorg en leerresultaten"]

    def test_has_other_data_in_each_module(self, paper):
        rows = paper("annex-1", "Eduscope").tables["B. Wat hoort bij het product en wat is een keuze"]
        assert [row["Gegevens"] for row in rows] == [
            "administratieve leerlingengegevens",
            "zorggegevens en leerresultaten",
        ]


class TestTheOtherPrograms:
    def test_stand_under_the_headings_of_their_kinds(self, paper):
        guide = paper("schoolgids", SCHOOL)
        assert [name.split(" (")[0] for name in guide.first_cells(SYSTEMS)] == ["Cito-LOVS", "Eduscope", "Kleuterplein"]
        assert guide.first_cells("ICT en toegang") == ["Basispoort"]

    @pytest.mark.parametrize("program", ["Cito-LOVS", "Kleuterplein"])
    def test_keep_results_and_care(self, paper, program):
        told = paper("schoolgids", SCHOOL).row(program)["Welke gegevens"]
        assert told == "Leerresultaten; zorggegevens"


class TestBasispoort:
    def test_tells_parents_that_it_gets_a_limited_set_and_no_results(self, paper):
        told = paper("schoolgids", SCHOOL).row("Basispoort")["Welke gegevens"]
        assert told == f"Beperkte set om een leerling te herkennen. Niet: {RESULTS}"

    def test_denies_results_in_its_leaflet(self, paper):
        assert f"Uitdrukkelijk niet verwerkt:\n{RESULTS}" in paper("annex-1", "Basispoort").text

    def test_has_in_its_leaflet_only_the_limited_set(self, paper):
        (row,) = paper("annex-1", "Basispoort").tables["D. Gegevens en betrokkenen"]
        assert row["Soort gegevens"].endswith("\nbeperkte set om een leerling te herkennen")
        assert row["Waarom nodig"] == "om een leerling te herkennen die inlogt"

    def test_leaves_gaps_in_its_leaflet_for_what_is_not_published(self, paper):
        leaflet = paper("annex-1", "Basispoort")
        assert {"Versie", "Landen van opslag", "Subverwerkers", "Bewaartermijnen"} <= set(leaflet.gaps)
        assert leaflet.file_name.endswith(f"(concept - {len(leaflet.gaps)} open).docx")


class TestWhatIsClaimed:
    @pytest.fixture
    def looked_up(self, desk, trying_out):
        """As if somebody looked in the agreements and found on which text they stand."""
        for program in PROGRAMS:
            (agreement,) = desk.find(Supplier, program).agreements
            edit_agreement(desk.session, agreement.id, agreement.version, {"arrangement": "supplier_model"})

    def test_no_paper_says_all_while_the_kind_of_agreement_is_not_known(self, every_text):
        assert "basispoort" in every_text
        assert "alle leveranciers" not in every_text

    def test_all_have_an_agreement_once_it_is_so(self, paper, looked_up):
        assert ALL_AGREED in paper("schoolgids", SCHOOL).text

    def test_not_all_when_a_package_comes_without_one(self, desk, paper, looked_up):
        desk.program("Een ander softwarepakket", kind="lt")
        desk.use(SCHOOL, "Een ander softwarepakket")
        text = paper("schoolgids", SCHOOL).text
        assert "Met 4 van deze leveranciers geldt een verwerkersovereenkomst." in text
        assert "alle leveranciers" not in text

    def test_that_all_have_one_is_a_signal_until_it_is_so(self, promises, looked_up):
        assert set(promises()) == {"promise_permission"}

    def test_that_all_have_one_is_a_signal_while_the_kind_is_not_known(self, promises):
        assert set(promises()) == {"promise_agreements", "promise_permission"}
        assert promises()["promise_agreements"].endswith("Basispoort, Cito-LOVS, Eduscope en 1 andere.")

    def test_that_all_have_one_is_a_signal_when_a_package_comes_without(self, desk, promises, looked_up):
        desk.program("Een ander softwarepakket", kind="lt")
        desk.use(SCHOOL, "Een ander softwarepakket")
        assert promises()["promise_agreements"].endswith("nu geldt met Een ander softwarepakket.")

    @pytest.mark.parametrize("program", PROGRAMS)
    def test_not_all_when_one_has_ended(self, desk, paper, looked_up, program):
        (agreement,) = desk.find(Supplier, program).agreements
        end_agreement(desk.session, agreement.id, DAY_OF_ENTRY, "opgezegd")
        text = paper("schoolgids", SCHOOL).text
        assert "Met 3 van deze leveranciers geldt een verwerkersovereenkomst." in text
        assert "alle leveranciers" not in text


class TestRecipients:
    def test_stand_apart_from_the_suppliers(self, paper):
        assert paper("schoolgids", SCHOOL).first_cells(RECIPIENTS) == [
            "Leerplichtambtenaar",
            "Ministerie van OCW",
            "Politie en justitie",
        ]

    def test_a_ground_that_is_not_published_is_a_gap(self, paper):
        guide = paper("schoolgids", SCHOOL)
        assert guide.row("Leerplichtambtenaar")["Grond"] == "Wettelijke verplichting"
        assert guide.row("Politie en justitie")["Grond"] == "[Grondslag ontbreekt]"


class TestStatements:
    def test_the_regulation_has_the_consent_of_the_gmr(self, statement):
        regulation = statement(StatementKind.PRIVACY_REGULATION)
        assert (regulation.council, regulation.consent_undated) == (Council.GMR, True)

    def test_consent_for_photos_is_asked_again_after_a_year(self, statement):
        guide = statement(StatementKind.SCHOOL_GUIDE)
        assert guide.school.name == SCHOOL
        assert "jaarlijks opnieuw om toestemming" in guide.promises
        assert guide.review_on == A_YEAR_LATER
