"""What the papers of a school say: privacy section, overview for a parent, letter on recipients."""

from tests.documents.examples.parties import document
from tests.documents.examples.school_list import RECIPIENT, ROW, SCHOOL

COMPLAINT = "Komt u er niet uit, dan kunt u een klacht indienen bij de toezichthouder (AVG artikel 77)."
CONTACT = {
    "vragen": "directie, directie@regenboog.example",
    "bestuur": "Stichting De Waterlelie",
    "adres": "Kerkpad 12",
    "postcode": "1234 AB",
    "plaats": "Waterveen",
    "fg": "J. Goossens",
    "fg_email": "fg@waterlelie.example",
    "klacht": COMPLAINT,
}
PRIVACY_SECTION = {
    "doel": {
        "gegevens": "naam en groep; leerresultaten",
        "doelen": ["Leer- en toetsresultaten opslaan", "Toegang geven"],
        "basis": "Dit volgt uit de privacybijsluiters van 1 van de 2 producten.",
        "waarom_zin": "Bij 1 product staat in de privacybijsluiter voor elke soort gegevens waarom die nodig is.",
    },
    "invoer": {"wie": "leerlingen en leraren", "basis": ""},
    "bijzonder": {
        "rijen": [{"gegevens": "Gegevens over gezondheid", "producten": "Vinkenvolg"}],
        "bsn": "Vinkenvolg",
        "basis": "",
    },
    "systemen": {"rijen": [ROW | {"product": "Vinkenvolg", "doel": "bijhouden hoe het met de leerling gaat"}]},
    "toegang": {
        "rijen": [
            {"product": "Vinkenvolg", "onderdeel": "Dossier", "wie": "leerkracht en intern begeleider"},
            {"product": "Leeskist", "onderdeel": "", "wie": "leerkracht"},
        ]
    },
    "leermiddelen": {"rijen": [ROW], "beperkt": [{"product": "Leeskist", "niet": "BSN en resultaten van toetsen"}]},
    "afspraken": {
        "telzin": "Met 1 van deze leveranciers geldt een verwerkersovereenkomst.",
        "convenantzin": "1 van deze leveranciers is deelnemer van het Privacyconvenant Onderwijs.",
        "convenant_link": "https://www.privacyconvenant.nl",
    },
    "lijst": {"vragen": "directie, directie@regenboog.example"},
    "delen": {
        "rijen": [RECIPIENT],
        "gronden": [{"grond": "Wettelijke verplichting", "uitleg": "Een wet verplicht de school.", "artikel": "AVG 6"}],
    },
    "beeld": {
        "rijen": [ROW | {"product": "Schoolfoto", "doel": "foto’s van de groep", "grond": "Toestemming"}],
        "toestemming": True,
    },
    "rechten": {
        "rechten": [{"recht": "Inzage", "uitleg": "U mag weten welke gegevens er zijn.", "artikel": "AVG artikel 15"}],
        "termijn": "De school antwoordt binnen een maand (AVG artikel 12 lid 3).",
        "leeftijd": "Vanaf 16 jaar vraagt de leerling het zelf.",
        "klacht": COMPLAINT,
    },
    "bewaren": {
        "richtlijnen": [
            {"gegevens": "Leerlingdossier", "termijn": "2 jaar nadat de leerling van school is", "stand": "april 2024"},
            {"gegevens": "Verzuim", "termijn": "5 jaar na de uitschrijving", "stand": ""},
        ],
        "leveranciers": [
            {"product": "Leeskist", "gegevens": "resultaten", "termijn": "tot het einde van het schooljaar"}
        ],
    },
    "contact": CONTACT,
    "reglement": {
        "titel": "Privacyreglement",
        "versie": "2.0",
        "vastgesteld": "1 juni 2025",
        "instemming": "De GMR stemde in op 1 mei 2025.",
        "link": "https://waterlelie.example/reglement",
    },
}
OVERVIEW = {
    "telzin": "Op 1 augustus 2026 gebruikt Basisschool De Regenboog 1 product van 1 leverancier.",
    "leeg": False,
    "gegevens": [{"soort": "Naam en groep", "producten": "Leeskist en Vinkenvolg"}],
    "doelen": ["Leer- en toetsresultaten opslaan"],
    "onbekend": "Rekentoren",
    "groepen": [{"kop": "Leermiddelen en toetsen", "rijen": [ROW]}],
    "ontvangers": [RECIPIENT],
}
RECEIVED = {
    "leverancier": "Uitgeverij De Kade B.V.",
    "product": "Leeskist",
    "rol": "verwerker",
    "periode": "de hele periode",
    "groepen": "groep 4 tot en met 8",
    "doel": "oefenen met lezen",
    "gegevens": "Naam en groep",
    "subverwerkers": "Wolkenhuis B.V.",
    "buiten_eer": "nee",
}
LETTER = {
    "leveranciers": [RECEIVED],
    "ontvangers": [RECEIVED | {"leverancier": "Leerplicht", "product": "Verzuim", "grond": "Wettelijke verplichting"}],
    "leeg": False,
    "van": "1 september 2025",
    "tot": "1 augustus 2026",
}


def school_papers() -> dict[str, dict]:
    """The values of each paper of a school, by the name of its template."""
    about = {"school": SCHOOL}
    return {
        "schoolgids-privacyparagraaf": about | {"document": document("Privacyparagraaf")} | PRIVACY_SECTION,
        "overzicht-voor-ouders": about
        | {"document": document("Overzicht van leveranciers"), "overzicht": OVERVIEW, "contact": CONTACT},
        "brief-ontvangers": about | {"document": document("Ontvangers"), "brief": LETTER, "contact": CONTACT},
    }


SCHOOL_GAPS = {
    "schoolgids-privacyparagraaf": (
        ("doel.gegevens", "welke gegevens"),
        ("invoer.wie", "gebruikers"),
        ("systemen.rijen.0.doel", "doel"),
        ("toegang.rijen.1.wie", "wie erbij kan"),
        ("delen.rijen.0.grond", "grondslag"),
        ("contact.fg_email", "e-mailadres van de FG"),
    ),
    "overzicht-voor-ouders": (
        ("overzicht.groepen.0.rijen.0.doel", "doel"),
        ("overzicht.ontvangers.0.grond", "grondslag"),
        ("contact.vragen", "contact"),
    ),
    "brief-ontvangers": (
        ("brief.leveranciers.0.subverwerkers", "subverwerkers"),
        ("brief.ontvangers.0.gegevens", "gegevens"),
        ("contact.fg_email", "e-mailadres van de FG"),
    ),
}
