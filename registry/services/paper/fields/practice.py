"""Fields of the letter about what differs between paper and practice."""

from registry.services.paper.fields.shape import Field, Group, Rows, Texts

PRACTICE = Group(
    "Wat er is nagelopen",
    {
        "product": Field("De app die is nagelopen", "Leeskist"),
        "dag": Field("Wanneer", "3 maart 2026"),
        "waar": Field("Op welke school; leeg voor het hele bestuur", "Basisschool De Regenboog"),
        "bijsluiter": Field("Waarmee is vergeleken", "de privacybijsluiter, versie 2.1"),
        "verschillen": Rows(
            "Wat verschilt",
            "verschil",
            {
                "gegeven": Field("Om welke gegevens het gaat", "geboortedatum (leerlingen)"),
                "verschil": Field("Wat er verschilt", "Staat in de app, maar niet in de bijsluiter."),
            },
        ),
        "onbekend": Texts("Wat niet was na te gaan", "gegeven", "foto (leerlingen)"),
    },
)
