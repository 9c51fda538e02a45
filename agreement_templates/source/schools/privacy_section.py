"""The privacy section of a schoolgids: a block is there when it was asked for and the register has its facts."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.schools import privacy_products, privacy_rules
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The section with its fourteen blocks."""
    paper = Paper()
    paper.heading("Privacy op {{ school.naam }}", 1)
    paper.text("Schooljaar {{ document.schooljaar }}, stand op {{ document.peildatum }}", "Subtitle")
    for write_block in (_purpose, _entry, _special):
        write_block(paper)
    privacy_products.write(paper)
    privacy_rules.write(paper)
    paper.finish()
    return paper


def _purpose(paper: Paper) -> None:
    with paper.when("doel"):
        paper.heading("Waarvoor de school gegevens gebruikt", 2)
        paper.text(
            "De wet vraagt dat de school niet meer gegevens gebruikt dan nodig is (AVG artikel 5). Volgens de "
            "privacybijsluiters dienen de producten van de school hiervoor:"
        )
        with paper.each("regel", "doel.doelen"):
            paper.text("{{ regel }}", "List Bullet")
        paper.text("Het gaat om deze soorten gegevens: {{ doel.gegevens }}.")
        with paper.when("doel.waarom_zin"):
            paper.text("{{ doel.waarom_zin }}")
        with paper.when("doel.basis"):
            paper.text("{{ doel.basis }}")


def _entry(paper: Paper) -> None:
    with paper.when("invoer"):
        paper.heading("Wie gegevens invult", 2)
        paper.text(
            "Met de producten werken volgens de privacybijsluiters: {{ invoer.wie }}. Wat zij invullen, staat in het "
            "product."
        )
        with paper.when("invoer.basis"):
            paper.text("{{ invoer.basis }}")


def _special(paper: Paper) -> None:
    with paper.when("bijzonder"):
        paper.heading("Bijzondere persoonsgegevens", 2)
        paper.text(
            "Sommige gegevens beschermt de wet extra, zoals gegevens over gezondheid of godsdienst (AVG artikel 9). "
            "Deze producten kunnen zulke gegevens bevatten:"
        )
        with paper.when("bijzonder.rijen"):
            paper.rows(
                "Bijzondere persoonsgegevens en de producten die ze bevatten",
                "rij",
                "bijzonder.rijen",
                Column("Gegevens", 8, "{{ rij.gegevens }}"),
                Column("In", 9, "{{ rij.producten }}"),
            )
        with paper.when("bijzonder.bsn"):
            paper.text(
                "Het burgerservicenummer (BSN) staat in: {{ bijzonder.bsn }}. Dat mag alleen als een wet het toestaat "
                "(Uitvoeringswet AVG artikel 46).",
                "Toelichting",
            )
        with paper.when("bijzonder.basis"):
            paper.text("{{ bijzonder.basis }}")
