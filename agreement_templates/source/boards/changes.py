"""The lists of what changed in a period, the same in every paper that tells it."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

_PRODUCT = Column("Product", 4.2, "**{{ rij.product }}**\n{{ rij.leverancier }}")
_SCHOOLS = "{% if rij.scholen %}\n{{ rij.scholen }}{% endif %}"


def write(paper: Paper) -> None:
    """Write the lists that are not empty; what is read as `wijzigingen`."""
    with paper.when("wijzigingen.geen"):
        paper.text("In deze periode staat er geen wijziging in het register.")
    _uses(paper, "nieuw", "Nieuw in gebruik", "Sinds")
    _uses(paper, "gestopt", "Niet meer in gebruik", "Laatste dag")
    _edits(paper)
    _agreements(paper)
    _annexes(paper)


def _uses(paper: Paper, which: str, heading: str, day: str) -> None:
    with paper.when(f"wijzigingen.{which}"):
        paper.heading(heading, 2)
        paper.rows(
            f"{heading}: producten",
            "rij",
            f"wijzigingen.{which}",
            _PRODUCT,
            Column(day, 5, "{{ rij.dag }}" + _SCHOOLS),
            Column("Waarvoor", 7.8, "{{ rij.doel }}"),
        )


def _edits(paper: Paper) -> None:
    with paper.when("wijzigingen.anders"):
        paper.heading("Anders dan eerst", 2)
        paper.rows(
            "Gebruik dat veranderde",
            "rij",
            "wijzigingen.anders",
            Column("Product", 4.2, "**{{ rij.product }}**" + _SCHOOLS),
            Column("Wat", 3.4, "{{ rij.wat }}"),
            Column("Was", 4.7, "{{ rij.was }}"),
            Column("Is nu", 4.7, "{{ rij.wordt }}"),
        )


def _agreements(paper: Paper) -> None:
    with paper.when("wijzigingen.afspraken"):
        paper.heading("Afspraken met leveranciers", 2)
        paper.rows(
            "Afspraken die ingingen of eindigden",
            "rij",
            "wijzigingen.afspraken",
            Column("Leverancier", 4.2, "**{{ rij.leverancier }}**"),
            Column("Afspraak", 5.8, "{{ rij.afspraak }}"),
            Column("Wat er gebeurde", 4, "{{ rij.wat }}"),
            Column("Dag", 3, "{{ rij.dag }}"),
        )


def _annexes(paper: Paper) -> None:
    with paper.when("wijzigingen.bijsluiters"):
        paper.heading("Nieuwe privacybijsluiters", 2)
        paper.rows(
            "Nieuwe versies van privacybijsluiters",
            "rij",
            "wijzigingen.bijsluiters",
            Column("Product", 4.2, "**{{ rij.product }}**\n{{ rij.versie }}"),
            Column("Geldt vanaf", 3.2, "{{ rij.dag }}"),
            Column("Vergeleken met de vorige", 4.6, "{{ rij.verschil }}"),
            Column("Let op", 5, "{{ rij.let_op }}"),
        )
