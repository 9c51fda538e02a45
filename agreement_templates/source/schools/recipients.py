"""The letter that names who received data of a school's pupils in a period; the pupil's name is written by hand."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

_WHEN = Column("Wanneer", 3.3, "{{ rij.periode }}{% if rij.groepen %}\ngroepen nu: {{ rij.groepen }}{% endif %}")
_BEHIND = "\nsubverwerkers: {{ rij.subverwerkers }}"


def write() -> Paper:
    """The letter, its two lists, and where to complain."""
    paper = Paper()
    paper.text("{{ school.naam }}\n{{ school.adres }}\n{{ school.postcode }} {{ school.plaats }}")
    paper.text("Aan: ………………………………………………………………………")
    paper.text("Datum: {{ document.gemaakt_op }}")
    paper.heading("Wie gegevens van de leerling kreeg", 1)
    paper.text("Naam van de leerling: ………………………………………………………………………")
    paper.text(
        "U vroeg welke organisaties gegevens kregen (AVG artikel 15). Deze brief noemt de ontvangers van gegevens van "
        "leerlingen van {{ school.naam }}, van {{ brief.van }} tot en met {{ brief.tot }}."
    )
    paper.text(
        "Het register van de school houdt bij welke producten de school gebruikt, niet met welke producten één "
        "leerling werkte. Staan er groepen bij, dan zijn dat de groepen die het product nu gebruiken. Eerder kunnen "
        "het andere zijn geweest. "
        "Producten waarin volgens de privacybijsluiter geen gegevens van leerlingen of ouders staan, staan hier niet "
        "in."
    )
    with paper.when("brief.leeg"):
        paper.text("In deze periode staan voor deze school geen ontvangers in het register.")
    _suppliers(paper)
    _recipients(paper)
    _closing(paper)
    paper.finish()
    return paper


def _suppliers(paper: Paper) -> None:
    with paper.when("brief.leveranciers"):
        paper.heading("Leveranciers", 2)
        paper.rows(
            "Leveranciers die gegevens kregen",
            "rij",
            "brief.leveranciers",
            Column("Wie", 4.4, "**{{ rij.leverancier }}**\n{{ rij.product }}\n{{ rij.rol }}" + _BEHIND),
            _WHEN,
            Column("Waarvoor", 3.3, "{{ rij.doel }}"),
            Column("Welke gegevens", 3.6, "{{ rij.gegevens }}"),
            Column("Buiten de EER", 2.4, "{{ rij.buiten_eer }}"),
        )
        paper.text("Een subverwerker werkt voor de leverancier en kan daarbij ook gegevens krijgen.", "Toelichting")


def _recipients(paper: Paper) -> None:
    with paper.when("brief.ontvangers"):
        paper.heading("Andere organisaties", 2)
        paper.text("Deze organisaties bepalen zelf wat zij met de gegevens doen.")
        paper.rows(
            "Andere organisaties die gegevens kregen, met de grond",
            "rij",
            "brief.ontvangers",
            Column("Wie", 3.7, "**{{ rij.leverancier }}**\n{{ rij.product }}"),
            _WHEN,
            Column("Waarvoor", 2.7, "{{ rij.doel }}"),
            Column("Welke gegevens", 3.6, "{{ rij.gegevens }}"),
            Column("Grond", 3.7, "{{ rij.grond }}\nbuiten de EER: {{ rij.buiten_eer }}"),
        )


def _closing(paper: Paper) -> None:
    paper.heading("Vragen en klachten", 2)
    paper.text("Vragen over deze brief kunt u stellen aan: {{ contact.vragen }}.")
    paper.text(
        "Verantwoordelijk voor de gegevens is {{ contact.bestuur }}. De functionaris voor gegevensbescherming (FG) "
        "houdt toezicht{% if contact.fg %}: {{ contact.fg }}{% endif %}. U bereikt de FG via {{ contact.fg_email }}."
    )
    paper.text("{{ contact.klacht }}")
    paper.text("Met vriendelijke groet,\n\n\n……………………………………………")
    paper.text("namens {{ school.naam }}")
