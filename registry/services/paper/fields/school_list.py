"""Fields of the supplier list in the schoolgids."""

from registry.model import School
from registry.services.paper.fields.shape import Field, Fields, Group, Rows, of

SCHOOL = Group(
    "De school",
    {
        "naam": of(School.name, "Basisschool De Regenboog"),
        "code": of(School.site_code, "99ZZ01"),
        "adres": of(School.address, "Dorpsstraat 1"),
        "postcode": of(School.postcode, "1234 CD"),
        "plaats": of(School.city, "Waterveen"),
        "website": of(School.website, "https://regenboog.example"),
        "sector": of(School.sector, "Basisonderwijs"),
    },
)
ROW: Fields = {
    "product": Field("Het product", "Leeskist"),
    "leverancier": Field("De leverancier", "Uitgeverij De Kade B.V."),
    "doel": Field("Waarvoor, in gewone taal", "oefenen met lezen op het eigen niveau"),
    "gegevens": Field("Welke gegevens, kort", "naam, groep en resultaten"),
    "van_wie": Field("Van wie", "leerlingen"),
    "rol": Field("De rol van de leverancier", "verwerker"),
    "link": Field("Een link naar meer uitleg", "https://leeskist.example/privacy"),
    "buiten_eer": Field("Of gegevens buiten de EER komen", "nee"),
}
LIST = Group(
    "De lijst",
    {
        "groepen": Rows(
            "De producten, per kopje",
            "groep",
            {"kop": Field("Het kopje", "Leermiddelen"), "rijen": Rows("De regels onder dit kopje", "rij", ROW)},
        ),
        "ontvangers": Rows(
            "Wie volgens de wet gegevens krijgt",
            "ontvanger",
            {**ROW, "grond": Field("Op welke grond", "de Leerplichtwet")},
        ),
        "eigen_zin": of(School.guide_note, "Wij delen zo weinig mogelijk gegevens."),
        "telzin": Field("Een zin die de producten telt", "In dit overzicht staan 12 producten."),
        "convenantzin": Field("Een zin over het privacyconvenant", "Over het privacyconvenant staat meer op:"),
        "convenant_link": Field("De link daarbij", "https://www.privacyconvenant.nl"),
        "contactzin": Field("Bij wie ouders terechtkunnen", "Vragen? Mail naar privacy@waterlelie.example."),
        "leeg": Field("Of er niets in de lijst staat", False),
        "alleen_leermiddelen": Field("Of het alleen om leermiddelen gaat", False),
    },
)
