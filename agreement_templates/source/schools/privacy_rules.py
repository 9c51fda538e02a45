"""Blocks of the privacy section about the rules: rights, retention, questions, the regulation."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write(paper: Paper) -> None:
    """Write the blocks from the rights up to the regulation."""
    for write_block in (_rights, _retention, _contact, _regulation):
        write_block(paper)


def _rights(paper: Paper) -> None:
    with paper.when("rechten"):
        paper.heading("Rechten van ouders en leerlingen", 2)
        with paper.each("regel", "rechten.rechten"):
            paper.text("**{{ regel.recht }}** ({{ regel.artikel }}): {{ regel.uitleg }}", "List Bullet")
        paper.text("{{ rechten.leeftijd }}")
        paper.text("{{ rechten.termijn }}")


def _retention(paper: Paper) -> None:
    with paper.when("bewaren"):
        paper.heading("Hoelang gegevens bewaard blijven", 2)
        with paper.when("bewaren.richtlijnen"):
            paper.text("Voor gegevens van leerlingen zijn deze termijnen gebruikelijk:")
            paper.rows(
                "Gebruikelijke bewaartermijnen",
                "rij",
                "bewaren.richtlijnen",
                Column("Gegevens", 7.5, "{{ rij.gegevens }}"),
                Column("Termijn", 6, "{{ rij.termijn }}"),
                Column("Stand van", 3.5, "{% if rij.stand %}{{ rij.stand }}{% else %}niet bekend{% endif %}"),
            )
        with paper.when("bewaren.leveranciers"):
            paper.text("Bij leveranciers, volgens de privacybijsluiters:", "Toelichting")
            paper.rows(
                "Bewaartermijnen bij leveranciers",
                "rij",
                "bewaren.leveranciers",
                Column("Product", 4.5, "**{{ rij.product }}**"),
                Column("Gegevens", 6, "{{ rij.gegevens }}"),
                Column("Termijn", 6.5, "{{ rij.termijn }}"),
            )


def _contact(paper: Paper) -> None:
    with paper.when("contact"):
        paper.heading("Vragen en klachten", 2)
        paper.text("Vragen over privacy kunt u stellen aan: {{ contact.vragen }}.")
        paper.text(
            "Verantwoordelijk voor de gegevens is {{ contact.bestuur }}, {{ contact.adres }}, {{ contact.postcode }} "
            "{{ contact.plaats }}."
        )
        paper.text(
            "De functionaris voor gegevensbescherming (FG) houdt toezicht"
            "{% if contact.fg %}: {{ contact.fg }}{% endif %}. U bereikt de FG via {{ contact.fg_email }}."
        )
        paper.text("{{ contact.klacht }}")


def _regulation(paper: Paper) -> None:
    with paper.when("reglement"):
        paper.heading("Privacyreglement", 2)
        paper.text(
            "De regels staan in “{{ reglement.titel }}”{% if reglement.versie %}, versie {{ reglement.versie }}"
            "{% endif %}, vastgesteld op {{ reglement.vastgesteld }}."
            "{% if reglement.instemming %} {{ reglement.instemming }}{% endif %}"
        )
        with paper.when("reglement.link"):
            paper.text("Lees het reglement op [[{{ reglement.link }}]]")
