"""Fields of what the board gives account of: the council's summary, the register, the yearly report, annex changes."""

from registry.model import SchoolBoard, Statement
from registry.services.paper.fields.parties import BOARD
from registry.services.paper.fields.school_list import ROW
from registry.services.paper.fields.shape import Field, Fields, Group, Rows, of

_TEXT: Fields = {
    "titel": of(Statement.title, "Schoolgids"),
    "versie": of(Statement.edition, "2026-2027"),
    "instemming": Field("Een zin over de instemming", "De MR stemde in op 10 juni 2026."),
}
_USE: Fields = {
    "product": Field("Het product", "Leeskist"),
    "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
    "scholen": Field("Welke scholen", "De Regenboog"),
    "dag": Field("Vanaf of tot welke dag", "1 augustus 2026"),
    "doel": Field("Waarvoor", "oefenen met lezen"),
}
CHANGES = Group(
    "Wat er in de periode veranderde",
    {
        "bekend": Field("Of er een begin van de periode bekend is", True),
        "nieuw": Rows("Nieuw in gebruik", "rij", _USE),
        "gestopt": Rows("Niet meer in gebruik", "rij", _USE),
        "anders": Rows(
            "Anders geworden",
            "rij",
            {
                "product": Field("Het product", "Leeskist"),
                "scholen": Field("Welke scholen", "De Regenboog"),
                "wat": Field("Welk gegeven", "Grondslag"),
                "was": Field("Wat het was", "niet ingevuld"),
                "wordt": Field("Wat het is", "Toestemming"),
            },
        ),
        "afspraken": Rows(
            "Overeenkomsten",
            "rij",
            {
                "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
                "afspraak": Field("De afspraak", "Eigen tekst van het bestuur"),
                "wat": Field("Wat er gebeurde", "ging in"),
                "dag": Field("Op welke dag", "1 augustus 2026"),
            },
        ),
        "bijsluiters": Rows(
            "Privacybijsluiters",
            "rij",
            {
                "product": Field("Het product", "Leeskist"),
                "versie": Field("De versie", "Privacybijsluiter, versie 2.1"),
                "dag": Field("Op welke dag", "1 juni 2026"),
                "verschil": Field("Hoeveel er anders is", "3 verschillen"),
                "let_op": Field("Waar op te letten", "BSN"),
            },
        ),
        "geen": Field("Of er niets veranderde", False),
    },
)
COUNCIL = Group(
    "Voor de raad",
    {
        "naam": Field("Welke raad", "MR"),
        "over": Field("Over welke school of welk bestuur", "Basisschool De Regenboog"),
        "telzin": Field("Een zin die telt", "De school gebruikt 2 producten van 1 leverancier."),
        "sinds_zin": Field("Een zin over de laatste instemming", "De MR stemde het laatst in op 10 juni 2025."),
        "sinds": Field("De dag daarvan", "10 juni 2025"),
        "teksten": Rows("De teksten met hun instemming", "tekst", _TEXT),
    },
)
CONTROLLER = Group(
    "Het schoolbestuur",
    {
        **BOARD.fields,
        "privacyfunctie": of(SchoolBoard.privacy_function, "de privacy officer"),
        "fg": Field("De FG", "J. Goossens"),
    },
)
REGISTER = Group(
    "Het register",
    {
        "leeg": Field("Of er niets in staat", False),
        "verwerkers": Rows(
            "De verwerkers",
            "rij",
            {
                "product": Field("Het product", "Leeskist"),
                "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
                "rol": Field("De rol", "verwerker"),
                "beheerder": Field("Wie het beheert", "ict-coördinator"),
                "locatie": Field("Waar de gegevens staan", "Nederland: Schipperdam"),
                "overeenkomst": Field("De overeenkomst", "Eigen tekst, getekend op 1 augustus 2026"),
                "scholen": Field("Welke scholen", "De Regenboog"),
            },
        ),
        "verwerkingen": Rows(
            "De verwerkingen",
            "rij",
            {
                "product": Field("Het product", "Leeskist"),
                "doelen": Field("De doelen", "Leer- en toetsresultaten opslaan"),
                "van_wie": Field("Van wie", "leerlingen"),
                "gegevens": Field("Welke gegevens", "Naam en groep"),
                "ontvangers": Field("Wie ze krijgt", "Uitgeverij De Kade B.V."),
                "doorgifte": Field("Doorgifte buiten de EER", "nee"),
                "bewaren": Field("Hoe lang", "resultaten: tot het einde van het schooljaar"),
                "beveiliging": Field("De beveiliging", "B midden, I midden, V hoog"),
            },
        ),
        "ontvangers": Rows(
            "Andere ontvangers",
            "rij",
            {
                **ROW,
                "grond": Field("De grond", "Wettelijke verplichting"),
                "scholen": Field("Welke scholen", "De Regenboog"),
            },
        ),
    },
)
