"""The objection to subprocessors that are new or changed in a proposed privacy annex."""

from agreement_templates.source.letters import layout
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

LINE = "_" * 70  # to be filled in by hand where the register keeps no reason


def write() -> Paper:
    """The letter with the table of subprocessors; its reason, or room to write one."""
    paper = layout.begin("bezwaar tegen subverwerkers bij {{ bezwaar.product }}")
    paper.text(
        "Er ligt een voorstel voor {{ bezwaar.product }}: {{ bezwaar.voorstel }}. Wij hebben dat vergeleken met "
        "{{ bezwaar.geldend }}, die nu geldt. In het voorstel is nieuw of veranderd:"
    )
    paper.rows(
        "Subverwerkers die nieuw of veranderd zijn",
        "sub",
        "bezwaar.subverwerkers",
        Column("Subverwerker", 3.2, "**{{ sub.naam }}**"),
        Column("Wat er verandert", 4.2, "{{ sub.verandering }}"),
        Column("Dienst", 2.8, "{{ sub.dienst }}"),
        Column("Gegevens", 2.8, "{{ sub.gegevens }}"),
        Column("Land en waarborg", 4, "{{ sub.land }}{% if sub.waarborg %}\n{{ sub.waarborg }}{% endif %}"),
    )
    with paper.when("bezwaar.vervallen"):
        paper.text("Niet meer in het voorstel: {{ bezwaar.vervallen }}", "Toelichting")
    _write_objection(paper)
    return layout.close(paper)


def _write_objection(paper: Paper) -> None:
    paper.heading("Ons bezwaar", 2)
    paper.text(
        "Wij maken bezwaar tegen deze inzet van subverwerkers, zoals het voorstel die beschrijft. Artikel 28, lid 2, "
        "AVG geeft ons die mogelijkheid als een verwerker een subverwerker wil toevoegen of vervangen. Wij hebben het "
        "voorstel niet geaccepteerd."
    )
    with paper.when("bezwaar.reden"):
        paper.text("De reden van ons bezwaar: {{ bezwaar.reden }}")
        paper.otherwise()
        paper.text("De reden van ons bezwaar:")
        paper.text(LINE)
        paper.text(LINE)
    paper.heading("Wat wij u vragen", 2)
    paper.bullets(
        "Laat geen gegevens van onze scholen verwerken zoals in het voorstel staat, zolang er geen oplossing is.",
        "Laat ons weten welke oplossing u voorstelt, bijvoorbeeld een andere subverwerker of het product zonder deze "
        "subverwerker.",
    )
    layout.answer_before(paper, "Wij vragen u om te antwoorden")
