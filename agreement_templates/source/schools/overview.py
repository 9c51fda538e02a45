"""What a parent gets who asks a school which suppliers have data: landscape, for the same columns as the schoolgids."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

_REST = (
    Column("Waarvoor", 5.4, "{{ rij.doel }}"),
    Column("Welke gegevens", 5.4, "{{ rij.gegevens }}"),
    Column("Van wie", 3, "{{ rij.van_wie }}"),
)
_OUTSIDE = Column("Buiten de EER", 2.6, "{{ rij.buiten_eer }}")


def write() -> Paper:
    """The overview: data, purposes, parties, whom to ask."""
    paper = Paper(landscape=True)
    paper.heading("Overzicht van leveranciers van {{ school.naam }}", 1)
    paper.text("Stand op {{ document.peildatum }}", "Subtitle")
    with paper.when("overzicht.leeg"):
        paper.text("In het register staan voor deze school geen leveranciers die gegevens van leerlingen krijgen.")
        paper.otherwise()
        paper.text("{{ overzicht.telzin }}")
    paper.text(
        "Producten waarin volgens de privacybijsluiter geen gegevens van leerlingen of ouders staan, staan niet in dit "
        "overzicht."
    )
    for write_part in (_data, _purposes, _parties, _recipients, _contact):
        write_part(paper)
    paper.finish()
    return paper


def _data(paper: Paper) -> None:
    with paper.when("overzicht.gegevens"):
        paper.heading("Welke gegevens van leerlingen en ouders", 2)
        paper.rows(
            "Soorten gegevens en de producten die ze bevatten",
            "rij",
            "overzicht.gegevens",
            Column("Soort gegevens", 11, "{{ rij.soort }}"),
            Column("In", 14.7, "{{ rij.producten }}"),
        )
    with paper.when("overzicht.onbekend"):
        paper.text(
            "Van deze producten staat nog geen bijsluiter met gegevens in het register: {{ overzicht.onbekend }}."
        )


def _purposes(paper: Paper) -> None:
    with paper.when("overzicht.doelen"):
        paper.heading("Waarvoor", 2)
        paper.text("Volgens de privacybijsluiters dienen de gegevens voor:")
        with paper.each("regel", "overzicht.doelen"):
            paper.text("{{ regel }}", "List Bullet")


def _parties(paper: Paper) -> None:
    with paper.when("overzicht.groepen"), paper.each("groep", "overzicht.groepen"):
        paper.heading("Leveranciers: {{ groep.kop }}", 2)
        paper.rows(
            "Leveranciers in deze groep",
            "rij",
            "groep.rijen",
            Column("Product", 3.6, "**{{ rij.product }}**"),
            Column("Leverancier", 3.2, "{{ rij.leverancier }}"),
            *_REST,
            Column("Rol", 2.5, "{{ rij.rol }}"),
            _OUTSIDE,
        )


def _recipients(paper: Paper) -> None:
    with paper.when("overzicht.ontvangers"):
        paper.heading("Andere organisaties", 2)
        paper.text("Deze organisaties krijgen gegevens en bepalen zelf wat zij ermee doen.")
        paper.rows(
            "Organisaties die gegevens krijgen, met de grond",
            "rij",
            "overzicht.ontvangers",
            Column("Organisatie", 4.3, "**{{ rij.leverancier }}**\n{{ rij.product }}"),
            Column("Grond", 5, "{{ rij.grond }}"),
            *_REST,
            _OUTSIDE,
        )


def _contact(paper: Paper) -> None:
    paper.heading("Vragen en klachten", 2)
    paper.text("Vragen over dit overzicht kunt u stellen aan: {{ contact.vragen }}.")
    paper.text(
        "Verantwoordelijk voor de gegevens is {{ contact.bestuur }}, {{ contact.adres }}, {{ contact.postcode }} "
        "{{ contact.plaats }}. De functionaris voor gegevensbescherming (FG) houdt toezicht"
        "{% if contact.fg %}: {{ contact.fg }}{% endif %}. U bereikt de FG via {{ contact.fg_email }}."
    )
    paper.text("{{ contact.klacht }}")
