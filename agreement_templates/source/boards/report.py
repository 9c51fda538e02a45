"""The yearly report for board, FG and council, with its charts: bars of blanks, the numbers beside them."""

from agreement_templates.source.boards import annual_round, changes
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column


def write() -> Paper:
    """The report: numbers, changes, the annual round, open points, deviations, texts."""
    paper = Paper()
    paper.heading("Jaarverslag privacy en leveranciers", 1)
    paper.text(
        "{{ verslag.bestuur }}, schooljaar {{ document.schooljaar }}: van {{ verslag.van }} tot en met "
        "{{ verslag.tot }}",
        "Subtitle",
    )
    paper.text("{{ verslag.telzin }}")
    _numbers(paper)
    paper.heading("Wat er dit schooljaar veranderde", 1)
    changes.write(paper)
    annual_round.write(paper)
    _open_points(paper)
    _deviations(paper)
    _texts(paper)
    paper.text(
        "Dit verslag komt uit het register van leveranciers. Wat daarin niet is ingevuld, staat hier niet in.",
        "Toelichting",
    )
    paper.finish()
    return paper


def _numbers(paper: Paper) -> None:
    paper.heading("Hoe het staat", 1)
    _chart(paper, "Afspraken naar stand", "overeenkomsten", "Stand")
    _chart(paper, "Organisaties naar rol", "rollen", "Rol")
    _chart(paper, "Verwerkers en het privacyconvenant", "convenant", "In het convenant")


def _chart(paper: Paper, title: str, items: str, what: str) -> None:
    with paper.when(f"verslag.{items}"):
        paper.heading(title, 2)
        paper.rows(
            f"{title}: aantallen, met een staaf die het aantal verbeeldt",
            "rij",
            f"verslag.{items}",
            Column(what, 6.5, "{{ rij.naam }}"),
            Column("Aantal", 2, "{{ rij.aantal }}"),
            Column("Staaf", 8.5, "||{{ rij.staaf }}||"),
        )


def _open_points(paper: Paper) -> None:
    paper.heading("Wat nog openstaat", 1)
    with paper.when("verslag.open"):
        paper.rows(
            "Open punten naar soort",
            "rij",
            "verslag.open",
            Column("Soort", 4.5, "**{{ rij.soort }}**"),
            Column("Aantal", 2, "{{ rij.aantal }}"),
            Column("Bij", 10.5, "{{ rij.leveranciers }}"),
        )
        with paper.each("groep", "verslag.open"):
            paper.heading("{{ groep.soort }}", 2)
            with paper.each("punt", "groep.punten"):
                paper.text("{{ punt }}", "List Bullet")
        paper.otherwise()
        paper.text("In het register staan geen open punten.")


def _deviations(paper: Paper) -> None:
    paper.heading("Afwijkingen en besluiten", 1)
    with paper.when("verslag.afwijkingen"):
        paper.text("Deze afspraken wijken af van de tekst van de overeenkomst:")
        paper.rows(
            "Afwijkingen met risico en besluit",
            "rij",
            "verslag.afwijkingen",
            Column("Leverancier", 3.4, "**{{ rij.leverancier }}**\n{{ rij.onderwerp }}"),
            Column("Afwijking", 5.6, "{{ rij.afwijking }}"),
            Column("Risico", 2.5, "{{ rij.risico }}"),
            Column("Besluit", 5.5, "{{ rij.besluit }}{% if rij.dit_jaar %}\nbesloten in dit schooljaar{% endif %}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen afwijkingen vastgelegd in de afspraken die nu tellen.")


def _texts(paper: Paper) -> None:
    with paper.when("verslag.teksten"):
        paper.heading("Instemming van de raad", 1)
        paper.rows(
            "Teksten en hoever de instemming is",
            "rij",
            "verslag.teksten",
            Column("Tekst", 7, "**{{ rij.titel }}**{% if rij.versie %}\n{{ rij.versie }}{% endif %}"),
            Column("Instemming", 10, "{{ rij.instemming }}"),
        )
