"""A school of INNOVO: the privacy section that its own text wanted, said from what the register knows."""

import pytest

from tests.seeds.innovo import INNOVO, RESULTS, SCHOOL

SOURCE = INNOVO


@pytest.fixture
def section(paper):
    return paper("school-privacy-section", SCHOOL)


def test_the_systems_are_named(section):
    systems = [name.split(" (")[0] for name in section.first_cells("Administratie en leerlingvolgsysteem")]
    assert systems == ["Cito-LOVS", "Eduscope", "Kleuterplein"]


def test_each_module_of_eduscope_has_its_own_readers(section):
    readers = {row["Onderdeel"]: row["Wie erbij kan"] for row in section.tables["Wie bij de gegevens kan"]}
    assert "administratieve kracht" in readers["Administratieve module"]
    assert "administratieve kracht" not in readers["Zorg en leerresultaten"]


def test_basispoort_gets_no_results(section):
    assert f"Basispoort: {RESULTS}" in section.text


def test_who_reads_a_system_that_does_not_tell_is_a_gap(section):
    assert "Wie erbij kan" in section.gaps


def test_use_by_a_supplier_is_told_as_instruction_and_never_as_permission(section):
    agreed = section.text.split("\nAfspraken met leveranciers\n")[1].split("\nDe lijst van leveranciers\n")[0]
    assert "in opdracht van het schoolbestuur" in agreed
    assert "toestemming" not in agreed
