"""Blocks of the privacy section about products and organisations."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

_PRODUCT = "**{{ rij.product }}**"


def write(paper: Paper) -> None:
    """Write the blocks from the systems up to the photos."""
    for write_block in (_systems, _access, _materials, _agreements, _list, _exchange, _imagery):
        write_block(paper)


def _systems(paper: Paper) -> None:
    with paper.when("systemen"):
        paper.heading("Administratie en leerlingvolgsysteem", 2)
        paper.text("Voor de administratie en om leerlingen te volgen gebruikt de school:")
        paper.rows(
            "Systemen voor administratie en voor het volgen van leerlingen",
            "rij",
            "systemen.rijen",
            Column("Systeem", 4.5, _PRODUCT),
            Column("Leverancier", 4.5, "{{ rij.leverancier }}"),
            Column("Waarvoor", 8, "{{ rij.doel }}"),
        )


def _access(paper: Paper) -> None:
    with paper.when("toegang"):
        paper.heading("Wie bij de gegevens kan", 2)
        paper.text("Per onderdeel is vastgelegd welke functies bij de gegevens kunnen:")
        paper.rows(
            "Onderdelen van producten en wie erbij kan",
            "rij",
            "toegang.rijen",
            Column("Product", 4.5, _PRODUCT),
            Column("Onderdeel", 4.5, "{% if rij.onderdeel %}{{ rij.onderdeel }}{% else %}alles{% endif %}"),
            Column("Wie erbij kan", 8, "{{ rij.wie }}"),
        )


def _materials(paper: Paper) -> None:
    with paper.when("leermiddelen"):
        paper.heading("Digitale leermiddelen", 2)
        with paper.when("leermiddelen.rijen"):
            paper.text("De school gebruikt deze digitale leermiddelen en toetsen:")
            paper.rows(
                "Digitale leermiddelen en toetsen en de gegevens die erin staan",
                "rij",
                "leermiddelen.rijen",
                Column("Leermiddel", 4.5, _PRODUCT),
                Column("Leverancier", 4.5, "{{ rij.leverancier }}"),
                Column("Welke gegevens", 8, "{{ rij.gegevens }}"),
            )
        with paper.when("leermiddelen.beperkt"):
            paper.text("Uitdrukkelijk niet verwerkt worden:", "Toelichting")
            with paper.each("grens", "leermiddelen.beperkt"):
                paper.text("**{{ grens.product }}**: {{ grens.niet }}", "List Bullet")


def _agreements(paper: Paper) -> None:
    with paper.when("afspraken"):
        paper.heading("Afspraken met leveranciers", 2)
        paper.text(
            "Een leverancier die voor de school gegevens verwerkt, doet dat in opdracht van het schoolbestuur en niet "
            "voor eigen doelen. Dat leggen zij vast in een verwerkersovereenkomst (AVG artikel 28)."
        )
        paper.text("{{ afspraken.telzin }}")
        with paper.when("afspraken.convenantzin"):
            paper.text("{{ afspraken.convenantzin }} [[{{ afspraken.convenant_link }}]]")


def _list(paper: Paper) -> None:
    with paper.when("lijst"):
        paper.heading("De lijst van leveranciers", 2)
        paper.text(
            "De school heeft een lijst van de leveranciers die gegevens krijgen, met het doel en de gegevens. U kunt "
            "die lijst vragen aan: {{ lijst.vragen }}."
        )


def _exchange(paper: Paper) -> None:
    with paper.when("delen"):
        paper.heading("Gegevens delen met anderen", 2)
        paper.text("Deze organisaties krijgen gegevens van de school en bepalen zelf wat zij ermee doen:")
        paper.rows(
            "Organisaties die gegevens krijgen, met de grond",
            "rij",
            "delen.rijen",
            Column("Organisatie", 4.5, "**{{ rij.leverancier }}**\n{{ rij.product }}"),
            Column("Grond", 4, "{{ rij.grond }}"),
            Column("Waarvoor", 4.5, "{{ rij.doel }}"),
            Column("Welke gegevens", 4, "{{ rij.gegevens }}"),
        )
        with paper.when("delen.gronden"):
            paper.text("Dit betekenen de gronden:", "Toelichting")
            with paper.each("regel", "delen.gronden"):
                paper.text("**{{ regel.grond }}** ({{ regel.artikel }}): {{ regel.uitleg }}", "List Bullet")


def _imagery(paper: Paper) -> None:
    with paper.when("beeld"):
        paper.heading("Foto’s, video’s en klassenlijsten", 2)
        paper.rows(
            "Gebruik van foto’s, video’s en klassenlijsten",
            "rij",
            "beeld.rijen",
            Column("Product", 4.5, "**{{ rij.product }}**\n{{ rij.leverancier }}"),
            Column("Waarvoor", 7.5, "{{ rij.doel }}"),
            Column("Grond", 5, "{{ rij.grond }}"),
        )
        with paper.when("beeld.toestemming"):
            paper.text(
                "Waar toestemming de grond is, mag u die altijd intrekken (AVG artikel 7).",
                "Toelichting",
            )
