"""What the papers of the board say: register, yearly report, summary for a council, changes of an annex."""

from tests.documents.examples.annual_round import BAR, ROUND
from tests.documents.examples.comparisons import COMPARISON, SECURITY_COMPARISON
from tests.documents.examples.parties import BOARD, document

CHANGES = {
    "bekend": True,
    "nieuw": [
        {
            "product": "Leeskist",
            "leverancier": "Uitgeverij De Kade B.V.",
            "scholen": "De Regenboog",
            "dag": "1 augustus 2026",
            "doel": "oefenen met lezen",
        }
    ],
    "gestopt": [
        {
            "product": "Rekentoren",
            "leverancier": "Uitgeverij De Kade B.V.",
            "scholen": "",
            "dag": "31 juli 2026",
            "doel": "toetsen voor rekenen",
        }
    ],
    "anders": [
        {
            "product": "Leeskist",
            "scholen": "De Regenboog",
            "wat": "Grondslag",
            "was": "niet ingevuld",
            "wordt": "Toestemming",
        }
    ],
    "afspraken": [
        {
            "leverancier": "Uitgeverij De Kade B.V.",
            "afspraak": "Eigen tekst",
            "wat": "ging in",
            "dag": "1 augustus 2026",
        }
    ],
    "bijsluiters": [
        {
            "product": "Leeskist",
            "versie": "versie 2.1",
            "dag": "1 juni 2026",
            "verschil": "3 verschillen",
            "let_op": "BSN",
        },
        {
            "product": "Rekentoren",
            "versie": "versie 1",
            "dag": "1 juni 2026",
            "verschil": "eerste versie",
            "let_op": "geen",
        },
    ],
    "geen": False,
}
TEXTS = [{"titel": "Schoolgids", "versie": "2026-2027", "instemming": "De MR stemde in op 10 juni 2026."}]
COUNCIL = {
    "naam": "MR",
    "over": "Basisschool De Regenboog",
    "telzin": "Op 1 augustus 2026 gebruikt Basisschool De Regenboog 2 producten van 1 leverancier.",
    "sinds_zin": "De MR stemde het laatst in op 10 juni 2025, met “Schoolgids”.",
    "sinds": "10 juni 2025",
    "teksten": TEXTS,
}
REGISTER = {
    "leeg": False,
    "verwerkers": [
        {
            "product": "Leeskist",
            "leverancier": "Uitgeverij De Kade B.V.",
            "rol": "verwerker",
            "beheerder": "ict-coördinator",
            "locatie": "Nederland: Schipperdam",
            "overeenkomst": "Eigen tekst, getekend op 1 augustus 2026",
            "scholen": "De Regenboog",
        }
    ],
    "verwerkingen": [
        {
            "product": "Leeskist",
            "doelen": "Leer- en toetsresultaten opslaan",
            "van_wie": "leerlingen",
            "gegevens": "Naam en groep",
            "ontvangers": "Uitgeverij De Kade B.V.;\nWolkenhuis B.V.: hosting",
            "doorgifte": "Verenigde Staten: Adequaatheidsbesluit",
            "bewaren": "resultaten: tot het einde van het schooljaar",
            "beveiliging": "B midden, I midden, V hoog",
        }
    ],
    "ontvangers": [
        {
            "leverancier": "Leerplicht",
            "product": "Verzuim",
            "grond": "Wettelijke verplichting",
            "doel": "toezicht",
            "gegevens": "naam en verzuim",
            "van_wie": "leerlingen",
            "scholen": "1 school",
        }
    ],
}
REPORT = {
    "bestuur": "Stichting De Waterlelie",
    "van": "1 augustus 2026",
    "tot": "3 maart 2027",
    "telzin": "Op 3 maart 2027 staan in het register 1 school, 2 producten en 1 organisatie.",
    "overeenkomsten": BAR,
    "zonder": 0,
    "rollen": [{"naam": "verwerker", "aantal": 4, "staaf": "\u2007" * 40}],
    "convenant": [{"naam": "deelnemer", "aantal": 2, "staaf": "\u2007" * 40}],
    "open": [
        {
            "soort": "Privacybijsluiters",
            "aantal": 1,
            "leveranciers": "Uitgeverij De Kade B.V.",
            "punten": ["De privacybijsluiter van Rekentoren is er nog niet."],
        }
    ],
    "afwijkingen": [
        {
            "leverancier": "Uitgeverij De Kade B.V.",
            "onderwerp": "Datalekken",
            "afwijking": "melding binnen 36 uur",
            "risico": "midden",
            "besluit": "aanvaard (college van bestuur, 2 september 2026)",
            "dit_jaar": True,
        }
    ],
    "teksten": TEXTS,
}
CONTROLLER = BOARD | {"privacyfunctie": "privacy officer", "fg": "J. Goossens"}


def board_papers() -> dict[str, dict]:
    """The values of each paper of the board, by the name of its template."""
    return {
        "overzicht-medezeggenschap": {"document": document("Overzicht"), "raad": COUNCIL, "wijzigingen": CHANGES},
        "register-van-verwerkingen": {
            "document": document("Register van verwerkingen"),
            "bestuur": CONTROLLER,
            "register": REGISTER,
        },
        "jaarverslag-privacy": {
            "document": document("Jaarverslag"),
            "verslag": REPORT,
            "ronde": ROUND,
            "wijzigingen": CHANGES,
        },
        "wijzigingen-beveiligingsbijlage": {
            "document": document("Wat er verandert"),
            "vergelijking": SECURITY_COMPARISON,
        },
        "wijzigingen-privacybijsluiter": {"document": document("Wat er verandert"), "vergelijking": COMPARISON},
    }


BOARD_GAPS = {
    "overzicht-medezeggenschap": (("wijzigingen.nieuw.0.doel", "doel"),),
    "register-van-verwerkingen": (
        ("bestuur.nummer", "nummer"),
        ("bestuur.fg_contact", "e-mailadres van de FG"),
        ("register.verwerkers.0.locatie", "landen van opslag"),
        ("register.verwerkingen.0.bewaren", "bewaartermijnen"),
        ("register.ontvangers.0.grond", "grondslag"),
    ),
    "jaarverslag-privacy": (("wijzigingen.gestopt.0.doel", "doel"),),
    "wijzigingen-beveiligingsbijlage": (("vergelijking.leverancier", "leverancier"),),
    "wijzigingen-privacybijsluiter": (("vergelijking.leverancier", "leverancier"),),
}
