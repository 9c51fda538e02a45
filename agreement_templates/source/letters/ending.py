"""The letter at the end of an agreement: data back or gone, and a signed statement of it."""

from docx.shared import Cm

from agreement_templates.source.letters import layout
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column, room_to_write

STATEMENT = (
    ("**Producten**", "{{ einde.producten }}"),
    ("**Welke gegevens zijn vernietigd**", ""),
    ("**Hoe**", ""),
    ("**Op welke datum**", ""),
    ("**Ook bij subverwerkers, op welke datum**", ""),
    ("**Ook in back-ups, op welke datum**", ""),
    ("**Wat is bewaard omdat een wet dat eist, welke wet en tot wanneer**", ""),
    ("**Functie en naam van wie tekent**", ""),
    ("**Datum en handtekening**", ""),
)


def write() -> Paper:
    """The letter, with a statement of deletion to be filled in."""
    paper = layout.begin(
        "einde van {% if einde.blijft %}het gebruik{% else %}de overeenkomst{% endif %} en vernietigen van gegevens"
    )
    paper.text(
        "Onze overeenkomst met u {{ einde.wanneer }}. Het gaat om: {{ einde.overeenkomst }}, over "
        "{{ einde.producten }}.{% if einde.blijft %} Voor {{ einde.blijft }} blijft de overeenkomst gelden."
        "{% endif %} Na het einde geeft u de persoonsgegevens die u daarbij voor ons verwerkt aan ons "
        "terug, of vernietigt u ze. Wij kiezen welke van de twee (AVG, artikel 28, lid 3, onder g)."
    )
    paper.heading("Wat wij u vragen", 2)
    paper.bullets(
        "**Teruggeven.** Laat ons weten hoe wij de gegevens kunnen ophalen die wij nog niet hebben, in een gangbaar "
        "formaat. Vernietig ze pas als wij hebben bevestigd dat dit goed is gegaan of niet nodig is.",
        "**Vernietigen.** Vernietig daarna alle gegevens, met alle kopieën. De afgesproken termijn na het einde is: "
        "**{{ einde.termijn }}**.",
        "**Subverwerkers.** Zorg dat ook uw subverwerkers"
        "{% if einde.subverwerkers %} (volgens de bijsluiters: {{ einde.subverwerkers }}){% endif %} de gegevens "
        "teruggeven of vernietigen.",
        "**Back-ups.** Gegevens in back-ups verdwijnen ook. Tot dan zijn ze beveiligd en worden ze niet gebruikt.",
        "**Verklaring.** Stuur ons daarna de verklaring van vernietiging die onder deze brief staat, ingevuld en "
        "ondertekend.",
    )
    layout.answer_before(paper, "Wij vragen u om te bevestigen dat u dit doet, en wanneer,")
    paper.text("Eist een wet dat u gegevens langer bewaart? Schrijf dan welke gegevens, welke wet en tot wanneer.")
    layout.sign(paper)
    _write_statement(paper)
    paper.finish()
    return paper


def _write_statement(paper: Paper) -> None:
    paper.heading("Verklaring van vernietiging", 1)
    paper.document.paragraphs[-1].paragraph_format.page_break_before = True
    paper.text("{{ leverancier.naam }} verklaart aan {{ bestuur.naam }}:")
    columns = (Column("Onderdeel", 6), Column("Verklaring", 11))
    room_to_write(paper.fixed("Verklaring van vernietiging", columns, *STATEMENT), Cm(1.2))
