"""The annual round in the yearly report: numbers with bars, agreements, what differs according to schools, actions."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write(paper: Paper) -> None:
    """Add the section: each round that ran in the school year, the newest first; it says so when there was none."""
    paper.heading("De jaarronde", 1)
    with paper.when("ronde.is_er"):
        _one(paper, "ronde")
        paper.otherwise()
        paper.text("In het register staat geen jaarronde van dit schooljaar.")
    with paper.each("eerder", "ronde.eerdere"):
        paper.heading("{{ eerder.naam }}, ook in dit schooljaar", 1)
        _one(paper, "eerder")


def _one(paper: Paper, one: str) -> None:
    paper.text(f"{{{{ {one}.stand }}}} {{{{ {one}.telzin }}}}")
    _chart(paper, one, "Zijn de producten nog in gebruik?", "gebruik", "Antwoord")
    _chart(paper, one, "Kloppen de beschreven gegevens?", "gegevens", "Antwoord")
    _chart(paper, one, "Hoever iedere school is", "scholen", "School")
    _chart(paper, one, "Conclusies over overeenkomsten", "conclusies", "Conclusie")
    _agreements(paper, one)
    _remarks(paper, one)
    _actions(paper, one)


def _chart(paper: Paper, one: str, title: str, items: str, what: str) -> None:
    with paper.when(f"{one}.{items}"):
        paper.heading(title, 2)
        paper.rows(
            f"{title} Aantallen, met een staaf die het aantal verbeeldt",
            "rij",
            f"{one}.{items}",
            Column(what, 6.5, "{{ rij.naam }}"),
            Column("Aantal", 2, "{{ rij.aantal }}"),
            Column("Staaf", 8.5, "||{{ rij.staaf }}||"),
        )


def _agreements(paper: Paper, one: str) -> None:
    with paper.when(f"{one}.overeenkomsten"):
        paper.heading("Risico’s, besluiten en advies van de FG", 2)
        paper.rows(
            "Overeenkomsten met conclusie, risico, besluit en advies",
            "rij",
            f"{one}.overeenkomsten",
            Column("Leverancier", 3.6, "**{{ rij.leverancier }}**\n{{ rij.conclusie }}"),
            Column("Risico", 2.6, "{{ rij.risico }}"),
            Column("Besluit", 5.4, "{{ rij.besluit }}"),
            Column("Advies van de FG", 5.4, "{{ rij.advies }}"),
        )


def _remarks(paper: Paper, one: str) -> None:
    with paper.when(f"{one}.anders"):
        paper.heading("Wat volgens scholen anders is", 2)
        paper.rows(
            "Gegevens die volgens scholen anders zijn dan beschreven",
            "rij",
            f"{one}.anders",
            Column("Product", 4.5, "**{{ rij.product }}**"),
            Column("School", 4.5, "{{ rij.school }}"),
            Column("Wat er anders is", 8, "{{ rij.anders }}"),
        )


def _actions(paper: Paper, one: str) -> None:
    with paper.when(f"{one}.acties"):
        paper.heading("Acties uit de jaarronde", 2)
        paper.rows(
            "Acties met eigenaar en dag",
            "rij",
            f"{one}.acties",
            Column("Actie", 7, "**{{ rij.wat }}**"),
            Column("Wie", 3.5, "{{ rij.wie }}"),
            Column("Klaar op", 3.5, "{{ rij.klaar }}"),
            Column("Stand", 3, "{{ rij.stand }}"),
        )
