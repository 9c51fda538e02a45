"""The page from which everything of the year is reached."""

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for

from registry.access import Right, needs

blueprint = Blueprint("year", __name__, url_prefix="/jaar")


@dataclass(frozen=True)
class Entry:
    """One part of the year's work: its name, its page, and when somebody comes for it."""

    label: str
    page: str
    text: str
    at_once: bool = False  # it is not planned: something happened

    @property
    def url(self) -> str:
        """The address of its page."""
        return url_for(self.page)


ENTRIES: tuple[Entry, ...] = (
    Entry("Signalen", "signals.index", "Wat er opvalt in het register: wat ontbreekt, en wat elkaar tegenspreekt."),
    Entry(
        "Jaarronde", "rounds.index", "Eens per jaar kijkt iedere school naar haar producten, en u naar de afspraken."
    ),
    Entry("Termijnen", "deadlines.index", "Alles wat op een dag gedaan moet zijn, maand voor maand."),
    Entry("Acties", "actions.index", "Wat er moet gebeuren, wie het doet en wanneer het klaar is."),
    Entry("Papier en praktijk", "practice.index", "Loop na of in een app echt staat wat er is afgesproken."),
    Entry("Aanvragen van leraren", "app_requests.index", "Wie een nieuwe app wil gebruiken, en wat u besloot."),
    Entry(
        "Wijziging bij een subverwerker",
        "notices.index",
        "Een leverancier schakelt een ander bedrijf in. Tot wanneer kunt u bezwaar maken, en wat raakt het?",
        at_once=True,
    ),
    Entry(
        "Datalek",
        "breaches.index",
        "Er is iets misgegaan bij een leverancier. Wie belt u, hoeveel tijd is er en om wie gaat het?",
        at_once=True,
    ),
    Entry(
        "Stoppen met een product",
        "closings.index",
        "Scholen stoppen. Wat gebeurt er met de gegevens, en verklaart de leverancier dat alles weg is?",
        at_once=True,
    ),
    Entry(
        "Een ouder vraagt",
        "parent_asks.index",
        "Wie kreeg gegevens van een leerling van deze school, in deze jaren? Met de brief erbij.",
        at_once=True,
    ),
    Entry(
        "Terugkijken",
        "looking_back.index",
        "Hoe stond het ervoor op een dag: register, schoolgids, ontvangers en wat er nog moest gebeuren.",
    ),
)


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show the parts of the year's work."""
    return render_template("year/index.html", entries=ENTRIES)
