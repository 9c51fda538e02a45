"""Our own processor agreement; it says under its title that it is no official model.

Its articles stand in articles.md, in the order of the topics of model 4.0. Article 28(3) AVG asks for eight things:
a (instructions) is in "Onderwerp en opdracht", b (confidentiality) in "Vertrouwelijkheid", c (security) and
h (information and audits) in "Beveiliging en controle", d in "Subverwerkers", e (rights of people) in "Bijstand",
f (assistance) in "Datalekken" and "Bijstand", g (return or deletion) in "Bewaren en vernietigen".
"""

from pathlib import Path

from docx.shared import Cm

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

ARTICLES = Path(__file__).parent / "articles.md"
PARTIES = (
    ("**Naam**", "{{ bestuur.naam }}", "{{ leverancier.naam }}"),
    (
        "**Rechtsvorm**",
        "{{ bestuur.rechtsvorm }}",
        "{% if leverancier.rechtsvorm %}{{ leverancier.rechtsvorm }}{% else %}–{% endif %}",
    ),
    ("**Nummer**", "{{ bestuur.nummersoort }} {{ bestuur.nummer }}", "KvK-nummer {{ leverancier.kvk }}"),
    (
        "**Adres**",
        "{{ bestuur.adres }}\n{{ bestuur.postcode }} {{ bestuur.plaats }}",
        "{{ leverancier.adres }}\n{{ leverancier.postcode }} {{ leverancier.plaats }}\n{{ leverancier.land }}",
    ),
    (
        "**Vertegenwoordigd door**",
        "{{ bestuur.ondertekenaar_naam }}, {{ bestuur.ondertekenaar_functie }}",
        "{{ leverancier.ondertekenaar_naam }}, {{ leverancier.ondertekenaar_functie }}",
    ),
    ("**Rol**", "verwerkingsverantwoordelijke", "verwerker"),
    ("**Heet hierna**", "het bestuur", "de leverancier"),
)


def write() -> Paper:
    """The agreement with its parties, recitals, articles, list of annexes and signatures."""
    paper = Paper()
    paper.text("Verwerkersovereenkomst", "Title")
    paper.text("eigen tekst, naar de onderdelen van model 4.0", "Subtitle")
    paper.text("tussen **{{ bestuur.naam }}** en **{{ leverancier.naam }}**")
    with paper.when("overeenkomst.kenmerk"):
        paper.text("Kenmerk: {{ overeenkomst.kenmerk }}")
    _write_parties(paper)
    _write_recitals(paper)
    paper.heading("Afspraken", 1)
    _write_articles(paper)
    _write_annexes(paper)
    _write_signatures(paper)
    paper.finish()
    return paper


def _write_parties(paper: Paper) -> None:
    paper.heading("Partijen", 1)
    columns = (Column("Gegeven", 4.2), Column("Bestuur", 6.4), Column("Leverancier", 6.4))
    paper.fixed("Gegevens van de partijen", columns, *PARTIES)


def _write_recitals(paper: Paper) -> None:
    paper.heading("Overwegingen", 1)
    paper.considerations(
        "Het bestuur en de leverancier hebben een hoofdovereenkomst: {{ overeenkomst.hoofdovereenkomst }}, van "
        "{{ overeenkomst.hoofdovereenkomst_datum }}. Daarin staat dat de leverancier aan het bestuur levert:",
    )
    with paper.each("product", "producten"):
        paper.text("**{{ product.naam }}** ({{ product.soort }}): {{ product.omschrijving }}", "List Bullet 2")
    paper.considerations(
        "De leverancier verwerkt daarbij persoonsgegevens voor het bestuur.",
        "Artikel 28, lid 3, AVG vraagt dat partijen daarover schriftelijke afspraken maken. Dat mag ook elektronisch. "
        "In deze overeenkomst doen zij dat.",
    )


def _write_articles(paper: Paper) -> None:
    kinds = {"##": paper.article, "1.": paper.member, "-": paper.part}
    for line in filter(None, ARTICLES.read_text(encoding="utf-8").splitlines()):
        mark, text = line.split(maxsplit=1)
        kinds[mark](text)


def _write_annexes(paper: Paper) -> None:
    paper.heading("Bijlagen", 1)
    with paper.when("overeenkomst.bijlagen"):
        paper.text("Bij deze overeenkomst horen:")
        with paper.each("bijlage", "overeenkomst.bijlagen"):
            paper.text("{{ bijlage }}", "List Bullet")
        paper.otherwise()
        paper.text("Er zijn nog geen bijlagen genoemd.")


def _write_signatures(paper: Paper) -> None:
    paper.heading("Ondertekening", 1)
    columns = (Column("{{ bestuur.naam }}", 8.5), Column("{{ leverancier.naam }}", 8.5))
    table = paper.fixed(
        "Handtekeningen van beide partijen",
        columns,
        ("Naam: {{ bestuur.ondertekenaar_naam }}", "Naam: {{ leverancier.ondertekenaar_naam }}"),
        ("Functie: {{ bestuur.ondertekenaar_functie }}", "Functie: {{ leverancier.ondertekenaar_functie }}"),
        ("Plaats:", "Plaats:"),
        ("Datum:", "Datum:"),
        ("Handtekening:", "Handtekening:"),
    )
    table.rows[-1].height = Cm(2.4)
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    paper.text("Elke partij bewaart een exemplaar van deze overeenkomst met de bijlagen.", "Toelichting")
