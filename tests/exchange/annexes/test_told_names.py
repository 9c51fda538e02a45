"""Names in wordings of a supplier's own: the department to ask, the product, and that there are no certificates."""

import pytest


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Afdeling Scholenservice: scholen@wolkjes.example.nl / 0345-000202", "Afdeling Scholenservice"),
        ("Contact afdeling Verkoop: verkoop@wolkjes.example.nl", "afdeling Verkoop"),
        ("Privacy officer van Wolkjes: privacy@wolkjes.example.nl", "Privacy officer"),
        ("Marieke van de klantenservice: 055-1231231", "klantenservice"),
        ("Hoofd van de klantenservice: 055-1231231", "Hoofd van de klantenservice"),
        ("Data Protection Officer of Wolkjes: dpo@wolkjes.example.nl", "Data Protection Officer"),
    ],
)
def test_a_department_may_be_the_label_and_has_no_owner(annex, said, role):
    assert annex("Contact", [said])["contact"]["role"] == role


@pytest.mark.parametrize(
    "said", ["Contactpersoon: vragen@wolkjes.example.nl", "Functie of afdeling: vragen@wolkjes.example.nl"]
)
def test_a_label_of_the_form_is_no_department(annex, said):
    told = annex("Contact", [said])["contact"]
    assert (told["role"], told["email"]) == (None, "vragen@wolkjes.example.nl")


@pytest.fixture
def untitled(document, read):
    """The annex of a file with this title and first line, that names its product in neither a label nor a title."""

    def made(title, said):
        document.add_heading(title, 1)
        document.add_paragraph(said)
        for heading, line in (("Bewaartermijn", "2 jaar"), ("Opslag", "Nederland"), ("Betrokkenen", "leerlingen")):
            document.add_heading(heading, 2)
            document.add_paragraph(line)
        return read(document)[0]

    return made


@pytest.mark.parametrize(
    ("title", "said", "products"),
    [
        ("Privacy bij kleuters", "Dit is de privacybijsluiter van Wolkjes, de app voor kleuters.", ["Wolkjes"]),
        ("Privacy of toddlers", "This is the privacy leaflet of Wolkjes, an app.", ["Wolkjes"]),
        ("Zo gaat Wolkjes met gegevens om", "Dit is de privacybijsluiter bij de app.", ["Wolkjes"]),
        ("Privacy bij kleuters", "Dit is de privacybijsluiter van Uitgeverij Wolk voor scholen.", None),
    ],
)
def test_a_sentence_names_the_product_and_not_the_publisher(untitled, title, said, products):
    assert untitled(title, said)["products"] == products


@pytest.fixture
def secured(document, read):
    """The security annex of Wolkjes B.V. with this line in it."""

    def made(said):
        document.add_heading("Bijlage 2: Beveiligingsbijlage", 1)
        document.add_paragraph("Leverancier: Wolkjes B.V.")
        document.add_paragraph(said)
        return read(document)[0]["certificates"]

    return made


@pytest.mark.parametrize(
    "said",
    ["Wolkjes B.V. werkt toe naar ISO 27001, maar heeft nu geen certificaten.", "Wij zijn niet gecertificeerd."],
)
def test_words_that_leave_no_doubt_tell_that_there_are_no_certificates(secured, said):
    assert secured(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Medewerkers hebben geen certificaat nodig om in te loggen.",
        "Er zijn geen certificaten van onze hoster Wolkenveld B.V. ontvangen.",
    ],
)
def test_no_certificate_of_or_for_others_says_nothing(secured, said):
    assert secured(said) is None
