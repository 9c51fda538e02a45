"""The letter about what differs between the privacy annex of an app and what is really in it."""

from agreement_templates.source.letters import layout
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The letter with the table of what differs, and the list of what nobody could tell."""
    paper = layout.begin("welke gegevens er in {{ praktijk.product }} staan")
    paper.text(
        "Op {{ praktijk.dag }} bekeken wij{% if praktijk.waar %} op {{ praktijk.waar }}{% endif %} welke gegevens er "
        "in {{ praktijk.product }} staan. Wij vergeleken dat met {{ praktijk.bijsluiter }}."
    )
    with paper.when("praktijk.verschillen"):
        paper.heading("Wat verschilt", 2)
        paper.rows(
            "Wat verschilt tussen de bijsluiter en de app",
            "rij",
            "praktijk.verschillen",
            Column("Gegevens", 7, "**{{ rij.gegeven }}**"),
            Column("Wat er verschilt", 10, "{{ rij.verschil }}"),
        )
    with paper.when("praktijk.onbekend"):
        paper.heading("Wat wij niet konden nagaan", 2)
        with paper.each("gegeven", "praktijk.onbekend"):
            paper.text("{{ gegeven }}", "List Bullet")
    _write_request(paper)
    return layout.close(paper)


def _write_request(paper: Paper) -> None:
    paper.heading("Wat wij u vragen", 2)
    paper.bullets(
        "Laat ons weten wat er klopt: de bijsluiter of wat wij in de app zagen.",
        "Pas de app of de bijsluiter aan. Stuur ons de nieuwe versie als de bijsluiter verandert.",
    )
    layout.answer_before(paper, "Wij vragen u om te antwoorden")
