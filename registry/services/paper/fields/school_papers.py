"""Fields of what a school tells parents: the overview, the letter about recipients, and whom to ask."""

from registry.model import SchoolBoard
from registry.services.paper.fields.school_list import ROW
from registry.services.paper.fields.shape import Field, Fields, Group, Rows, Texts, of

RECIPIENT: Fields = {**ROW, "grond": Field("Op welke grond", "de Leerplichtwet")}
COMPLAINT = Field("Een zin over een klacht", "U kunt een klacht indienen bij de toezichthouder (AVG artikel 77).")
CONTACT = Group(
    "Bij wie ouders terechtkunnen",
    {
        "vragen": Field("Bij wie vragen horen", "directie, directie@regenboog.example"),
        "bestuur": of(SchoolBoard.name, "Stichting De Waterlelie"),
        "adres": of(SchoolBoard.address, "Kerkpad 12"),
        "postcode": of(SchoolBoard.postcode, "1234 AB"),
        "plaats": of(SchoolBoard.city, "Waterveen"),
        "fg": Field("De FG", "J. Goossens"),
        "fg_email": of(SchoolBoard.dpo_email, "fg@waterlelie.example"),
        "klacht": COMPLAINT,
    },
)
OVERVIEW = Group(
    "Het overzicht",
    {
        "telzin": Field("Een zin die telt", "Op 1 augustus 2026 gebruikt de school 1 product van 1 leverancier."),
        "leeg": Field("Of er niets te noemen is", False),
        "gegevens": Rows(
            "De soorten gegevens",
            "rij",
            {"soort": Field("De soort", "Naam en groep"), "producten": Field("In welke producten", "Leeskist")},
        ),
        "doelen": Texts("De doelen", "doel", "Leer- en toetsresultaten opslaan"),
        "onbekend": Field("Van welke producten het nog niet bekend is", "Rekentoren"),
        "groepen": Rows(
            "De producten, per kopje",
            "groep",
            {"kop": Field("Het kopje", "Leermiddelen"), "rijen": Rows("De regels onder dit kopje", "rij", ROW)},
        ),
        "ontvangers": Rows("Wie volgens de wet gegevens krijgt", "rij", RECIPIENT),
    },
)
_RECEIVED: Fields = {
    "leverancier": Field("Wie de gegevens kreeg", "Uitgeverij De Kade B.V."),
    "product": Field("Het product", "Leeskist"),
    "rol": Field("De rol", "verwerker"),
    "periode": Field("In welke periode", "de hele periode"),
    "groepen": Field("Welke groepen nu, leeg voor een periode die voorbij is", "groep 4 tot en met 8"),
    "doel": Field("Waarvoor", "oefenen met lezen"),
    "gegevens": Field("Welke gegevens", "Naam en groep"),
    "subverwerkers": Field("De subverwerkers", "Wolkenhuis B.V."),
    "buiten_eer": Field("Of gegevens buiten de EER komen", "nee"),
}
RECIPIENTS_LETTER = Group(
    "De brief",
    {
        "leveranciers": Rows("De leveranciers", "rij", _RECEIVED),
        "ontvangers": Rows(
            "Wie zelf verantwoordelijk is", "rij", {**_RECEIVED, "grond": Field("De grond", "Wettelijke verplichting")}
        ),
        "leeg": Field("Of er niemand te noemen is", False),
        "van": Field("De eerste dag van de periode", "1 september 2025"),
        "tot": Field("De laatste dag van de periode", "1 augustus 2026"),
    },
)
