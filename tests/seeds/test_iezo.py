"""Stichting IEZO: the overview that a school gives on request, made with one command; what it rests on, and no more."""

import pytest
from sqlalchemy import select

from registry.errors import BrokenRule
from registry.model import SchoolBoard, Statement, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.queries.suppliers.owed import owed
from tests.seeds.desk import DAY_OF_ENTRY
from tests.seeds.iezo import DATA, IEZO, PURPOSES, SCHOOLS, SYSTEMS
from tests.seeds.reading import RECIPIENTS, ReadPaper

SOURCE = IEZO
DATA_HEADING = "D. Gegevens en betrokkenen"
OTHERS = {
    "Externe deskundigen": PartyRole.INDEPENDENT_CONTROLLER,
    "Andere onderwijsinstelling": PartyRole.LEGAL_RECIPIENT,
    "Regionaal samenwerkingsverband": PartyRole.INDEPENDENT_CONTROLLER,
}


class TestTheOverviewOnRequest:
    @pytest.mark.parametrize(("code", "school"), SCHOOLS.items())
    def test_is_made_for_any_school_with_one_command(self, command, tmp_path, code, school):
        result = command("generate", "schoolgids", "--school", code, "--out", "lijst.docx", "--on", str(DAY_OF_ENTRY))
        assert result.exit_code == 0
        overview = ReadPaper((tmp_path / "lijst.docx").read_bytes())
        assert overview.headings[0] == f"Wie gegevens krijgt van {school}"
        assert overview.first_cells("Leerlingadministratie en leerlingvolgsysteem") == list(SYSTEMS)

    def test_is_made_for_all_schools_at_once(self, command, tmp_path):
        result = command("generate", "schoolgids", "--all", "--out", "lijsten", "--on", str(DAY_OF_ENTRY))
        assert result.exit_code == 0
        assert sorted(path.name for path in (tmp_path / "lijsten").iterdir()) == [
            f"Leverancierslijst-{school.replace(' ', '-')}-2025-2026-{code}.docx" for code, school in SCHOOLS.items()
        ]

    def test_says_that_all_have_an_agreement_while_that_is_so(self, paper):
        assert (
            "Met alle leveranciers in dit overzicht geldt een verwerkersovereenkomst."
            in paper("schoolgids", "School A").text
        )

    def test_no_longer_says_so_with_a_supplier_of_learning_materials_of_whom_none_is_known(
        self, desk, paper, trying_out
    ):
        desk.program("Een leermiddel", kind="lt")
        desk.use("School A", "Een leermiddel")
        text = paper("schoolgids", "School A").text
        assert "Met 2 van deze leveranciers geldt een verwerkersovereenkomst." in text
        assert "alle leveranciers" not in text

    def test_sends_questions_to_the_fg_by_function(self, paper):
        assert paper("schoolgids", "School A").text.count("de functionaris voor gegevensbescherming (FG).") == 1


def test_a_promise_that_the_register_carries_is_no_signal(promises):
    assert promises() == {}  # an overview on request, a yearly look: neither says more than the register knows


class TestTheAgreements:
    @pytest.mark.parametrize("system", SYSTEMS)
    def test_stand_on_the_published_model(self, desk, system):
        (agreement,) = desk.find(Supplier, system).agreements
        assert (agreement.arrangement, agreement.is_in_force(DAY_OF_ENTRY)) == ("mvo_participant", True)

    def test_are_never_made_final_in_our_own_text(self, refused_as_final):
        assert refused_as_final("agreement", "Esis").startswith("Dit is een eigen tekst.")

    def test_have_a_gap_for_what_is_not_published(self, paper):
        agreement = paper("agreement", "Esis")
        assert {"KvK-nummer", "Adres", "Naam van wie tekent", "Onderliggende overeenkomst"} <= set(agreement.gaps)
        assert agreement.file_name.endswith(f"(concept - {len(agreement.gaps)} open).docx")

    def test_name_the_controller_with_its_address(self, paper):
        parties = {row["Gegeven"]: row["Bestuur"] for row in paper("agreement", "Esis").tables["Partijen"]}
        assert parties["Naam"] == "Stichting IEZO"
        assert parties["Adres"] == "Postbus 1890\n5602 CB Eindhoven"


class TestTheLeaflet:
    @pytest.mark.parametrize("system", SYSTEMS)
    def test_gives_every_published_kind_of_data_in_the_published_words(self, paper, system):
        rows = paper("annex-1", system).tables[DATA_HEADING]
        assert [(row["Soort gegevens"].splitlines()[1], row["Code"]) for row in rows] == list(DATA)

    @pytest.mark.parametrize("system", SYSTEMS)
    def test_gives_every_published_purpose(self, paper, system):
        rows = paper("annex-1", system).tables["C. Doelen"]
        assert [(row["Toelichting"], row["Code"]) for row in rows] == list(PURPOSES)

    def test_marks_the_national_number_and_data_about_health(self, paper):
        kinds = {row["Code"]: row["Soort gegevens"] for row in paper("annex-1", "Esis").tables[DATA_HEADING]}
        assert kinds["13"].endswith("\nBSN")
        assert kinds["5"].endswith("\nBijzondere persoonsgegevens")

    def test_names_who_has_access(self, paper):
        general = {row["Onderwerp"]: row["Inhoud"] for row in paper("annex-1", "Esis").tables["A. Algemene informatie"]}
        assert all(who in general["Gebruikers"] for who in ("leraren", "andere medewerkers", "intern begeleider"))


class TestRecipients:
    def test_stand_apart_from_the_suppliers(self, paper):
        assert paper("schoolgids", "School A").first_cells(RECIPIENTS) == list(OTHERS)

    @pytest.mark.parametrize(("name", "role"), OTHERS.items())
    def test_each_has_its_own_role(self, desk, name, role):
        assert desk.find(Supplier, name).role is role

    def test_the_next_school_gets_data_by_law_and_parents_may_look_first(self, paper):
        row = paper("schoolgids", "School A").row("Andere onderwijsinstelling")
        assert row["Grond"] == "Wettelijke verplichting"
        assert "Ouders mogen de gegevens eerst inzien" in row["Waarvoor"]

    def test_experts_get_data_by_consent(self, paper):
        assert paper("schoolgids", "School A").row("Externe deskundigen")["Grond"] == "Toestemming"

    def test_a_ground_that_is_not_published_is_a_gap(self, paper):
        row = paper("schoolgids", "School A").row("Regionaal samenwerkingsverband")
        assert row["Grond"] == "[Grondslag ontbreekt]"

    @pytest.mark.parametrize("name", OTHERS)
    def test_none_of_them_gets_an_agreement(self, desk, paper, name):
        (decision,) = desk.find(Supplier, name).agreements
        assert decision.status is AgreementStatus.NOT_NEEDED
        with pytest.raises(BrokenRule, match=f"Met {name} sluit het bestuur geen verwerkersovereenkomst"):
            paper("agreement", name)

    @pytest.mark.parametrize("name", OTHERS)
    def test_none_of_them_owes_anything(self, desk, name):
        assert owed(desk.find(Supplier, name), DAY_OF_ENTRY) == []


class TestTheStatement:
    def test_is_to_be_looked_at_again_after_a_year(self, desk):
        statement = desk.session.scalars(select(Statement)).one()
        assert statement.review_on == DAY_OF_ENTRY.replace(year=DAY_OF_ENTRY.year + 1)

    def test_keeps_the_promise_of_an_overview_on_request(self, desk):
        assert "op te vragen bij de betreffende school" in desk.session.scalars(select(Statement)).one().promises

    def test_the_register_names_nobody(self, desk):
        board = desk.session.get(SchoolBoard, 1)
        assert (board.dpo_name, board.dpo_email, board.signatory_name) == ("", "", "")
