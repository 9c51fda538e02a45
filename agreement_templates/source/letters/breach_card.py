"""The card that lies ready for a data breach at one supplier: whom to call, how fast, whose data."""

from docx.shared import Cm

from agreement_templates.source import style
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column, room_to_write

BY_HAND = (
    ("**Ontdekt op (datum en tijd)**", ""),
    ("**Door de leverancier gemeld op (datum en tijd)**", ""),
    ("**Hoeveel leerlingen en anderen het raakt**", ""),
)


def write() -> Paper:
    """The card, made to fit on one page for a supplier with one product."""
    paper = Paper()
    style.add(paper.document, "Waarschuwing", style.Look(11, style.RED, bold=True, after=4))
    paper.heading("Datalekkaart: {{ leverancier.naam }}", 1)
    paper.text("Stand op {{ document.peildatum }}, voor {{ bestuur.naam }}", "Toelichting")
    _write_warnings(paper)
    _write_contacts(paper)
    _write_clocks(paper)
    _write_products(paper)
    _write_by_hand(paper)
    paper.finish()
    return paper


def _write_warnings(paper: Paper) -> None:
    with paper.when("kaart.bijzonder"):
        paper.text("Bijzondere persoonsgegevens: {{ kaart.bijzonder }}.", "Waarschuwing")
    with paper.when("kaart.bsn"):
        paper.text("BSN of ander nationaal nummer: {{ kaart.bsn }}.", "Waarschuwing")


def _write_contacts(paper: Paper) -> None:
    paper.heading("Wie u bereikt", 2)
    paper.rows(
        "Meldpunten en FG",
        "punt",
        "kaart.meldpunten",
        Column("Wie", 4.6, "**{{ punt.wie }}**"),
        Column("Functie", 3.6, "{{ punt.functie }}"),
        Column("E-mail", 5.6, "{{ punt.email }}"),
        Column("Telefoon", 3.2, "{{ punt.telefoon }}{% if punt.bereikbaar %}\n{{ punt.bereikbaar }}{% endif %}"),
    )


def _write_clocks(paper: Paper) -> None:
    paper.heading("Hoe snel", 2)
    with paper.each("regel", "kaart.uren"):
        paper.text(
            "**De leverancier** meldt een datalek met {{ regel.product }} aan het bestuur binnen **{{ regel.uren }} "
            "uur**, volgens {{ regel.bron }}.",
            "List Bullet",
        )
    paper.bullets(
        "**Het bestuur** meldt een datalek aan de Autoriteit Persoonsgegevens zonder onredelijke vertraging en, als "
        "dat kan, binnen **72 uur** nadat het ervan weet. Dat hoeft niet als een risico voor mensen niet "
        "waarschijnlijk is (AVG, artikel 33, lid 1). Bij een hoog risico horen ook de betrokkenen het (artikel 34)."
    )
    paper.text("**Afspraak:** {{ kaart.afspraak }}")
    with paper.each("regel", "kaart.afwijkingen"):
        paper.text("Afwijking over {{ regel.onderwerp }}: {{ regel.afwijking }}", "List Bullet")


def _write_products(paper: Paper) -> None:
    paper.heading("Om welke gegevens het gaat", 2)
    paper.rows(
        "Producten, scholen, gegevens en subverwerkers",
        "deel",
        "kaart.producten",
        Column("Product", 2.4, "**{{ deel.naam }}**"),
        Column("Scholen", 3, "{{ deel.scholen }}"),
        Column("Gegevens", 5.6, "{{ deel.gegevens }}"),
        Column("Van wie", 2.8, "{{ deel.van_wie }}"),
        Column("Subverwerkers", 3.2, "{{ deel.subverwerkers }}"),
    )


def _write_by_hand(paper: Paper) -> None:
    paper.heading("Met de hand in te vullen", 2)
    paper.text(
        "Hoeveel mensen een datalek raakt, staat niet in het register. Achter een school staat hoeveel leerlingen zij "
        "heeft, voor zover dat bekend is.",
        "Toelichting",
    )
    columns = (Column("Vraag", 7), Column("Antwoord", 10))
    room_to_write(paper.fixed("Met de hand in te vullen bij een datalek", columns, *BY_HAND), Cm(0.9))
