"""What the annexes of a product say."""

from tests.documents.examples.parties import READING

LEAFLET = {
    "product": READING,
    "versie": "2.1",
    "datum": "15 februari 2026",
    "doelgroep": "basisonderwijs, groep 4 tot en met 8",
    "gebruikers": "leerlingen en leerkrachten",
    "doeleinden": [
        {"code": "LT-a1", "tekst": "Opslaan van leer- en toetsresultaten", "toelichting": "per oefening en per toets"},
        {"code": "LT-c", "tekst": "Toegang tot het product", "toelichting": ""},
        {"code": "LT-e", "tekst": "Goede werking: onderhoud en back-up", "toelichting": "back-up elke nacht"},
    ],
    "gegevens": [
        {
            "code": "1.1",
            "categorie": "Contactgegevens, beperkt",
            "toelichting": "voornaam en eerste letter van de achternaam",
            "betrokkenen": "leerlingen en leerkrachten",
            "noodzaak": "om de leerling te herkennen in de groep",
            "bijzonder": False,
            "bsn": False,
        },
        {
            "code": "5",
            "categorie": "Medische gegevens",
            "toelichting": "dyslexie, ja of nee",
            "betrokkenen": "leerlingen",
            "noodzaak": "om de letter en de regelafstand aan te passen",
            "bijzonder": True,
            "bsn": False,
        },
    ],
    "niet_verwerkt": ["burgerservicenummer (BSN)", "resultaten van andere leermiddelen"],
    "optioneel": [
        {"omschrijving": "Resultaten delen met het leerlingvolgsysteem", "keuze": "ja"},
        {"omschrijving": "Geluidsopnamen van het voorlezen bewaren", "keuze": "nee"},
    ],
    "opslag": [
        {"land": "Nederland", "plaats": "Schipperdam", "buiten_eer": False, "waarborg": ""},
        {
            "land": "Verenigde Staten",
            "plaats": "Springfield",
            "buiten_eer": True,
            "waarborg": "adequaatheidsbesluit EU-VS",
        },
    ],
    "subverwerkers": [
        {
            "naam": "Wolkenhuis B.V.",
            "dienst": "hosting",
            "gegevens": "alle gegevens",
            "land": "Nederland",
            "niveau": 1,
            "waarborg": "",
        },
        {
            "naam": "Mailduif Inc.",
            "dienst": "e-mail versturen",
            "gegevens": "e-mailadres van leerkrachten",
            "land": "Verenigde Staten",
            "niveau": 2,
            "waarborg": "adequaatheidsbesluit EU-VS",
        },
    ],
    "geen_subverwerkers": False,
    "bewaren": [
        {"gegevens": "resultaten", "termijn": "tot het einde van het schooljaar"},
        {"gegevens": "back-ups", "termijn": "dertig dagen"},
    ],
    "contact": {"functie": "privacy officer", "email": "privacy@dekade.example", "telefoon": "0123 456 789"},
    "ai": "Een rekenregel kiest de volgende tekst; er wordt geen profiel aan anderen gegeven.",
}
SECURITY = {
    "product": READING,
    "versie": "1.4",
    "datum": "15 februari 2026",
    "biv": {"b": "midden", "i": "midden", "v": "hoog"},
    "toegang": [
        {"rol": "helpdesk", "handelingen": "bekijken, op verzoek van de school"},
        {"rol": "beheerder", "handelingen": "bekijken, herstellen en verwijderen"},
    ],
    "maatregelen": [
        {
            "groep": "Beschikbaarheid",
            "maatregel": "Herstel",
            "antwoord": "voldoet",
            "toelichting": "binnen acht uur, elk halfjaar geoefend",
        },
        {"groep": "Integriteit", "maatregel": "Back-up", "antwoord": "voldoet", "toelichting": "elke nacht"},
        {
            "groep": "Vertrouwelijkheid",
            "maatregel": "Logische toegang",
            "antwoord": "voldoet deels",
            "toelichting": "inloggen in twee stappen voor beheerders, nog niet voor leerkrachten",
        },
    ],
    "certificaten": [{"naam": "ISO 27001", "houder": "Wolkenhuis B.V.", "einde": "30 juni 2027"}],
    "meldpunt": {
        "functie": "servicedesk",
        "email": "datalek@dekade.example",
        "telefoon": "0123 456 700",
        "uren": 24,
    },
    "meldpunt_bestuur": {"functie": "privacy officer", "email": "datalek@waterlelie.example", "telefoon": ""},
    "toezicht": "Logboeken worden dagelijks nagekeken; elk jaar is er een pentest.",
}
