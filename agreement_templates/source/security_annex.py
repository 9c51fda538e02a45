"""Annex 2: how one product is secured, and whom to call when it goes wrong."""

from agreement_templates.source.paper import Paper
from agreement_templates.source.tables import Column

LEVELS = (
    ("**Beschikbaarheid**", "{{ beveiliging.biv.b }}", "De gegevens zijn er als ze nodig zijn."),
    ("**Integriteit**", "{{ beveiliging.biv.i }}", "De gegevens zijn juist en volledig."),
    ("**Vertrouwelijkheid**", "{{ beveiliging.biv.v }}", "Alleen wie het mag, kan bij de gegevens."),
)
REPORT_POINTS = (
    ("**Functie**", "{{ beveiliging.meldpunt.functie }}", "{{ beveiliging.meldpunt_bestuur.functie }}"),
    ("**E-mail**", "{{ beveiliging.meldpunt.email }}", "{{ beveiliging.meldpunt_bestuur.email }}"),
    (
        "**Telefoon**",
        "{{ beveiliging.meldpunt.telefoon }}",
        "{% if beveiliging.meldpunt_bestuur.telefoon %}{{ beveiliging.meldpunt_bestuur.telefoon }}{% else %}"
        "niet vastgelegd{% endif %}",
    ),
)


def write() -> Paper:
    """The annex: levels, access, measures, certificates, breaches."""
    paper = Paper()
    paper.heading("Bijlage 2 – Beveiligingsbijlage: {{ beveiliging.product.naam }}", 1)
    paper.text(
        "Versie {{ beveiliging.versie }} van {{ beveiliging.datum }}, bij de afspraken tussen {{ bestuur.naam }} en "
        "{{ leverancier.naam }}"
    )
    for write_section in (_levels, _access, _measures, _certificates, _breaches, _version):
        write_section(paper)
    paper.finish()
    return paper


def _levels(paper: Paper) -> None:
    paper.heading("Niveau van beveiliging (BIV)", 2)
    columns = (Column("Onderdeel", 4), Column("Niveau", 3), Column("Wat het betekent", 10))
    paper.fixed("Niveau van beschikbaarheid, integriteit en vertrouwelijkheid", columns, *LEVELS)


def _access(paper: Paper) -> None:
    paper.heading("Wie bij de gegevens kan", 2)
    with paper.when("beveiliging.toegang"):
        paper.rows(
            "Rollen en wat zij met de gegevens doen",
            "toegang",
            "beveiliging.toegang",
            Column("Rol", 5.5, "{{ toegang.rol }}"),
            Column("Wat deze rol met de gegevens doet", 11.5, "{{ toegang.handelingen }}"),
        )
        paper.otherwise()
        paper.text("Er is niet vastgelegd wie bij de gegevens kan.")


def _measures(paper: Paper) -> None:
    paper.heading("Maatregelen", 2)
    with paper.when("beveiliging.maatregelen"):
        paper.rows(
            "Maatregelen en of het product eraan voldoet",
            "maatregel",
            "beveiliging.maatregelen",
            Column("Groep", 3.2, "{{ maatregel.groep }}"),
            Column("Maatregel", 4.8, "{{ maatregel.maatregel }}"),
            Column("Antwoord", 2.8, "{{ maatregel.antwoord }}"),
            Column("Toelichting", 6.2, "{{ maatregel.toelichting }}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen maatregelen vastgelegd.")
    with paper.when("beveiliging.toezicht"):
        paper.text(
            "**Hoe de leverancier zwakke plekken en inbreuken opspoort:** {{ beveiliging.toezicht }}", "Toelichting"
        )


def _certificates(paper: Paper) -> None:
    paper.heading("Certificaten", 2)
    with paper.when("beveiliging.certificaten"):
        paper.rows(
            "Certificaten",
            "certificaat",
            "beveiliging.certificaten",
            Column("Certificaat", 6.5, "{{ certificaat.naam }}"),
            Column("Op naam van", 6.5, "{{ certificaat.houder }}"),
            Column("Geldig tot en met", 4, "{{ certificaat.einde }}"),
        )
        paper.otherwise()
        paper.text("Er zijn geen certificaten vastgelegd.")


def _breaches(paper: Paper) -> None:
    paper.heading("Datalekken", 2)
    paper.lead(
        "De leverancier meldt een datalek zonder onredelijke vertraging en **uiterlijk binnen "
        "{{ beveiliging.meldpunt.uren }} uur** nadat de leverancier ervan weet, aan het contactpunt van het bestuur."
    )
    columns = (Column("Contactpunt", 3), Column("Bij de leverancier", 7), Column("Bij het bestuur", 7))
    paper.fixed("Contactpunten voor datalekken", columns, *REPORT_POINTS)
    paper.text("In de melding staat, voor zover bekend:", "Toelichting")
    paper.bullets(
        "datum en tijd van het datalek en van de ontdekking, met een korte samenvatting;",
        "wat er met de gegevens is gebeurd: gelezen, gekopieerd, veranderd, verwijderd of gestolen;",
        "de oorzaak;",
        "welke gegevens het zijn, en of er bijzondere of gevoelige gegevens, wachtwoorden of resultaten bij zijn;",
        "om welke groepen betrokkenen het gaat en om hoeveel mensen ongeveer;",
        "de gevolgen die te verwachten zijn;",
        "wat al is gedaan en wat nog gebeurt.",
    )


def _version(paper: Paper) -> None:
    paper.heading("Versie", 2)
    paper.text("Versie {{ beveiliging.versie }}, laatst aangepast op {{ beveiliging.datum }}.")
