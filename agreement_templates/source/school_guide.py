"""The list of suppliers in a schoolgids, as parents read it; landscape, because it has seven columns."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

_LINK = "{% if rij.link %}\n[[{{ rij.link }}]]{% endif %}"
_RECIPIENT = "**{{ rij.leverancier }}**{% if rij.product %}\n{{ rij.product }}{% endif %}" + _LINK
_PURPOSE = Column("Waarvoor", 4.6, "{{ rij.doel }}")
_DATA = Column("Welke gegevens", 5.1, "{{ rij.gegevens }}")
_WHOSE = Column("Van wie", 2.7, "{{ rij.van_wie }}")
_OUTSIDE = Column("Buiten de EER", 2.6, "{{ rij.buiten_eer }}")


def write() -> Paper:
    """The list, its legal recipients and what the words in it mean."""
    paper = Paper(landscape=True)
    _write_opening(paper)
    _write_suppliers(paper)
    _write_legal_recipients(paper)
    _write_closing(paper)
    paper.finish()
    return paper


def _write_opening(paper: Paper) -> None:
    with paper.when("lijst.alleen_leermiddelen"):
        paper.heading("Leermiddelen en gegevens van leerlingen op {{ school.naam }}", 1)
        paper.otherwise()
        paper.heading("Wie gegevens krijgt van {{ school.naam }}", 1)
    paper.text("Schooljaar {{ document.schooljaar }}, stand op {{ document.peildatum }}", "Subtitle")
    with paper.when("lijst.alleen_leermiddelen"):
        paper.text(
            "Hieronder staat welke uitgevers en distributeurs van leermiddelen gegevens krijgen, waarvoor en welke "
            "gegevens dat zijn. Andere leveranciers staan niet in dit overzicht."
        )
        paper.otherwise()
        paper.text("Hieronder staat wie gegevens van de school krijgt, waarvoor en welke gegevens dat zijn.")
    with paper.when("lijst.eigen_zin"):
        paper.text("{{ lijst.eigen_zin }}")
    paper.text("{{ lijst.telzin }}")
    with paper.when("lijst.leeg"):
        paper.text("In het register staan voor deze school geen leveranciers die in dit overzicht horen.")
    with paper.when("lijst.convenantzin"):
        paper.text("{{ lijst.convenantzin }} [[{{ lijst.convenant_link }}]]")


def _write_suppliers(paper: Paper) -> None:
    with paper.each("groep", "lijst.groepen"):
        paper.heading("{{ groep.kop }}", 2)
        paper.rows(
            "Leveranciers in deze groep",
            "rij",
            "groep.rijen",
            Column("Product", 4.2, "**{{ rij.product }}**" + _LINK),
            Column("Leverancier", 3.8, "{{ rij.leverancier }}"),
            _PURPOSE,
            _DATA,
            _WHOSE,
            Column("Rol", 2.7, "{{ rij.rol }}"),
            _OUTSIDE,
        )


def _write_legal_recipients(paper: Paper) -> None:
    with paper.when("lijst.ontvangers"):
        paper.heading("Organisaties die gegevens krijgen door een wet of een eigen taak", 2)
        paper.lead("Deze organisaties bepalen zelf wat zij met de gegevens doen, binnen de regels van de wet.")
        paper.rows(
            "Ontvangers door een wet of een eigen taak",
            "rij",
            "lijst.ontvangers",
            Column("Organisatie", 4.4, _RECIPIENT),
            Column("Grond", 6.3, "{{ rij.grond }}"),
            _PURPOSE,
            _DATA,
            _WHOSE,
            _OUTSIDE,
        )


def _write_closing(paper: Paper) -> None:
    with paper.when("lijst.groepen"):
        paper.heading("Wat de woorden betekenen", 2)
        paper.bullets(
            "**Verwerker**: werkt in opdracht van het schoolbestuur en mag de gegevens niet gebruiken voor eigen "
            "doelen.",
            "**Zelf verantwoordelijk**: bepaalt zelf waarvoor en hoe de gegevens worden gebruikt.",
            "**Gezamenlijk verantwoordelijk**: bepaalt dat samen met het schoolbestuur.",
            "**Buiten de EER**: de gegevens zijn ook in een land buiten de Europese Economische Ruimte. Dat zijn de "
            "landen van de Europese Unie met Noorwegen, IJsland en Liechtenstein.",
        )
    paper.heading("Vragen", 2)
    paper.text("{{ lijst.contactzin }}")
