"""Openings of agreements in wordings of their own: who the supplier is, and what is no name at all."""

import pytest

SCHOOL = "Partij 1: Stichting Wolkenschool te Ede, hierna te noemen: Onderwijsinstelling"


@pytest.fixture
def supplier(document, read):
    """The supplier of an agreement with these lines and one annex behind it."""

    def made(*lines):
        document.add_heading("Verwerkersovereenkomst", 1)
        for line in lines:
            document.add_paragraph(line)
        document.add_heading("Bijlage 1: Privacybijsluiter Wolkjes", 1)
        document.add_heading("Bewaartermijn", 2)
        document.add_paragraph("2 jaar")
        return read(document)[0]["supplier"]

    return made


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Partij 2: de naamloze vennootschap Wolkjes N.V., Kade 5 te Ede, verder te noemen Verwerker", "Wolkjes N.V."),
        ("Partij B: Wolkjes Software B.V., gevestigd te Ede, hierna te noemen: de verwerker", "Wolkjes Software B.V."),
        ("Partij 2: de coöperatie Wolkjes U.A., hierna Verwerker", "Wolkjes U.A."),
        ("Partij 2: Wolkjes Coöperatie U.A. (verwerker)", "Wolkjes Coöperatie U.A."),
        ("tweede partij: Wolkjes V.O.F. (Verwerker)", "Wolkjes V.O.F."),
    ],
)
def test_the_rank_and_kind_of_a_party_are_not_of_its_name(supplier, line, name):
    assert supplier(SCHOOL, line)["name"] == name


@pytest.mark.parametrize(
    "line",
    [
        "Betrokkene, Verwerker, Derde, Persoonsgegevens: wat de AVG daaronder verstaat.",
        "Verwerker: de partij die in opdracht van de school gegevens verwerkt",
        "Verwerker: degene die gegevens verwerkt voor de school",
    ],
)
def test_a_definition_is_no_name(supplier, line):
    told = supplier("Partij 2: Wolkjes B.V., hierna te noemen: Verwerker", "Artikel 1 Definities", line)
    assert told["name"] == "Wolkjes B.V."


def test_an_agreement_with_definitions_only_names_no_supplier(supplier):
    assert supplier("Artikel 1 Definities", "Verwerker: wat de AVG daaronder verstaat.")["name"] is None


@pytest.mark.parametrize("behind", ["handelsnaam van Wolkjes B.V.", "een handelsnaam van Wolkjes B.V. te Ede"])
def test_the_legal_name_goes_before_that_of_the_trade(document, read, behind):
    document.add_heading("Privacybijsluiter Wolkjes", 1)
    document.add_paragraph(f"Aanbieder: Uitgeverij De Wolk, {behind}")
    assert read(document)[0]["supplier"]["name"] == "Wolkjes B.V."
