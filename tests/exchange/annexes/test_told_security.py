"""A security annex in few words: whose certificates, the time for a breach, and levels under three letters."""

import pytest

from tests.exchange.annexes import papers


@pytest.fixture
def secured(document, read):
    """The security annex of Wolkjes B.V. with this line, or the rows of a table."""

    def made(*said):
        document.add_heading("Bijlage 2: Beveiligingsbijlage", 1)
        document.add_paragraph("Leverancier: Wolkjes B.V.")
        if isinstance(said[0], tuple):
            papers.table(document, *said)
        else:
            document.add_paragraph(said[0])
        return read(document)[0]

    return made


@pytest.mark.parametrize(
    ("said", "holders"),
    [
        ("Certificaten: SOC 2 (Wolkjes B.V.), ISO 27001 en ISO 27018 (Azuur)", ["Wolkjes B.V.", "Azuur", "Azuur"]),
        ("Certificaten: ISO 27001 en NEN 7510 (Wolkenveld B.V.)", ["Wolkenveld B.V.", "Wolkenveld B.V."]),
        ("Certificates: ISO 27001, ISO 27018 and SOC 2 (Azuur Ltd)", ["Azuur Ltd", "Azuur Ltd", "Azuur Ltd"]),
    ],
)
def test_certificates_in_a_row_have_the_holder_behind_the_last(secured, said, holders):
    assert [one["holder"] for one in secured(said)["certificates"]] == holders


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Meldtermijn datalek: 24 uur", 24),
        ("Een datalek melden wij binnen 24 (vierentwintig) uur.", 24),
        ("Een datalek melden wij binnen 36 uur. De school meldt het zelf binnen 72 uur bij de AP.", 36),
        ("Een datalek melden wij direct. De school meldt het zelf binnen 72 uur bij de AP.", None),
    ],
)
def test_the_hours_are_those_of_the_supplier(secured, said, hours):
    assert secured(said)["breach"]["hours"] == hours


@pytest.mark.parametrize("first", ["", "Aspect", "Product"])
def test_three_letters_head_the_levels(secured, first):
    told = secured((first, "B", "I", "V"), ("Wolkjes", "M", "L", "H"))
    assert told["biv"] == {"B": "medium", "I": "low", "V": "high"}


def test_an_address_for_questions_is_not_that_for_breaches(annex):
    rows = [("Algemene vragen", "info@wolkjes.example.nl"), ("Privacyvragen", "fg@wolkjes.example.nl")]
    told = annex("Contact en datalekken", [*rows, ("Datalekken", "lek@wolkjes.example.nl / 06-12312312")])
    assert (told["breach"]["email"], told["breach"]["phone"]) == ("lek@wolkjes.example.nl", "06-12312312")
    assert told["contact"]["email"] == "info@wolkjes.example.nl"
