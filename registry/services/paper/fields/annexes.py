"""Fields of annex 1 (privacy) and annex 2 (security)."""

from registry.model import (
    AccessRole,
    AnnexData,
    AnnexOption,
    AnnexPurpose,
    AnnexRetention,
    AnnexStorage,
    Certificate,
    Measure,
    PrivacyAnnex,
    SchoolBoard,
    SecurityAnnex,
    Subprocessor,
)
from registry.services.paper.fields.parties import PRODUCT
from registry.services.paper.fields.shape import Field, Group, Rows, Texts, of

SAFEGUARD = Field("De waarborg buiten de EER, als die nodig is", "adequaatheidsbesluit")

PRIVACY_ANNEX = Group(
    "De privacybijsluiter (bijlage 1)",
    {
        "product": Group("Het product", PRODUCT),
        "versie": of(PrivacyAnnex.edition, "2.1"),
        "datum": of(PrivacyAnnex.dated, "15 februari 2026"),
        "doelgroep": of(PrivacyAnnex.audience, "basisonderwijs, groep 4 tot en met 8"),
        "gebruikers": of(PrivacyAnnex.users, "leerlingen en leerkrachten"),
        "doeleinden": Rows(
            "De doelen",
            "doel",
            {
                "code": Field("De code van het doel", "LT-a1"),
                "tekst": Field("Het doel", "Opslaan van leer- en toetsresultaten"),
                "toelichting": of(AnnexPurpose.note, "per oefening en per toets"),
            },
        ),
        "gegevens": Rows(
            "De soorten gegevens",
            "soort",
            {
                "code": Field("De code van de soort", "1.1"),
                "categorie": Field("De soort gegevens", "Contactgegevens, beperkt"),
                "toelichting": of(AnnexData.note, "voornaam en eerste letter van de achternaam"),
                "betrokkenen": Field("Van wie de gegevens zijn", "leerlingen en leerkrachten"),
                "noodzaak": of(AnnexData.needed_because, "om de leerling te herkennen in de groep"),
                "bijzonder": Field("Of het bijzondere persoonsgegevens zijn", False),
                "bsn": Field("Of het om het BSN gaat", False),
            },
        ),
        "niet_verwerkt": Texts("Wat uitdrukkelijk niet wordt verwerkt", "gegeven", "BSN"),
        "optioneel": Rows(
            "Waarover het bestuur kiest",
            "keuze",
            {
                "omschrijving": of(AnnexOption.description, "Resultaten delen met het leerlingvolgsysteem"),
                "keuze": Field("Wat het bestuur koos: ja of nee", "ja"),
            },
        ),
        "opslag": Rows(
            "Waar de gegevens staan",
            "plek",
            {
                "land": of(AnnexStorage.country, "Nederland"),
                "plaats": of(AnnexStorage.place, "Schipperdam"),
                "buiten_eer": Field("Of dat buiten de EER is", False),
                "waarborg": SAFEGUARD,
            },
        ),
        "subverwerkers": Rows(
            "De subverwerkers",
            "subverwerker",
            {
                "naam": of(Subprocessor.name, "Wolkenhuis B.V."),
                "dienst": of(Subprocessor.service, "hosting"),
                "gegevens": of(Subprocessor.data, "alle gegevens"),
                "land": of(Subprocessor.country, "Nederland"),
                "niveau": Field("Hoe ver achter de leverancier: 1 is rechtstreeks", 1),
                "waarborg": SAFEGUARD,
            },
        ),
        "geen_subverwerkers": Field("Of er geen subverwerkers zijn", False),
        "bewaren": Rows(
            "Hoe lang gegevens bewaard blijven",
            "termijn",
            {
                "gegevens": of(AnnexRetention.data, "resultaten"),
                "termijn": of(AnnexRetention.term, "tot het einde van het schooljaar"),
            },
        ),
        "contact": Group(
            "Bij wie u terechtkunt",
            {
                "functie": of(PrivacyAnnex.contact_function, "privacy officer"),
                "email": of(PrivacyAnnex.contact_email, "privacy@dekade.example"),
                "telefoon": of(PrivacyAnnex.contact_phone, "0123 456789"),
            },
        ),
        "ai": Field("Een zin over AI en profilering", "Geen AI en geen profilering."),
    },
)
SECURITY_ANNEX = Group(
    "De beveiligingsbijlage (bijlage 2)",
    {
        "product": Group("Het product", PRODUCT),
        "versie": of(SecurityAnnex.edition, "1.4"),
        "datum": of(SecurityAnnex.dated, "15 februari 2026"),
        "biv": Group(
            "De BIV-classificatie",
            {
                "b": of(SecurityAnnex.availability, "midden"),
                "i": of(SecurityAnnex.integrity, "midden"),
                "v": of(SecurityAnnex.confidentiality, "hoog"),
            },
        ),
        "toegang": Rows(
            "Wie bij de gegevens kan",
            "wie",
            {
                "rol": of(AccessRole.role, "helpdesk"),
                "handelingen": of(AccessRole.actions, "bekijken, op verzoek van de school"),
            },
        ),
        "maatregelen": Rows(
            "De maatregelen",
            "maatregel",
            {
                "groep": Field("Waar de maatregel bij hoort", "Beschikbaarheid"),
                "maatregel": of(Measure.measure, "Herstel"),
                "antwoord": of(Measure.answer, "voldoet"),
                "toelichting": of(Measure.note, "elk halfjaar geoefend"),
            },
        ),
        "certificaten": Rows(
            "De certificaten",
            "certificaat",
            {
                "naam": of(Certificate.name, "ISO 27001"),
                "houder": of(Certificate.holder, "Wolkenhuis B.V."),
                "einde": of(Certificate.ends_on, "30 juni 2027"),
            },
        ),
        "meldpunt": Group(
            "Waar de leverancier een datalek meldt",
            {
                "functie": of(SecurityAnnex.breach_function, "servicedesk"),
                "email": of(SecurityAnnex.breach_email, "datalek@dekade.example"),
                "telefoon": of(SecurityAnnex.breach_phone, "0123 456700"),
                "uren": Field("Binnen hoeveel uur", 24),
            },
        ),
        "meldpunt_bestuur": Group(
            "Waar het bestuur een melding wil krijgen",
            {
                "functie": of(SchoolBoard.breach_function, "privacy officer"),
                "email": of(SchoolBoard.breach_email, "datalek@waterlelie.example"),
                "telefoon": of(SchoolBoard.breach_phone, "0123 987654"),
            },
        ),
        "toezicht": of(SecurityAnnex.monitoring, "Logboeken worden dagelijks nagekeken."),
    },
)
