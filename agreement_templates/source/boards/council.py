"""What the MR or GMR reads about suppliers, beside the text to which it is asked to consent."""

from agreement_templates.source.boards import changes
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The summary: how it stands, then what changed."""
    paper = Paper()
    paper.heading("Leveranciers en gegevens van leerlingen", 1)
    paper.text("Voor de {{ raad.naam }} van {{ raad.over }}, stand op {{ document.peildatum }}", "Subtitle")
    paper.text("{{ raad.telzin }}")
    with paper.when("raad.teksten"):
        paper.heading("Teksten waarover de raad gaat", 2)
        paper.rows(
            "Teksten en hoever de instemming is",
            "rij",
            "raad.teksten",
            Column("Tekst", 7, "**{{ rij.titel }}**{% if rij.versie %}\n{{ rij.versie }}{% endif %}"),
            Column("Instemming", 10, "{{ rij.instemming }}"),
        )
    paper.heading("Wat er veranderde", 2)
    paper.text("{{ raad.sinds_zin }}")
    changes.write(paper)
    paper.text(
        "Dit overzicht komt uit het register van leveranciers. Wat daarin niet is ingevuld, staat hier niet in.",
        "Toelichting",
    )
    paper.finish()
    return paper
