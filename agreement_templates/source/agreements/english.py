"""The general model's agreement in English, in our own words: article for article what the Dutch one says.

It lists its annexes and does not hold them: a register writes those in Dutch.
"""

from pathlib import Path

from agreement_templates.source.agreement import sign_in_two_columns, signing_rows
from agreement_templates.source.agreements.articles import write_articles
from agreement_templates.source.paper import ENGLISH, Paper
from agreement_templates.source.tables import Column

ARTICLES = Path(__file__).parent / "articles_english.md"
PARTIES = (
    ("**Name**", "{{ bestuur.naam }}", "{{ leverancier.naam }}"),
    (
        "**Legal form**",
        "{{ bestuur.rechtsvorm }}",
        "{% if leverancier.rechtsvorm %}{{ leverancier.rechtsvorm }}{% else %}–{% endif %}",
    ),
    (
        "**Number**",
        "{{ bestuur.nummersoort }} {{ bestuur.nummer }}",
        "Chamber of Commerce (KvK) number {{ leverancier.kvk }}",
    ),
    (
        "**Address**",
        "{{ bestuur.adres }}\n{{ bestuur.postcode }} {{ bestuur.plaats }}\nNetherlands",
        "{{ leverancier.adres }}\n{{ leverancier.postcode }} {{ leverancier.plaats }}\n{{ leverancier.land }}",
    ),
    (
        "**Represented by**",
        "{{ bestuur.ondertekenaar_naam }}, {{ bestuur.ondertekenaar_functie }}",
        "{{ leverancier.ondertekenaar_naam }}, {{ leverancier.ondertekenaar_functie }}",
    ),
    ("**Role**", "controller", "processor"),
    ("**Called below**", "the board", "the supplier"),
)


def write() -> Paper:
    """The agreement with its parties, recitals, articles, list of annexes and signatures."""
    paper = Paper(language=ENGLISH)
    paper.text("Data processing agreement", "Title")
    paper.text("our own text, following the parts of the Dutch general model for education", "Subtitle")
    paper.text("between **{{ bestuur.naam }}** and **{{ leverancier.naam }}**")
    with paper.when("overeenkomst.kenmerk"):
        paper.text("Reference: {{ overeenkomst.kenmerk }}")
    _write_parties(paper)
    _write_recitals(paper)
    paper.heading("Terms", 1)
    write_articles(paper, ARTICLES)
    _write_annexes(paper)
    _write_signatures(paper)
    paper.finish()
    return paper


def _write_parties(paper: Paper) -> None:
    paper.heading("Parties", 1)
    columns = (Column("Item", 4.2), Column("Board", 6.4), Column("Supplier", 6.4))
    paper.fixed("Particulars of the parties", columns, *PARTIES)


def _write_recitals(paper: Paper) -> None:
    paper.heading("Recitals", 1)
    paper.considerations(
        "The board and the supplier have a main contract: {{ overeenkomst.hoofdovereenkomst }}, of "
        "{{ overeenkomst.hoofdovereenkomst_datum }}. It states that the supplier provides to the board:",
    )
    with paper.each("product", "producten"):
        paper.text(
            "**{{ product.naam }}**{% if product.soort %} ({{ product.soort }}){% endif %}: {{ product.omschrijving }}",
            "List Bullet 2",
        )
    paper.considerations(
        "In doing so the supplier processes personal data for the board.",
        "Article 28(3) GDPR asks the parties to lay down their arrangements about this in writing, which may be "
        "electronic. In this agreement they do so.",
    )


def _write_annexes(paper: Paper) -> None:
    paper.heading("Annexes", 1)
    with paper.when("overeenkomst.bijlagen"):
        paper.text("To this agreement belong:")
        with paper.each("bijlage", "overeenkomst.bijlagen"):
            paper.text("{{ bijlage }}", "List Bullet")
        paper.otherwise()
        paper.text("No annexes have been named yet.")


def _write_signatures(paper: Paper) -> None:
    paper.heading("Signatures", 1)
    rows = signing_rows("Name", "Position", "Place", "Date", "Signature")
    sign_in_two_columns(paper, "Signatures of both parties", *rows)
    paper.text("Each party keeps a copy of this agreement with its annexes.", "Toelichting")
