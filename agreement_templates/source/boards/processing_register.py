"""The board's register of processing: tab G of Kennisnet's register, then what AVG 30(1) asks for; landscape."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

CONTROLLER = (
    ("**Verwerkingsverantwoordelijke**", "{{ bestuur.naam }}, {{ bestuur.nummersoort }} {{ bestuur.nummer }}"),
    ("**Adres**", "{{ bestuur.adres }}, {{ bestuur.postcode }} {{ bestuur.plaats }}"),
    (
        "**Vragen over privacy**",
        "{% if bestuur.privacyfunctie %}{{ bestuur.privacyfunctie }}, {% endif %}{{ bestuur.privacycontact }}",
    ),
    (
        "**Functionaris voor gegevensbescherming (FG)**",
        "{% if bestuur.fg %}{{ bestuur.fg }}, {% endif %}{{ bestuur.fg_contact }}",
    ),
)
_PRODUCT = "**{{ rij.product }}**"


def write() -> Paper:
    """The register: who is responsible, the processors, what is processed, who else gets data."""
    paper = Paper(landscape=True)
    paper.heading("Register van verwerkingen van {{ bestuur.naam }}", 1)
    paper.text("AVG artikel 30, stand op {{ document.peildatum }}", "Subtitle")
    columns = (Column("Gegeven", 7), Column("Inhoud", 18.7))
    paper.fixed("Wie verantwoordelijk is", columns, *CONTROLLER)
    paper.text(
        "Dit register gaat over de producten van leveranciers en over andere ontvangers van gegevens. Andere "
        "verwerkingen, en hoe het bestuur zelf gegevens beveiligt, staan er niet in.",
        "Toelichting",
    )
    with paper.when("register.leeg"):
        paper.text("Op deze dag staat er geen gebruik van een product in het register.")
    for write_part in (_processors, _processing, _recipients):
        write_part(paper)
    paper.finish()
    return paper


def _processors(paper: Paper) -> None:
    with paper.when("register.verwerkers"):
        paper.heading("Verwerkers en toepassingen", 2)
        paper.rows(
            "Verwerkers, beheerders, plaats van de gegevens en overeenkomsten",
            "rij",
            "register.verwerkers",
            Column("Toepassing en verwerker", 5.2, _PRODUCT + "\n{{ rij.leverancier }}\n{{ rij.rol }}"),
            Column("Applicatiebeheerder intern (functie)", 4, "{{ rij.beheerder }}"),
            Column("Datalocatie", 4.5, "{{ rij.locatie }}"),
            Column("Verwerkersovereenkomst en datum", 6, "{{ rij.overeenkomst }}"),
            Column("Scholen", 6, "{{ rij.scholen }}"),
        )


def _processing(paper: Paper) -> None:
    with paper.when("register.verwerkingen"):
        paper.heading("Wat er verwerkt wordt", 2)
        paper.rows(
            "Verwerkingen volgens AVG artikel 30",
            "rij",
            "register.verwerkingen",
            Column("Toepassing", 2.7, _PRODUCT),
            Column("Doelen", 4.3, "{{ rij.doelen }}"),
            Column("Van wie", 2.5, "{{ rij.van_wie }}"),
            Column("Soorten gegevens", 3.4, "{{ rij.gegevens }}"),
            Column("Ontvangers", 3.9, "{{ rij.ontvangers }}"),
            Column("Doorgifte buiten de EER", 3.6, "{{ rij.doorgifte }}"),
            Column("Bewaartermijn", 2.8, "{{ rij.bewaren }}"),
            Column("Beveiliging (BIV)", 2.5, "{{ rij.beveiliging }}"),
        )
        paper.text("B is beschikbaarheid, I is integriteit, V is vertrouwelijkheid.", "Toelichting")


def _recipients(paper: Paper) -> None:
    with paper.when("register.ontvangers"):
        paper.heading("Ontvangers die zelf verantwoordelijk zijn", 2)
        paper.rows(
            "Ontvangers door een wet of een eigen taak",
            "rij",
            "register.ontvangers",
            Column("Organisatie", 5, "**{{ rij.leverancier }}**\n{{ rij.product }}"),
            Column("Grond", 5, "{{ rij.grond }}"),
            Column("Waarvoor", 5.2, "{{ rij.doel }}"),
            Column("Soorten gegevens", 5, "{{ rij.gegevens }}"),
            Column("Van wie", 3, "{{ rij.van_wie }}"),
            Column("Scholen", 2.5, "{{ rij.scholen }}"),
        )
