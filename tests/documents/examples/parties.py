"""Invented boards, suppliers and products."""

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


def document(title: str, *, draft: bool = False) -> dict:
    """The values about the paper itself."""
    unsure = ["Lijst van doelen bij model 4.0", "Nummering van de gegevens bij model 4.0"] if draft else []
    heed = ["Bijlage 1: dit is een voorstel."] if draft else []
    return DOCUMENT | {"titel": title, "concept": draft, "let_op": heed, "onzeker": unsure}
