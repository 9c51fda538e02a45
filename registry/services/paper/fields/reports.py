"""Fields of the yearly report and of the table of what changes in a privacy annex."""

from registry.services.paper.fields.shape import Field, Fields, Group, Rows, Texts

_BAR: Fields = {
    "naam": Field("Wat er geteld is", "geldt"),
    "aantal": Field("Hoeveel", 3),
    "staaf": Field(
        "Vaste spaties, meer naarmate het aantal groter is: geef ze in Word een kleur", "\N{NO-BREAK SPACE}" * 3
    ),
}
_DIFFERENCE: Fields = {
    "onderwerp": Field("Het onderwerp", "Opslag"),
    "wat": Field("Wat", "Verenigde Staten"),
    "soort": Field("Erbij, vervallen of anders", "erbij"),
    "was": Field("Wat het was", "stond er niet in"),
    "wordt": Field("Wat het wordt", "Springfield (Verenigde Staten)"),
}
REPORT = Group(
    "Het verslag",
    {
        "bestuur": Field("Naam van het bestuur", "Stichting De Waterlelie"),
        "van": Field("De eerste dag", "1 augustus 2026"),
        "tot": Field("De laatste dag", "3 maart 2027"),
        "telzin": Field("Een zin die telt", "In het register staan 1 school en 2 producten."),
        "overeenkomsten": Rows("Overeenkomsten, geteld per stand", "rij", _BAR),
        "zonder": Field("Hoeveel leveranciers er geen hebben", 0),
        "rollen": Rows("Organisaties, geteld per rol", "rij", _BAR),
        "convenant": Rows("Leveranciers, geteld naar het convenant", "rij", _BAR),
        "open": Rows(
            "Wat nog open staat",
            "rij",
            {
                "soort": Field("Wat voor punten", "Privacybijsluiters"),
                "aantal": Field("Hoeveel", 1),
                "leveranciers": Field("Bij wie", "Uitgeverij De Kade B.V."),
                "punten": Texts("De punten", "punt", "De privacybijsluiter van Rekentoren is er nog niet."),
            },
        ),
        "afwijkingen": Rows(
            "Afwijkingen van een model",
            "rij",
            {
                "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
                "onderwerp": Field("Het onderwerp", "Datalekken"),
                "afwijking": Field("De afwijking", "melding binnen 36 uur"),
                "risico": Field("Het risico", "midden"),
                "besluit": Field("Het besluit", "aanvaard (college van bestuur, 2 september 2026)"),
                "dit_jaar": Field("Of dat in deze periode was", True),
            },
        ),
        "teksten": Rows(
            "De teksten met hun instemming",
            "tekst",
            {
                "titel": Field("De titel", "Schoolgids"),
                "versie": Field("De versie", "2026-2027"),
                "instemming": Field("Een zin over de instemming", "De MR stemde in op 10 juni 2026."),
            },
        ),
    },
)
_ROUND: Fields = {
    "stand": Field("Een zin over de stand", "Jaarronde 2027 is geopend op 4 januari 2027 en loopt nog."),
    "telzin": Field("Een zin die telt", "Over 12 van 18 producten op scholen is geantwoord."),
    "gebruik": Rows("Antwoorden op “nog in gebruik?”, geteld", "rij", _BAR),
    "gegevens": Rows("Antwoorden op “kloppen de gegevens?”, geteld", "rij", _BAR),
    "scholen": Rows(
        "Hoever iedere school is",
        "rij",
        {
            "naam": Field("De school", "De Regenboog"),
            "aantal": Field("Hoeveel er beantwoord zijn", "12 van 18"),
            "staaf": _BAR["staaf"],
        },
    ),
    "conclusies": Rows("Conclusies over overeenkomsten, geteld", "rij", _BAR),
    "overeenkomsten": Rows(
        "Overeenkomsten waarover iets is vastgelegd, het grootste risico eerst",
        "rij",
        {
            "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
            "conclusie": Field("De conclusie", "actie nodig"),
            "risico": Field("Het risico", "midden"),
            "besluit": Field("Het besluit", "eerst de nieuwe bijsluiter vragen"),
            "advies": Field("Het advies van de FG", "verleng pas als de bijsluiter er is"),
        },
    ),
    "anders": Rows(
        "Wat volgens scholen anders is dan beschreven",
        "rij",
        {
            "product": Field("Het product", "Leeskist"),
            "school": Field("De school", "De Regenboog"),
            "anders": Field("Wat er anders is", "In de app staat ook een foto."),
        },
    ),
    "acties": Rows(
        "Acties uit de jaarronde",
        "rij",
        {
            "wat": Field("Wat er moet gebeuren", "Vraag de nieuwe bijsluiter"),
            "wie": Field("Wie het doet", "privacy officer"),
            "klaar": Field("Wanneer het klaar is", "1 maart 2027"),
            "stand": Field("Open of gedaan", "open"),
        },
    ),
}
ROUND = Group(
    "De jaarronde van dit schooljaar, de nieuwste als er meer waren",
    {
        "is_er": Field("Of er een jaarronde was", True),
        "naam": Field("De naam", "Jaarronde 2027"),
        **_ROUND,
        "eerdere": Rows(
            "Andere jaarrondes die in dit schooljaar liepen, de nieuwste eerst",
            "eerder",
            {"naam": Field("De naam", "Jaarronde 2026"), **_ROUND},
        ),
    },
)


def _comparison(annex: str, reason: str) -> Group:
    return Group(
        "De vergelijking",
        {
            "product": Field("Het product", "Leeskist"),
            "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
            "oud": Field("De oude versie", f"{annex}, versie 2.0"),
            "nieuw": Field("De nieuwe versie", f"{annex}, versie 2.1"),
            "stand": Field("Een zin over de stand", "De nieuwe versie is een voorstel."),
            "bereik": Field("Een zin over het bereik", "1 school krijgt met de nieuwe versie te maken."),
            "aandacht": Rows("Wat aandacht vraagt", "rij", {**_DIFFERENCE, "reden": Field("Waarom", reason)}),
            "rijen": Rows("De verschillen", "rij", _DIFFERENCE),
            "telzin": Field("Een zin die telt", "2 verschillen: 1 erbij en 1 vervallen."),
        },
    )


COMPARISON = _comparison("Privacybijsluiter", "buiten de EER: Verenigde Staten")
SECURITY_COMPARISON = _comparison("Beveiligingsbijlage", "de maatregel is niet genomen")
