"""The reminder of a request for an agreement."""

from agreement_templates.source.letters import layout
from agreement_templates.source.letters.request import write_what_is_asked
from agreement_templates.source.paper import Paper


def write() -> Paper:
    """The letter with what still has not come."""
    paper = layout.begin("herinnering aan ons verzoek om een overeenkomst")
    paper.text(
        "Volgens ons register hebben wij u op {{ brief.gevraagd_op }} gevraagd om een overeenkomst over de "
        "persoonsgegevens die u van onze scholen krijgt bij {{ brief.producten }}. Die overeenkomst geldt nog niet. "
        "Dit moet volgens ons register nog van u komen:"
    )
    write_what_is_asked(paper)
    layout.answer_before(paper, "Wij vragen u om dit te sturen")
    with paper.when("brief.is_verwerker"):
        paper.text("Zonder overeenkomst mogen wij u geen persoonsgegevens laten verwerken (AVG, artikel 28, lid 3).")
    paper.text("Lukt het niet voor deze datum? Laat ons dan weten waarom, en wanneer het wel komt.")
    paper.text("Hebt u dit intussen gestuurd? Dan hebben onze berichten elkaar gekruist.")
    return layout.close(paper)
