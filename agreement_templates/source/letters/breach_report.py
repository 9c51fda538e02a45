"""The form with what the authority asks about a data breach, in our own words."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The form: what the register knows is filled in, the rest is a gap or room to write."""
    paper = Paper()
    paper.heading("Datalek bij {{ leverancier.naam }}: gegevens voor de melding", 1)
    paper.text("Van {{ bestuur.naam }}, gemaakt op {{ document.gemaakt_op }}", "Toelichting")
    paper.text("De 72 uur om te melden eindigen op **{{ melding.uiterlijk }}**.")
    paper.text(
        "Dit stuk is geen melding. Melden doet het bestuur in het meldformulier op de website van de Autoriteit "
        "Persoonsgegevens (AP). De vragen staan hier in onze eigen woorden. Is nog niet alles bekend? De rest mag in "
        "stappen, zonder onnodige vertraging (AVG, artikel 33, lid 4). Schrijf geen namen van leerlingen op."
    )
    paper.rows(
        "Wat de AP wil weten, en het antwoord",
        "regel",
        "melding.vragen",
        Column("Vraag", 6.2, "**{{ regel.vraag }}**{% if regel.artikel %}\n{{ regel.artikel }}{% endif %}"),
        Column("Antwoord", 10.8, "{{ regel.antwoord }}"),
    )
    with paper.when("melding.volgens_bijsluiter"):
        paper.text(
            "Volgens de privacybijsluiter werkt het product met: {{ melding.volgens_bijsluiter }}. Wat daarvan echt "
            "gelekt is, vult u hierboven in.",
            "Toelichting",
        )
    paper.finish()
    return paper
