"""Values for each shipped template, of invented schools, suppliers and people: complete, and with gaps."""

from copy import deepcopy

from registry.documents import Gap

BOARD = {
    "naam": "Stichting De Waterlelie",
    "rechtsvorm": "stichting",
    "nummer": "41234567",
    "nummersoort": "KvK-nummer",
    "adres": "Kerkpad 12",
    "postcode": "1234 AB",
    "plaats": "Waterveen",
    "website": "https://waterlelie.example",
    "ondertekenaar_naam": "M. van den Akker",
    "ondertekenaar_functie": "voorzitter van het college van bestuur",
    "fg_naam": "J. Goossens",
    "fg_contact": "fg@waterlelie.example",
    "privacycontact": "privacy@waterlelie.example",
}
SUPPLIER = {
    "naam": "Uitgeverij De Kade B.V.",
    "rechtsvorm": "besloten vennootschap",
    "kvk": "01234567",
    "adres": "Havenkade 3",
    "postcode": "4321 BA",
    "plaats": "Schipperdam",
    "land": "Nederland",
    "website": "https://dekade.example",
    "rol": "verwerker",
    "ondertekenaar_naam": "P. Jansen & Zonen",
    "ondertekenaar_functie": "directeur",
    "covenant": "niet aangesloten",
    "covenant_datum": "3 maart 2026",
}
DOCUMENT = {
    "titel": "Verwerkersovereenkomst De Waterlelie – Uitgeverij De Kade B.V.",
    "peildatum": "1 augustus 2026",
    "schooljaar": "2026-2027",
    "concept": False,
    "let_op": [],
    "onzeker": [],
    "gemaakt_op": "3 maart 2026",
}
READING = {
    "naam": "Leeskist",
    "soort": "leermiddel",
    "omschrijving": "Oefenen met lezen in groep 4 tot en met 8, met teksten die bij de leerling passen",
    "website": "https://leeskist.example/een/lang/adres/naar/de/privacybijsluiter-2026.pdf",
    "maker": "Studio Leesplank",
    "distributeurs": "De Boekenboom en Rekenwinkel B.V.",
    "modules": [
        {
            "naam": "Oefenen",
            "omschrijving": "opdrachten maken",
            "gegevens": "naam, groep, resultaten",
            "toegang": "leerling en leerkracht",
        },
        {
            "naam": "Dashboard",
            "omschrijving": "resultaten van de groep bekijken",
            "gegevens": "naam, groep, resultaten",
            "toegang": "leerkracht en intern begeleider",
        },
    ],
}
SUMS = {
    "naam": "Rekentoren",
    "soort": "toets",
    "omschrijving": "Toetsen voor rekenen",
    "website": "",
    "maker": "",
    "distributeurs": "",
    "modules": [],
}
AGREEMENT = {
    "soort": "verwerkersovereenkomst",
    "model": "eigen tekst",
    "eigen_tekst": True,
    "hoofdovereenkomst": "Leveringsovereenkomst Leeskist",
    "hoofdovereenkomst_datum": "12 januari 2026",
    "ingang": "1 augustus 2026",
    "einde": "31 juli 2029",
    "duur": "Zij geldt voor drie schooljaren.",
    "opzegtermijn": "Elke partij kan opzeggen met een termijn van drie maanden.",
    "verlenging": "Daarna wordt zij niet stilzwijgend verlengd.",
    "kenmerk": "2026-014",
    "wijze": "ondertekend op papier",
    "bewaartermijn": "drie maanden",
    "bijlagen": [
        "Bijlage 1 – Privacybijsluiter Leeskist",
        "Bijlage 1 – Privacybijsluiter Rekentoren",
        "Bijlage 2 – Beveiligingsbijlage Leeskist",
        "Bijlage 2 – Beveiligingsbijlage Rekentoren",
        "Bijlage 3 – Afwijkingen",
    ],
}
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
DEVIATIONS = [
    {
        "nr": 1,
        "onderwerp": "Datalekken",
        "afwijking": "melding binnen 36 uur in plaats van 24 uur",
        "reden": "de helpdesk is in het weekend niet bezet",
        "risico": "midden",
        "besluit": "aanvaard op 2 maart 2026",
    },
    {
        "nr": 2,
        "onderwerp": "Subverwerkers",
        "afwijking": "melding twintig dagen van tevoren",
        "reden": "de termijn bij de hostingpartij",
        "risico": "laag",
        "besluit": "aanvaard op 2 maart 2026",
    },
]
SCHOOL = {
    "naam": "Basisschool De Regenboog",
    "code": "99ZZ01",
    "adres": "Dorpsstraat 1",
    "postcode": "1234 CD",
    "plaats": "Waterveen",
    "website": "https://regenboog.example",
    "sector": "po",
}
ROW = {
    "product": "Leeskist",
    "leverancier": "Uitgeverij De Kade B.V.",
    "doel": "oefenen met lezen op het eigen niveau",
    "gegevens": "naam, groep en resultaten",
    "van_wie": "leerlingen",
    "rol": "verwerker",
    "link": "https://leeskist.example/privacy",
    "buiten_eer": "ja: Verenigde Staten",
}
RECIPIENT = ROW | {
    "product": "",
    "leverancier": "Leerplicht van de gemeente Waterveen",
    "doel": "toezicht op schoolverzuim",
    "gegevens": "naam, adres en verzuim",
    "rol": "wettelijke plicht",
    "link": "",
    "buiten_eer": "nee",
    "grond": "de school moet verzuim melden volgens de Leerplichtwet",
}


def document(title: str, *, draft: bool = False) -> dict:
    """The values about the paper itself."""
    unsure = ["Lijst van doelen bij model 4.0", "Nummering van de gegevens bij model 4.0"] if draft else []
    heed = ["Bijlage 1: dit is een voorstel."] if draft else []
    return DOCUMENT | {"titel": title, "concept": draft, "let_op": heed, "onzeker": unsure}


def school_list(*, rows: int = 3, recipients: int = 1, **other: object) -> dict:
    """The values of a schoolgids list with `rows` products in two groups."""
    numbered = [ROW | {"product": f"Product {number}"} for number in range(1, rows + 1)]
    half = (rows + 1) // 2
    groups = [("Leermiddelen en toetsen", numbered[:half]), ("Communicatie", numbered[half:])]
    return {
        "school": SCHOOL,
        "document": document("Leverancierslijst De Regenboog"),
        "lijst": {
            "groepen": [{"kop": heading, "rijen": some} for heading, some in groups if some],
            "ontvangers": [RECIPIENT] * recipients,
            "eigen_zin": "Wij delen zo weinig mogelijk gegevens.",
            "telzin": f"In dit overzicht staan {rows} producten.",
            "convenantzin": "Over het privacyconvenant van het onderwijs staat meer op:",
            "convenant_link": "https://www.privacyconvenant.nl",
            "contactzin": "Vragen over privacy? Mail naar privacy@waterlelie.example.",
            "leeg": not rows and not recipients,
            "alleen_leermiddelen": False,
        }
        | other,
    }


def complete() -> dict[str, dict]:
    """Values without a gap for each shipped template, by its name."""
    parties = {"bestuur": BOARD, "leverancier": SUPPLIER}
    values = {
        "verwerkersovereenkomst-eigen-tekst": parties
        | {"document": DOCUMENT, "overeenkomst": AGREEMENT, "producten": [READING, SUMS]},
        "bijlage-1-privacybijsluiter": parties
        | {"document": document("Privacybijsluiter Leeskist"), "bijsluiter": LEAFLET},
        "bijlage-2-beveiligingsbijlage": parties
        | {"document": document("Beveiligingsbijlage Leeskist"), "beveiliging": SECURITY},
        "bijlage-3-afwijkingen": parties | {"document": document("Afwijkingen"), "afwijkingen": DEVIATIONS},
        "schoolgids-leverancierslijst": school_list(rows=5, recipients=2),
    }
    return {name: deepcopy(each) for name, each in values.items()}  # one by one, so that no two share a product


GAPS = {
    "verwerkersovereenkomst-eigen-tekst": (
        ("bestuur.rechtsvorm", "rechtsvorm"),
        ("bestuur.nummer", "nummer"),
        ("bestuur.ondertekenaar_naam", "naam van wie tekent"),
        ("leverancier.kvk", "KvK-nummer"),
        ("leverancier.postcode", "postcode"),
        ("overeenkomst.hoofdovereenkomst_datum", "datum van de hoofdovereenkomst"),
        ("overeenkomst.ingang", "ingangsdatum"),
        ("overeenkomst.bewaartermijn", "termijn voor vernietigen"),
        ("producten.0.omschrijving", "omschrijving"),
    ),
    "bijlage-1-privacybijsluiter": (
        ("bijsluiter.versie", "versie"),
        ("bijsluiter.ai", "zin over AI"),
        ("bijsluiter.optioneel.1.keuze", "keuze"),
        ("bijsluiter.gegevens.0.noodzaak", "noodzaak"),
        ("bijsluiter.opslag.1.waarborg", "waarborg"),
        ("bijsluiter.contact.email", "e-mailadres"),
    ),
    "bijlage-2-beveiligingsbijlage": (
        ("beveiliging.datum", "datum"),
        ("beveiliging.biv.v", "vertrouwelijkheid"),
        ("beveiliging.certificaten.0.einde", "einddatum"),
        ("beveiliging.meldpunt.uren", "aantal uren"),
    ),
    "bijlage-3-afwijkingen": (("afwijkingen.1.besluit", "besluit"),),
    "schoolgids-leverancierslijst": (
        ("lijst.groepen.0.rijen.1.doel", "doel"),
        ("lijst.groepen.1.rijen.0.buiten_eer", "buiten de EER"),
        ("lijst.contactzin", "contact"),
    ),
}


def with_gaps() -> dict[str, dict]:
    """Values of a draft for each shipped template: complete but for the places in `GAPS`."""
    values = complete()
    for name, places in GAPS.items():
        values[name]["document"] = document(values[name]["document"]["titel"], draft=True)
        for place, label in places:
            _put(values[name], place.split("."), Gap(label, place))
    return values


def _put(values: dict | list, path: list[str], gap: Gap) -> None:
    *way, last = [int(step) if step.isdigit() else step for step in path]
    for step in way:
        values = values[step]
    values[last] = gap
