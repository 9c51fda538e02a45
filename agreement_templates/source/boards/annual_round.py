"""The annual round in the yearly report: numbers with bars, agreements, what differs according to schools, actions."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write(paper: Paper) -> None:
    """Add the section; it says so when there was no round."""
    paper.heading("De jaarronde", 1)
    with paper.when("ronde.is_er"):
        paper.text("{{ ronde.stand }} {{ ronde.telzin }}")
        _chart(paper, "Zijn de producten nog in gebruik?", "gebruik", "Antwoord")
        _chart(paper, "Kloppen de beschreven gegevens?", "gegevens", "Antwoord")
        _chart(paper, "Hoever iedere school is", "scholen", "School")
        _chart(paper, "Conclusies over overeenkomsten", "conclusies", "Conclusie")
        _agreements(paper)
        _remarks(paper)
        _actions(paper)
        paper.otherwise()
        paper.text("In het register staat geen jaarronde van dit schooljaar.")


def _chart(paper: Paper, title: str, items: str, what: str) -> None:
    with paper.when(f"ronde.{items}"):
        paper.heading(title, 2)
        paper.rows(
            f"{title} Aantallen, met een staaf die het aantal verbeeldt",
            "rij",
            f"ronde.{items}",
            Column(what, 6.5, "{{ rij.naam }}"),
            Column("Aantal", 2, "{{ rij.aantal }}"),
            Column("Staaf", 8.5, "||{{ rij.staaf }}||"),
        )


def _agreements(paper: Paper) -> None:
    with paper.when("ronde.overeenkomsten"):
        paper.heading("Risico’s, besluiten en advies van de FG", 2)
        paper.rows(
            "Overeenkomsten met conclusie, risico, besluit en advies",
            "rij",
            "ronde.overeenkomsten",
            Column("Leverancier", 3.6, "**{{ rij.leverancier }}**\n{{ rij.conclusie }}"),
            Column("Risico", 2.6, "{{ rij.risico }}"),
            Column("Besluit", 5.4, "{{ rij.besluit }}"),
            Column("Advies van de FG", 5.4, "{{ rij.advies }}"),
        )


def _remarks(paper: Paper) -> None:
    with paper.when("ronde.anders"):
        paper.heading("Wat volgens scholen anders is", 2)
        paper.rows(
            "Gegevens die volgens scholen anders zijn dan beschreven",
            "rij",
            "ronde.anders",
            Column("Product", 4.5, "**{{ rij.product }}**"),
            Column("School", 4.5, "{{ rij.school }}"),
            Column("Wat er anders is", 8, "{{ rij.anders }}"),
        )


def _actions(paper: Paper) -> None:
    with paper.when("ronde.acties"):
        paper.heading("Acties uit de jaarronde", 2)
        paper.rows(
            "Acties met eigenaar en dag",
            "rij",
            "ronde.acties",
            Column("Actie", 7, "**{{ rij.wat }}**"),
            Column("Wie", 3.5, "{{ rij.wie }}"),
            Column("Klaar op", 3.5, "{{ rij.klaar }}"),
            Column("Stand", 3, "{{ rij.stand }}"),
        )
