"""The consent to a subprocessor that a supplier announced."""

from agreement_templates.source.letters import layout
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The letter with the subprocessor as it was announced."""
    paper = layout.begin("toestemming voor een subverwerker bij {{ toestemming.product }}")
    paper.text(
        "Dit is ons antwoord op {{ toestemming.bericht }}, over {{ toestemming.product }}. Het gaat om deze "
        "verandering:"
    )
    paper.rows(
        "De subverwerker van het bericht",
        "sub",
        "toestemming.subverwerkers",
        Column("Subverwerker", 3.2, "**{{ sub.naam }}**"),
        Column("Wat er verandert", 3.6, "{{ sub.verandering }}"),
        Column("Dienst", 3.2, "{{ sub.dienst }}"),
        Column("Gegevens", 3, "{{ sub.gegevens }}"),
        Column("Land en waarborg", 4, "{{ sub.land }}{% if sub.waarborg %}\n{{ sub.waarborg }}{% endif %}"),
    )
    with paper.when("toestemming.ingang"):
        paper.text("De verandering gaat in op {{ toestemming.ingang }}.", "Toelichting")
    _write_consent(paper)
    return layout.close(paper)


def _write_consent(paper: Paper) -> None:
    paper.heading("Onze toestemming", 2)
    paper.text(
        "Op {{ toestemming.besloten }} besloot het bestuur om deze verandering toe te staan, zoals zij hierboven staat "
        "(AVG, artikel 28, lid 2)."
    )
    with paper.when("toestemming.voorwaarden"):
        paper.text("Daarbij geldt: {{ toestemming.voorwaarden }}")
    paper.heading("Wat wij u vragen", 2)
    paper.bullets(
        "Leg de subverwerker dezelfde plichten op als u met ons hebt afgesproken (AVG, artikel 28, lid 4).",
        "Stuur ons de privacybijsluiter waarin de verandering staat.",
    )
    layout.answer_before(paper, "Wij krijgen die bijsluiter graag")
