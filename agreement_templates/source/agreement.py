"""Our own processor agreement; it says under its title that it is no official model.

Its articles stand in articles.md, in the order of the topics of model 4.0, each with the code of its topic.
Article 28(3) AVG asks for eight things: a (instructions) is in "Onderwerp en opdracht", b (confidentiality) in
"Vertrouwelijkheid", c (security) and h (information and audits) in "Beveiliging en controle", d in "Subverwerkers",
e (rights of people) in "Bijstand", f (assistance) in "Datalekken" and "Bijstand", g (return or deletion) in "Bewaren
en vernietigen".
"""

from collections.abc import Collection

from docx.shared import Cm

from agreement_templates.source.agreements.articles import DUTCH, write_articles
from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

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
    """The agreement after the model for participants of the covenant."""
    return written("eigen tekst, naar de onderdelen van model 4.0")


def written(subtitle: str, without: Collection[str] = ()) -> Paper:
    """The agreement with its parties, recitals, articles but for these topics, list of annexes and signatures."""
    paper = Paper()
    paper.text("Verwerkersovereenkomst", "Title")
    paper.text(subtitle, "Subtitle")
    paper.text("tussen **{{ bestuur.naam }}** en **{{ leverancier.naam }}**")
    with paper.when("overeenkomst.kenmerk"):
        paper.text("Kenmerk: {{ overeenkomst.kenmerk }}")
    _write_parties(paper)
    _write_recitals(paper)
    paper.heading("Afspraken", 1)
    write_articles(paper, DUTCH, without)
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
    rows = signing_rows("Naam", "Functie", "Plaats", "Datum", "Handtekening")
    sign_in_two_columns(paper, "Handtekeningen van beide partijen", *rows)
    paper.text("Elke partij bewaart een exemplaar van deze overeenkomst met de bijlagen.", "Toelichting")


def signing_rows(name: str, function: str, *by_hand: str) -> list[tuple[str, ...]]:
    """The rows in which both parties sign, under these words; the last is the signature."""
    sides = ("bestuur", "leverancier")
    known = ((name, "ondertekenaar_naam"), (function, "ondertekenaar_functie"))
    filled = [tuple(f"{word}: {{{{ {side}.{field} }}}}" for side in sides) for word, field in known]
    return [*filled, *((f"{word}:", f"{word}:") for word in by_hand)]


def sign_in_two_columns(paper: Paper, title: str, *rows: tuple[str, ...]) -> None:
    """Room for both parties to sign, the last row high enough for it."""
    columns = (Column("{{ bestuur.naam }}", 8.5), Column("{{ leverancier.naam }}", 8.5))
    table = paper.fixed(title, columns, *rows)
    table.rows[-1].height = Cm(2.4)
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
