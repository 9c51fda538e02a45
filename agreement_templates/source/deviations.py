"""Annex 3: where the parties agreed otherwise, and why."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The annex with its one table."""
    paper = Paper()
    paper.heading("Bijlage 3 – Afwijkingen", 1)
    paper.text(
        "Hier staat waar de afspraken tussen {{ bestuur.naam }} en {{ leverancier.naam }} afwijken van de tekst van de "
        "overeenkomst, wat het risico daarvan is en wat het bestuur heeft besloten."
    )
    with paper.when("afwijkingen"):
        paper.rows(
            "Afwijkingen",
            "afwijking",
            "afwijkingen",
            Column("Nr.", 1, "{{ afwijking.nr }}"),
            Column("Onderwerp", 3, "{{ afwijking.onderwerp }}"),
            Column("Afwijking", 4.4, "{{ afwijking.afwijking }}"),
            Column("Reden", 3.6, "{{ afwijking.reden }}"),
            Column("Risico", 2, "{{ afwijking.risico }}"),
            Column("Besluit", 3, "{{ afwijking.besluit }}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen afwijkingen vastgelegd.")
    paper.text("Een afwijking geldt als beide partijen ermee hebben ingestemd.", "Toelichting")
    paper.finish()
    return paper
