"""The request to a supplier for what its file still lacks: an agreement, an annex, or something in one of them."""

from agreement_templates.source.letters import layout
from agreement_templates.source.paper import Paper


def write() -> Paper:
    """The letter with the list of what is asked."""
    paper = layout.begin("verzoek om gegevens voor ons privacyregister")
    paper.text(
        "Onze scholen gebruiken {{ brief.producten }}. De wet vraagt dat wij vastleggen "
        "welke persoonsgegevens u daarbij krijgt en wat wij daarover afspreken (AVG, {{ brief.artikelen }}). Volgens "
        "ons register moet er nog iets van u komen."
    )
    write_what_is_asked(paper)
    with paper.when("brief.modelzin"):
        layout.after_a_list(paper, "{{ brief.modelzin }}")
    layout.answer_before(paper, "Wij vragen u om dit te sturen")
    paper.text(
        "Hebt u dit al gestuurd? Laat ons dan weten wanneer en naar wie. Kunt u iets niet op tijd sturen? Laat ons dan "
        "weten wanneer het wel komt."
    )
    return layout.close(paper)


def write_what_is_asked(paper: Paper) -> None:
    """The list of what is asked, each thing with what the register says of it."""
    paper.heading("Wat wij u vragen", 2)
    with paper.each("punt", "brief.gevraagd"):
        paper.text("**{{ punt.vraag }}** {{ punt.reden }}", "List Bullet")
