"""Annex 1: what happens with which data in one product."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

GENERAL = (
    ("**Product**", "{{ bijsluiter.product.naam }} ({{ bijsluiter.product.soort }})"),
    ("**Wat het doet**", "{{ bijsluiter.product.omschrijving }}"),
    (
        "**Leverancier**",
        "{{ leverancier.naam }}, {{ leverancier.adres }}, {{ leverancier.postcode }} {{ leverancier.plaats }}, "
        "{{ leverancier.land }}",
    ),
    (
        "**Maker**",
        "{% if bijsluiter.product.maker %}{{ bijsluiter.product.maker }}{% else %}niet apart vastgelegd{% endif %}",
    ),
    (
        "**Distributeurs**",
        "{% if bijsluiter.product.distributeurs %}{{ bijsluiter.product.distributeurs }}{% else %}geen "
        "vastgelegd{% endif %}",
    ),
    (
        "**Meer informatie**",
        "{% if bijsluiter.product.website %}[[{{ bijsluiter.product.website }}]]{% else %}geen website "
        "vastgelegd{% endif %}",
    ),
    ("**Doelgroep**", "{{ bijsluiter.doelgroep }}"),
    ("**Gebruikers**", "{{ bijsluiter.gebruikers }}"),
    ("**AI en profielen**", "{{ bijsluiter.ai }}"),
)


def write() -> Paper:
    """The annex, section A to I."""
    paper = Paper()
    paper.heading("Bijlage 1 – Privacybijsluiter: {{ bijsluiter.product.naam }}", 1)
    paper.text(
        "Versie {{ bijsluiter.versie }} van {{ bijsluiter.datum }}, bij de afspraken tussen {{ bestuur.naam }} en "
        "{{ leverancier.naam }}"
    )
    paper.heading("A. Algemene informatie", 2)
    paper.fixed("Algemene informatie over het product", (Column("Onderwerp", 3.6), Column("Inhoud", 13.4)), *GENERAL)
    for write_section in (_services, _purposes, _data, _storage, _subprocessors, _retention, _contact):
        write_section(paper)
    paper.finish()
    return paper


def _services(paper: Paper) -> None:
    paper.heading("B. Wat hoort bij het product en wat is een keuze", 2)
    paper.text("Alles in deze bijsluiter hoort bij het product, behalve wat hieronder als keuze staat.")
    with paper.when("bijsluiter.product.modules"):
        paper.text("Dit zijn de onderdelen van het product:")
        paper.rows(
            "Onderdelen van het product",
            "module",
            "bijsluiter.product.modules",
            Column("Onderdeel", 3.5, "{{ module.naam }}"),
            Column("Wat het doet", 5, "{{ module.omschrijving }}"),
            Column("Gegevens", 4.5, "{{ module.gegevens }}"),
            Column("Wie erbij kan", 4, "{{ module.toegang }}"),
        )
    with paper.when("bijsluiter.optioneel"):
        paper.lead("Deze verwerking is een keuze. Zonder ‘ja’ van het bestuur gebeurt die niet.", "Toelichting")
        paper.rows(
            "Optionele verwerking en de keuze van het bestuur",
            "keuze",
            "bijsluiter.optioneel",
            Column("Optionele verwerking", 13, "{{ keuze.omschrijving }}"),
            Column("Keuze van het bestuur", 4, "{{ keuze.keuze }}"),
        )
        paper.otherwise()
        paper.text("Er is geen optionele verwerking vastgelegd.", "Toelichting")


def _purposes(paper: Paper) -> None:
    paper.heading("C. Doelen", 2)
    with paper.when("bijsluiter.doeleinden"):
        paper.rows(
            "Doelen van de verwerking",
            "doel",
            "bijsluiter.doeleinden",
            Column("Code", 1.8, "{{ doel.code }}"),
            Column("Doel", 7.6, "{{ doel.tekst }}"),
            Column("Toelichting", 7.6, "{{ doel.toelichting }}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen doelen vastgelegd.")


def _data(paper: Paper) -> None:
    paper.heading("D. Gegevens en betrokkenen", 2)
    with paper.when("bijsluiter.gegevens"):
        paper.rows(
            "Soorten gegevens, van wie en waarvoor nodig",
            "gegeven",
            "bijsluiter.gegevens",
            Column("Code", 1.3, "{{ gegeven.code }}"),
            Column(
                "Soort gegevens",
                5.9,
                "**{{ gegeven.categorie }}**{% if gegeven.toelichting %}\n{{ gegeven.toelichting }}{% endif %}"
                "{% if gegeven.bijzonder %}\nBijzondere persoonsgegevens{% endif %}"
                "{% if gegeven.bsn %}\nBSN{% endif %}",
            ),
            Column("Van wie", 3.4, "{{ gegeven.betrokkenen }}"),
            Column("Waarom nodig", 6.4, "{{ gegeven.noodzaak }}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen gegevens vastgelegd.")
    with paper.when("bijsluiter.niet_verwerkt"):
        paper.text("**Uitdrukkelijk niet verwerkt:**", "Toelichting")
        with paper.each("gegeven", "bijsluiter.niet_verwerkt"):
            paper.text("{{ gegeven }}", "List Bullet")


def _storage(paper: Paper) -> None:
    paper.heading("E. Waar de gegevens zijn", 2)
    with paper.when("bijsluiter.opslag"):
        paper.rows(
            "Plaatsen waar de gegevens worden bewaard en gebruikt",
            "plek",
            "bijsluiter.opslag",
            Column("Land", 3.4, "{{ plek.land }}"),
            Column("Plaats", 4, "{{ plek.plaats }}"),
            Column("Buiten de EER", 3, "{{ plek.buiten_eer }}"),
            Column("Waarborg", 6.6, "{% if plek.buiten_eer %}{{ plek.waarborg }}{% else %}niet nodig{% endif %}"),
        )
        paper.otherwise()
        paper.text("Er is geen plaats van opslag vastgelegd.")


def _subprocessors(paper: Paper) -> None:
    paper.heading("F. Subverwerkers", 2)
    with paper.when("bijsluiter.subverwerkers"):
        paper.lead("Niveau 1 werkt voor de leverancier, niveau 2 voor een subverwerker van niveau 1, en zo verder.")
        paper.rows(
            "Subverwerkers",
            "sub",
            "bijsluiter.subverwerkers",
            Column("Niveau", 1.5, "{{ sub.niveau }}"),
            Column("Naam", 3.6, "{{ sub.naam }}"),
            Column("Dienst", 3.6, "{{ sub.dienst }}"),
            Column("Gegevens", 3.6, "{{ sub.gegevens }}"),
            Column("Land en waarborg", 4.7, "{{ sub.land }}{% if sub.waarborg %}\n{{ sub.waarborg }}{% endif %}"),
        )
        paper.otherwise()
        with paper.when("bijsluiter.geen_subverwerkers"):
            paper.text("De leverancier schakelt voor dit product geen subverwerkers in.")
            paper.otherwise()
            paper.text("Er is niet vastgelegd of de leverancier subverwerkers inschakelt.")


def _retention(paper: Paper) -> None:
    paper.heading("G. Hoelang de gegevens blijven", 2)
    with paper.when("bijsluiter.bewaren"):
        paper.rows(
            "Bewaartermijnen",
            "regel",
            "bijsluiter.bewaren",
            Column("Gegevens", 8.5, "{{ regel.gegevens }}"),
            Column("Termijn", 8.5, "{{ regel.termijn }}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen bewaartermijnen vastgelegd.")


def _contact(paper: Paper) -> None:
    paper.heading("H. Vragen", 2)
    paper.text(
        "Vragen over deze bijsluiter of over het product: {{ bijsluiter.contact.functie }} van {{ leverancier.naam }}, "
        "{{ bijsluiter.contact.email }}"
        "{% if bijsluiter.contact.telefoon %}, {{ bijsluiter.contact.telefoon }}{% endif %}."
    )
    paper.heading("I. Versie", 2)
    paper.text("Versie {{ bijsluiter.versie }}, laatst aangepast op {{ bijsluiter.datum }}.")
