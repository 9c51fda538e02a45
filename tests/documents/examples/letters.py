"""What the letters to a supplier say, and the card for a data breach."""

from tests.documents.examples.parties import BOARD, SUPPLIER, document

LETTER = {
    "geadresseerde": ["Uitgeverij De Kade B.V.", "t.a.v. privacy officer", "Havenkade 3", "4321 BA Schipperdam"],
    "kenmerk": "2026-014",
    "antwoord_voor": "31 maart 2026",
    "producten": "Leeskist en Rekentoren",
    "gevraagd": [
        {"vraag": "Een nieuwe overeenkomst.", "reden": "De overeenkomst is op 31 december 2025 afgelopen."},
        {"vraag": "De privacybijsluiter (bijlage 1).", "reden": "De privacybijsluiter van Leeskist is er nog niet."},
    ],
    "modelzin": "Volgens de lijst van het privacyconvenant bent u medestander (nagegaan op 3 maart 2026).",
    "gevraagd_op": "12 januari 2026",
    "per_mail": False,
    "is_verwerker": True,
    "artikelen": "artikelen 28 en 30",
}
ARRANGEMENTS = {
    "producten": [
        {
            "naam": "Schoolfoto's",
            "doel": "Om schoolfoto's te maken.",
            "scholen": "Basisschool De Regenboog",
            "gegevens": [{"wat": "Naam en klas", "van_wie": "leerlingen", "noodzaak": "voor de juiste klas"}],
            "niet": ["gebruik voor eigen aanbiedingen zonder toestemming"],
            "bewaren": [{"gegevens": "foto's", "termijn": "tot het einde van het schooljaar"}],
            "landen": "Nederland",
        }
    ],
    "meldpunt": {"functie": "privacy officer", "email": "datalek@waterlelie.example", "telefoon": "0123 456 701"},
    "uren": 24,
    "termijn": "een maand",
}
OBJECTION = {
    "product": "Leeskist",
    "voorstel": "de privacybijsluiter, versie 3.0",
    "geldend": "de privacybijsluiter, versie 2.1",
    "subverwerkers": [
        {
            "naam": "Mailduif Inc.",
            "verandering": "nieuw",
            "dienst": "e-mail versturen",
            "gegevens": "e-mailadres",
            "land": "Verenigde Staten",
            "waarborg": "adequaatheidsbesluit EU-VS",
        },
        {
            "naam": "Wolkenhuis B.V.",
            "verandering": "land: was Nederland, wordt Ierland",
            "dienst": "hosting",
            "gegevens": "alle gegevens",
            "land": "Ierland",
            "waarborg": "",
        },
    ],
    "vervallen": "Postduif B.V.",
    "reden": "",
}
CONSENT = {
    "product": "Leeskist",
    "bericht": "uw bericht dat wij op 24 februari 2026 kregen",
    "subverwerkers": [
        {
            "naam": "Mailduif Inc.",
            "verandering": "komt erbij",
            "dienst": "e-mail versturen",
            "gegevens": "e-mailadres",
            "land": "Verenigde Staten",
            "waarborg": "adequaatheidsbesluit EU-VS",
        }
    ],
    "ingang": "1 augustus 2026",
    "besloten": "2 maart 2026",
    "voorwaarden": "alleen voor e-mail aan ouders.",
}
PRACTICE = {
    "product": "Leeskist",
    "dag": "3 maart 2026",
    "waar": "Basisschool De Regenboog",
    "bijsluiter": "de privacybijsluiter, versie 2.1",
    "verschillen": [
        {"gegeven": "geboortedatum (leerlingen)", "verschil": "Staat in de app, maar niet in de bijsluiter."},
    ],
    "onbekend": ["foto (leerlingen)"],
}
REPORT = {
    "vragen": [
        {"vraag": "Wat er is gebeurd", "artikel": "AVG artikel 33 lid 3 onder a", "antwoord": "Een lijst ging mis."},
        {"vraag": "Hoeveel dossiers", "artikel": "", "antwoord": ""},
    ],
    "uiterlijk": "6 maart 2026, 14:05",
    "volgens_bijsluiter": "naam en klas (van leerlingen)",
}
ENDING = {
    "overeenkomst": "verwerkersovereenkomst met een eigen tekst van het bestuur",
    "wanneer": "eindigt op 31 juli 2026",
    "blijft": "Sterrenplein",
    "producten": "Leeskist en Rekentoren",
    "termijn": "drie maanden",
    "subverwerkers": "Wolkenhuis B.V. en Mailduif Inc.",
}
CARD = {
    "bijzonder": "dyslexie, ja of nee (Leeskist)",
    "bsn": "Rekentoren",
    "meldpunten": [
        {
            "wie": "Uitgeverij De Kade B.V.",
            "functie": "servicedesk",
            "email": "datalek@dekade.example",
            "telefoon": "0123 456 700",
            "bereikbaar": "dag en nacht",
        },
        {
            "wie": "Meldpunt van het bestuur",
            "functie": "privacy officer",
            "email": "datalek@waterlelie.example",
            "telefoon": "–",
            "bereikbaar": "",
        },
    ],
    "uren": [{"product": "Leeskist", "uren": 24, "bron": "bijlage 2, versie 1.4"}],
    "afspraak": "Verwerkersovereenkomst met een eigen tekst van het bestuur. Geldt sinds 1 augustus 2025.",
    "afwijkingen": [{"onderwerp": "Datalekken", "afwijking": "melding binnen 36 uur"}],
    "producten": [
        {
            "naam": "Leeskist",
            "scholen": "Basisschool De Regenboog",
            "gegevens": "Dyslexie, ja of nee; voornaam",
            "van_wie": "leerlingen",
            "subverwerkers": "Wolkenhuis B.V.",
        }
    ],
}


def letters() -> dict[str, dict]:
    """Values without a gap for each letter and for the card, by the name of the template."""
    shared = {"bestuur": BOARD, "leverancier": SUPPLIER, "brief": LETTER}
    return {
        "brief-verzoek": shared | {"document": document("Verzoek")},
        "brief-herinnering": shared | {"document": document("Herinnering")},
        "brief-afspraken": shared | {"document": document("Afspraken"), "afspraken": ARRANGEMENTS},
        "brief-bezwaar-subverwerker": shared | {"document": document("Bezwaar"), "bezwaar": OBJECTION},
        "brief-einde-overeenkomst": shared | {"document": document("Einde"), "einde": ENDING},
        "brief-toestemming-subverwerker": shared
        | {"document": document("Brief: toestemming voor een subverwerker"), "brief": LETTER, "toestemming": CONSENT},
        "brief-praktijk": shared | {"document": document("Verschil"), "praktijk": PRACTICE},
        "meldformulier-datalek": shared | {"document": document("Meldformulier datalek"), "melding": REPORT},
        "datalekkaart": shared | {"document": document("Datalekkaart"), "kaart": CARD},
    }


GAPS = {
    "brief-verzoek": (
        ("bestuur.adres", "adres van het bestuur"),
        ("brief.geadresseerde.2", "adres van de leverancier"),
        ("bestuur.privacycontact", "e-mailadres voor vragen"),
    ),
    "brief-herinnering": (("brief.gevraagd_op", "datum van het verzoek"), ("bestuur.plaats", "plaats")),
    "brief-afspraken": (
        ("afspraken.producten.0.doel", "doel"),
        ("afspraken.producten.0.gegevens.0.van_wie", "van wie"),
        ("afspraken.producten.0.landen", "landen van opslag"),
        ("afspraken.termijn", "termijn voor vernietigen"),
        ("afspraken.meldpunt.email", "meldpunt"),
    ),
    "brief-bezwaar-subverwerker": (
        ("bezwaar.subverwerkers.0.land", "land"),
        ("bezwaar.subverwerkers.1.dienst", "dienst"),
    ),
    "brief-einde-overeenkomst": (("einde.wanneer", "geëindigd op"), ("einde.termijn", "termijn voor vernietigen")),
    "brief-toestemming-subverwerker": (
        ("toestemming.besloten", "besloten op"),
        ("toestemming.subverwerkers.0.land", "land"),
    ),
    "brief-praktijk": (("brief.geadresseerde.2", "adres van de leverancier"), ("bestuur.adres", "adres")),
    "meldformulier-datalek": (("melding.vragen.0.antwoord", "wat er is gebeurd"),),
    "datalekkaart": (
        ("kaart.meldpunten.0.email", "meldpunt van de leverancier"),
        ("kaart.uren.0.uren", "aantal uren"),
        ("kaart.producten.0.subverwerkers", "subverwerkers"),
    ),
}
