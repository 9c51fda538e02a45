"""What a school's list of suppliers says."""

from tests.documents.examples.parties import document

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
