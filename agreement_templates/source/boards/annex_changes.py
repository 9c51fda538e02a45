"""What changes between two versions of an annex of either kind: what asks for attention first, then the rest."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

_WHAT = Column("Wat", 5, "**{{ rij.wat }}**\n{{ rij.onderwerp }}")
_KIND = Column("Soort", 2.4, "{{ rij.soort }}")
_WAS = Column("Oude versie", 7, "{{ rij.was }}")


def write_privacy() -> Paper:
    """The comparison of two privacy annexes."""
    return _write("privacybijsluiter", "Dit gaat over bijzondere persoonsgegevens, het BSN of een land buiten de EER.")


def write_security() -> Paper:
    """The comparison of two security annexes."""
    return _write("beveiligingsbijlage", "Dit gaat over maatregelen die volgens de nieuwe versie niet zijn genomen.")


def _write(annex: str, attention: str) -> Paper:
    """Landscape, because old and new stand side by side."""
    paper = Paper(landscape=True)
    paper.heading(f"Wat er verandert in de {annex} van {{{{ vergelijking.product }}}}", 1)
    paper.text("Leverancier: {{ vergelijking.leverancier }}", "Subtitle")
    columns = (Column("Welke versie", 4), Column("Naam en datum", 21.7))
    rows = (("**Oud**", "{{ vergelijking.oud }}"), ("**Nieuw**", "{{ vergelijking.nieuw }}"))
    paper.fixed("De twee versies", columns, *rows)
    paper.text("{{ vergelijking.stand }} {{ vergelijking.bereik }}", "Toelichting")
    paper.text("{{ vergelijking.telzin }}")
    _write_grave(paper, attention)
    _write_rest(paper)
    paper.finish()
    return paper


def _write_grave(paper: Paper, attention: str) -> None:
    with paper.when("vergelijking.aandacht"):
        paper.heading("Kijk hier eerst naar", 2)
        paper.text(attention)
        paper.rows(
            "Verschillen die aandacht vragen",
            "rij",
            "vergelijking.aandacht",
            Column("Waarom", 4.3, "{{ rij.reden }}"),
            _WHAT,
            _KIND,
            _WAS,
            Column("Nieuwe versie", 7, "{{ rij.wordt }}"),
        )


def _write_rest(paper: Paper) -> None:
    with paper.when("vergelijking.rijen"):
        paper.heading("Andere verschillen", 2)
        paper.rows(
            "Andere verschillen tussen de twee versies",
            "rij",
            "vergelijking.rijen",
            Column("Wat", 6.3, _WHAT.cell),
            _KIND,
            Column("Oude versie", 8.5, "{{ rij.was }}"),
            Column("Nieuwe versie", 8.5, "{{ rij.wordt }}"),
        )
