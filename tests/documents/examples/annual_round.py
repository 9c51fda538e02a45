"""What the annual round says in the yearly report."""

BAR = [
    {"naam": "geldt", "aantal": 3, "staaf": "\u2007" * 40},
    {"naam": "aangevraagd", "aantal": 1, "staaf": "\u2007" * 13},
]
_ROUND = {
    "stand": "Jaarronde 2027 is geopend op 4 januari 2027 en loopt nog.",
    "telzin": "Over 12 van 18 producten op scholen is geantwoord; 0 van 1 scholen zijn klaar.",
    "gebruik": BAR,
    "gegevens": BAR,
    "scholen": [{"naam": "De Regenboog", "aantal": "12 van 18", "staaf": "\u2007" * 40}],
    "conclusies": BAR,
    "overeenkomsten": [
        {
            "leverancier": "Uitgeverij De Kade B.V.",
            "conclusie": "actie nodig",
            "risico": "midden",
            "besluit": "eerst de nieuwe bijsluiter vragen",
            "advies": "verleng pas als de bijsluiter er is",
        }
    ],
    "anders": [{"product": "Leeskist", "school": "De Regenboog", "anders": "In de app staat ook een foto."}],
    "acties": [
        {"wat": "Vraag de bijsluiter", "wie": "privacy officer", "klaar": "1 maart 2027", "stand": "open"},
    ],
}
ROUND = {"is_er": True, "naam": "Jaarronde 2027", **_ROUND, "eerdere": [{"naam": "Jaarronde 2026", **_ROUND}]}
