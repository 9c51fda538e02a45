"""Leo Kanner Onderwijsgroep: what its text promises comes out, per location, and nothing more than is known."""

import pytest
from sqlalchemy import select

from registry.model import Statement
from registry.reference import facts
from tests.seeds.leo_kanner import DUO, LEGAL_BASES, LEO_KANNER, LOCATIONS, SO, VSO, VSO_WITH_PORTAL
from tests.seeds.reading import RECIPIENTS

SYSTEMS = "Leerlingadministratie en leerlingvolgsysteem"
MATERIALS = "Leermiddelen en toetsen"
SOURCE = LEO_KANNER
OCW = "Ministerie van Onderwijs, Cultuur en Wetenschap"


class TestTheListOfALocation:
    def test_two_locations_have_different_lists(self, paper):
        primary, secondary = paper("schoolgids", SO), paper("schoolgids", VSO)
        assert primary.first_cells(SYSTEMS) == ["OnderwijsTransparant", "ParnasSys"]
        assert secondary.first_cells(SYSTEMS) == ["SOMtoday (onderdeel: Administratie- en leerlingvolgsysteem)"]

    def test_both_systems_stand_under_the_heading_of_pupil_administration(self, paper):
        named = [name for location in LOCATIONS for name in paper("schoolgids", location).first_cells(SYSTEMS)]
        assert {name.split(" (")[0] for name in named} >= {"ParnasSys", "SOMtoday"}

    def test_a_product_has_the_purpose_of_the_location(self, paper):
        purposes = [
            paper("schoolgids", location).row("OnderwijsTransparant")["Waarvoor"] for location in (SO, VSO_WITH_PORTAL)
        ]
        assert purposes[0].startswith("Om gegevens te geven aan de middelbare school")
        assert purposes[1].startswith("Om gegevens te krijgen van de basisschool")

    def test_the_platform_for_transfer_and_admission_is_a_processor(self, paper):
        row = paper("schoolgids", SO).row("OnderwijsTransparant")
        assert row["Rol"] == "verwerker"
        assert "toelaatbaarheidsverklaring (TLV)" in row["Waarvoor"]

    @pytest.mark.parametrize(("location", "is_open"), [(VSO_WITH_PORTAL, True), (VSO, False)])
    def test_the_portal_is_named_only_where_it_is_open(self, paper, location, is_open):
        assert ("portaal" in paper("schoolgids", location).row("SOMtoday")["Product"]) is is_open

    def test_what_the_text_leaves_open_is_counted_and_marked(self, paper):
        primary = paper("schoolgids", SO)
        assert sorted(primary.gaps) == [
            "E-mailadres voor ouders",
            "Landen van opslag en subverwerkers",  # ParnasSys
            "Landen van opslag en subverwerkers",  # Leermiddel A
            "Privacybijsluiter",  # OnderwijsTransparant
            "Welke gegevens en van wie",  # Leerplichtambtenaar
            "Welke gegevens en van wie",  # the ministry
        ]
        assert primary.file_name.endswith("(concept - 6 open).docx")
        assert primary.row("OnderwijsTransparant")["Welke gegevens"] == "[Privacybijsluiter ontbreekt]"


class TestRecipients:
    def test_duo_stands_only_in_the_list_of_the_location_with_state_exams(self, paper):
        named = [location for location in LOCATIONS if DUO in paper("schoolgids", location).text]
        assert named == [VSO_WITH_PORTAL]

    def test_duo_stands_apart_with_its_ground_and_purpose(self, paper):
        with_exams = paper("schoolgids", VSO_WITH_PORTAL)
        assert DUO in with_exams.first_cells(RECIPIENTS)
        assert with_exams.row(DUO)["Grond"] == "Wettelijke verplichting"
        assert "staatsexamen" in with_exams.row(DUO)["Waarvoor"]

    @pytest.mark.parametrize("location", LOCATIONS)
    def test_school_attendance_and_the_ministry_get_data_of_every_location(self, paper, location):
        assert {"Leerplichtambtenaar", OCW} <= set(paper("schoolgids", location).first_cells(RECIPIENTS))

    def test_others_get_data_by_consent(self, paper):
        assert paper("schoolgids", VSO).row("Stagebedrijven")["Grond"] == "Toestemming"

    def test_the_text_names_all_six_legal_bases_of_the_register(self):
        assert set(LEGAL_BASES.values()) == set(facts().legal_bases)

    @pytest.mark.parametrize("code", LEGAL_BASES.values(), ids=LEGAL_BASES.keys())
    def test_each_legal_basis_can_be_chosen(self, desk, paper, trying_out, code):
        desk.change_use(VSO_WITH_PORTAL, "Staatsexamens", legal_basis=code)
        assert paper("schoolgids", VSO_WITH_PORTAL).row(DUO)["Grond"] == facts().legal_bases[code].label


class TestLearningMaterials:
    def test_their_list_has_only_publishers_distributors_and_suppliers_of_learning_materials(self, paper):
        materials = paper("schoolgids-leermiddelen", VSO_WITH_PORTAL)
        assert list(materials.tables) == [MATERIALS]
        assert materials.first_cells(MATERIALS) == ["Leermiddel A", "Leermiddel B"]
        assert materials.row("Leermiddel A")["Leverancier"] == "Uitgever A (distributeur: Distributeur A)"

    def test_their_list_links_to_the_privacy_leaflets(self, paper):
        materials = paper("schoolgids-leermiddelen", VSO_WITH_PORTAL)
        links = [row["Product"].splitlines()[1] for row in materials.tables[MATERIALS]]
        assert links == [f"https://uitgever-{letter}.example/privacybijsluiter" for letter in "ab"]

    def test_a_location_without_them_has_an_empty_list_that_says_so(self, paper):
        assert "geen leveranciers die in dit overzicht horen" in paper("schoolgids-leermiddelen", VSO).text


@pytest.mark.parametrize("system", ["ParnasSys", "SOMtoday"])
def test_the_leaflet_of_each_system_gives_the_published_terms(paper, system):
    terms = {
        row["Gegevens"]: row["Termijn"] for row in paper("annex-1", system).tables["G. Hoelang de gegevens blijven"]
    }
    assert terms["leerlingdossier"].startswith("tot twee jaar nadat een leerling")
    assert terms["absentiegegevens"].startswith("tot vijf jaar nadat een leerling")


class TestWhatIsNotClaimed:
    def test_a_list_counts_the_agreements_that_hold_and_does_not_say_all(self, paper):
        text = paper("schoolgids", VSO_WITH_PORTAL).text
        assert "Met 1 van deze leveranciers geldt een verwerkersovereenkomst." in text
        assert "alle leveranciers" not in text

    def test_the_promised_six_weeks_are_kept_as_a_promise(self, desk):
        assert "Binnen 6 weken" in desk.session.scalars(select(Statement)).one().promises

    def test_six_weeks_for_access_is_a_signal_for_the_avg_says_a_month(self, promises):
        assert list(promises()) == ["promise_access_term"]
        assert (
            "“Binnen 6 weken krijgen ze een schriftelijke reactie op dit verzoek”" in promises()["promise_access_term"]
        )
        assert promises()["promise_access_term"].endswith("De AVG geeft één maand.")

    def test_no_paper_repeats_what_the_register_cannot_stand_for(self, every_text):
        assert "leerplichtambtenaar" in every_text
        false = ("6 weken", "zes weken", "alle leveranciers", "alleen gebruiken als")
        assert [claim for claim in false if claim in every_text] == []
