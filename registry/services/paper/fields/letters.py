"""Fields of the letters to a supplier, and of the breach card."""

from registry.model import Agreement, SchoolBoard, Subprocessor
from registry.services.paper.fields.shape import Field, Fields, Group, Rows, Texts, of

LETTER: Fields = {
    "geadresseerde": Texts("De regels van het adres", "regel", "Uitgeverij De Kade B.V."),
    "kenmerk": of(Agreement.reference, "2026-014"),
    "antwoord_voor": Field("Voor welke dag een antwoord wordt gevraagd", "31 maart 2026"),
}
ASKED: Fields = {
    "producten": Field("De producten die scholen gebruiken, in één zin", "Leeskist en Rekentoren"),
    "is_verwerker": Field("Of de leverancier verwerker is", True),
    "artikelen": Field("Op welke artikelen van de AVG het verzoek rust", "artikelen 28 en 30"),
    "gevraagd": Rows(
        "Wat wordt gevraagd",
        "punt",
        {
            "vraag": Field("Wat de leverancier moet sturen", "De privacybijsluiter (bijlage 1)."),
            "reden": Field("Waarom", "De privacybijsluiter van Leeskist is er nog niet."),
        },
    ),
}
REQUEST = Group(
    "De brief",
    {**LETTER, **ASKED, "modelzin": Field("Een zin over het model dat past", "U bent medestander van het convenant.")},
)
REMINDER = Group(
    "De brief", {**LETTER, **ASKED, "gevraagd_op": Field("Wanneer het eerder is gevraagd", "12 januari 2026")}
)
PLAIN_LETTER = Group("De brief", LETTER)
ARRANGEMENTS_LETTER = Group("De brief", {**LETTER, "per_mail": Field("Of de afspraak per e-mail gaat", False)})
ARRANGEMENTS = Group(
    "De afspraken",
    {
        "producten": Rows(
            "De producten of diensten",
            "product",
            {
                "naam": Field("Het product of de dienst", "Schoolfoto's"),
                "doel": Field("Waarvoor", "Om schoolfoto's te maken."),
                "scholen": Field("Op welke scholen", "Basisschool De Regenboog"),
                "gegevens": Rows(
                    "Welke gegevens",
                    "gegeven",
                    {
                        "wat": Field("Het gegeven", "Naam en klas"),
                        "van_wie": Field("Van wie", "leerlingen"),
                        "noodzaak": Field("Waarom nodig", "voor de juiste klas"),
                    },
                ),
                "niet": Texts("Wat uitdrukkelijk niet mag", "verbod", "gebruik voor eigen aanbiedingen"),
                "bewaren": Rows(
                    "Hoe lang",
                    "bewaard",
                    {
                        "gegevens": Field("Welke gegevens", "foto's"),
                        "termijn": Field("Hoe lang", "tot het einde van het schooljaar"),
                    },
                ),
                "landen": Field("In welke landen", "Nederland"),
            },
        ),
        "meldpunt": Group(
            "Waar de leverancier een datalek meldt",
            {
                "functie": of(SchoolBoard.breach_function, "privacy officer"),
                "email": of(SchoolBoard.breach_email, "datalek@waterlelie.example"),
                "telefoon": of(SchoolBoard.breach_phone, "0123 456701"),
            },
        ),
        "uren": Field("Binnen hoeveel uur, als dat bekend is", 24),
        "termijn": of(Agreement.deletion_term, "een maand"),
    },
)
OBJECTION = Group(
    "Het bezwaar",
    {
        "product": Field("Om welk product het gaat", "Leeskist"),
        "voorstel": Field("De versie die is voorgesteld", "de privacybijsluiter, versie 3.0"),
        "geldend": Field("De versie die geldt", "de privacybijsluiter, versie 2.1"),
        "subverwerkers": Rows(
            "De subverwerkers die nieuw of anders zijn",
            "subverwerker",
            {
                "naam": of(Subprocessor.name, "Mailduif Inc."),
                "verandering": Field("Wat er nieuw of anders is", "nieuw"),
                "dienst": of(Subprocessor.service, "e-mail versturen"),
                "gegevens": of(Subprocessor.data, "e-mailadres"),
                "land": of(Subprocessor.country, "Verenigde Staten"),
                "niveau": Field("Hoe ver achter de leverancier: 1 is rechtstreeks", 1),
                "waarborg": Field("De waarborg buiten de EER, als die nodig is", "adequaatheidsbesluit"),
            },
        ),
        "vervallen": Field("Welke subverwerkers er niet meer bij zijn", "Postduif B.V."),
        "reden": Field("De reden van het bezwaar, als die is vastgelegd", "Er is geen waarborg voor het land."),
    },
)
CONSENT = Group(
    "De toestemming",
    {
        "product": Field("Om welke producten het gaat", "Leeskist en Rekentoren"),
        "bericht": Field("Het bericht van de leverancier", "uw bericht dat wij op 3 maart 2026 kregen"),
        "subverwerkers": Rows(
            "De subverwerker van dat bericht",
            "subverwerker",
            {
                "naam": of(Subprocessor.name, "Mailduif Inc."),
                "verandering": Field("Wat er nieuw of anders is", "komt erbij"),
                "dienst": of(Subprocessor.service, "e-mail versturen"),
                "gegevens": of(Subprocessor.data, "e-mailadres"),
                "land": of(Subprocessor.country, "Verenigde Staten"),
                "waarborg": Field("De waarborg buiten de EER, als die nodig is", "adequaatheidsbesluit"),
            },
        ),
        "ingang": Field("Wanneer de verandering ingaat, als dat bekend is", "1 augustus 2026"),
        "besloten": Field("Wanneer het bestuur besloot", "10 maart 2026"),
        "voorwaarden": Field("Reden of voorwaarden, als die zijn vastgelegd", "Alleen voor e-mail aan ouders."),
    },
)
BREACH_REPORT = Group(
    "De melding",
    {
        "vragen": Rows(
            "Wat de AP vraagt",
            "vraag",
            {
                "vraag": Field("De vraag", "Wat er is gebeurd"),
                "artikel": Field("Het artikel waar de vraag vandaan komt", "AVG artikel 33 lid 3 onder a"),
                "antwoord": Field(
                    "Het antwoord van het register; leeg is ruimte om te schrijven", "Een brief ging mis."
                ),
            },
        ),
        "uiterlijk": Field("Wanneer de 72 uur voorbij zijn", "6 maart 2026, 14:05"),
        "volgens_bijsluiter": Field("Met welke gegevens het product werkt", "naam en klas (van leerlingen)"),
    },
)
ENDING = Group(
    "Het einde van de overeenkomst",
    {
        "overeenkomst": Field("Welke overeenkomst", "de verwerkersovereenkomst die inging op 1 augustus 2025"),
        "wanneer": Field("Wanneer zij eindigt", "eindigt op 31 juli 2026"),
        "producten": Field("De producten, in één zin", "Leeskist en Rekentoren"),
        "blijft": Field("De producten waarvoor zij blijft gelden; leeg als zij helemaal eindigt", "Sterrenplein"),
        "termijn": of(Agreement.deletion_term, "drie maanden"),
        "subverwerkers": Field("De subverwerkers, in één zin", "Wolkenhuis B.V."),
    },
)
BREACH_CARD = Group(
    "De datalekkaart",
    {
        "meldpunten": Rows(
            "Wie u bereikt",
            "meldpunt",
            {
                "wie": Field("Wie", "Uitgeverij De Kade B.V."),
                "functie": Field("De functie", "servicedesk"),
                "email": Field("Het e-mailadres", "datalek@dekade.example"),
                "telefoon": Field("De telefoon", "0123 456700"),
                "bereikbaar": Field("Wanneer bereikbaar", "dag en nacht"),
            },
        ),
        "uren": Rows(
            "Binnen hoeveel uur de leverancier meldt",
            "regel",
            {
                "product": Field("Het product", "Leeskist"),
                "uren": Field("Het aantal uren", 24),
                "bron": Field("Waar dat staat", "bijlage 2, versie 1.4"),
            },
        ),
        "bijzonder": Field("Welke bijzondere gegevens er zijn", "dyslexie, ja of nee (Leeskist)"),
        "bsn": Field("In welke producten een BSN staat", "Rekentoren"),
        "producten": Rows(
            "De producten",
            "product",
            {
                "naam": Field("Het product", "Leeskist"),
                "scholen": Field("Welke scholen het gebruiken", "Basisschool De Regenboog"),
                "gegevens": Field("Welke gegevens", "Voornaam; groep"),
                "van_wie": Field("Van wie", "leerlingen"),
                "subverwerkers": Field("De subverwerkers", "Wolkenhuis B.V."),
            },
        ),
        "afspraak": Field("Wat is afgesproken", "Verwerkersovereenkomst. Geldt sinds 1 augustus 2025."),
        "afwijkingen": Rows(
            "Afwijkingen over datalekken",
            "afwijking",
            {
                "onderwerp": Field("Het onderwerp", "Datalekken"),
                "afwijking": Field("De afwijking", "melding binnen 36 uur"),
            },
        ),
    },
)
