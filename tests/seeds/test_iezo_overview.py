"""Stichting IEZO: the overview for a parent who asks at a school, with all that its statement says of pupils' data."""

import pytest

from tests.seeds.iezo import DATA, IEZO, SYSTEMS
from tests.seeds.test_iezo import OTHERS

SOURCE = IEZO
KINDS_OF_DATA = {category for _, category in DATA}


@pytest.fixture
def overview(paper):
    return paper("school-overview", "School A")


def test_every_published_kind_of_data_is_told_with_the_systems_that_hold_it(overview):
    rows = overview.tables["Welke gegevens van leerlingen en ouders"]
    assert len(rows) == len(KINDS_OF_DATA)
    assert {row["In"] for row in rows} == {"Esis en ParnasSys"}


def test_the_published_purposes_are_told(overview):
    assert "Communiceren met leerlingen, ouders en medewerkers" in overview.text
    assert "Het geld beheren" in overview.text


def test_the_parties_to_whom_data_go_are_told(overview):
    assert overview.first_cells("Leveranciers: Leerlingadministratie en leerlingvolgsysteem") == list(SYSTEMS)
    assert overview.first_cells("Andere organisaties") == list(OTHERS)


def test_the_controller_is_named_and_the_unpublished_mailbox_of_the_fg_is_a_gap(overview):
    assert "Verantwoordelijk voor de gegevens is Stichting IEZO, Postbus 1890, 5602 CB Eindhoven." in overview.text
    assert "E-mailadres van de FG" in overview.gaps


def test_alle_leveranciers_is_said_only_while_it_is_so(desk, paper, trying_out):
    claim = "Met alle leveranciers in dit overzicht geldt een verwerkersovereenkomst."
    assert claim in paper("school-overview", "School A").text
    desk.program("Een leermiddel", kind="lt")
    desk.use("School A", "Een leermiddel")
    assert claim not in paper("school-overview", "School A").text
