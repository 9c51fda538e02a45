"""Fields of the privacy section of the schoolgids, by the blocks that it is made of."""

from registry.model import Statement
from registry.services.paper.fields.school_list import ROW
from registry.services.paper.fields.school_papers import COMPLAINT, CONTACT, RECIPIENT
from registry.services.paper.fields.shape import Field, Fields, Group, Rows, Texts, of

GUARANTEE = Field("Waarop dit rust, als nog niet alles bekend is", "Dit volgt uit 1 van de 2 bijsluiters.")

PRIVACY_SECTION: Fields = {
    "doel": Group(
        "Waarvoor gegevens zijn",
        {
            "gegevens": Field("Welke gegevens", "naam en groep; leerresultaten"),
            "doelen": Texts("De doelen", "een", "Leer- en toetsresultaten opslaan"),
            "basis": GUARANTEE,
            "waarom_zin": Field("Een zin over waarom", "Bij 1 product staat erbij waarom de gegevens nodig zijn."),
        },
    ),
    "invoer": Group("Wie gegevens invoert", {"wie": Field("Wie", "leerlingen en leraren"), "basis": GUARANTEE}),
    "bijzonder": Group(
        "Bijzondere persoonsgegevens",
        {
            "rijen": Rows(
                "De bijzondere gegevens",
                "rij",
                {
                    "gegevens": Field("Welke gegevens", "Gegevens over gezondheid"),
                    "producten": Field("In welke producten", "Vinkenvolg"),
                },
            ),
            "bsn": Field("In welke producten een BSN staat", "Vinkenvolg"),
            "basis": GUARANTEE,
        },
    ),
    "systemen": Group("De systemen van de school", {"rijen": Rows("De systemen", "rij", ROW)}),
    "toegang": Group(
        "Wie bij gegevens kan",
        {
            "rijen": Rows(
                "Per product",
                "rij",
                {
                    "product": Field("Het product", "Vinkenvolg"),
                    "onderdeel": Field("Het onderdeel", "Dossier"),
                    "wie": Field("Wie", "leerkracht en intern begeleider"),
                },
            )
        },
    ),
    "leermiddelen": Group(
        "Leermiddelen",
        {
            "rijen": Rows("De leermiddelen", "rij", ROW),
            "beperkt": Rows(
                "Wat een product niet krijgt",
                "rij",
                {
                    "product": Field("Het product", "Leeskist"),
                    "niet": Field("Wat niet", "BSN en resultaten van toetsen"),
                },
            ),
        },
    ),
    "afspraken": Group(
        "Afspraken met leveranciers",
        {
            "telzin": Field("Een zin die telt", "Met 1 van deze leveranciers geldt een verwerkersovereenkomst."),
            "convenantzin": Field("Een zin over het privacyconvenant", "1 van deze leveranciers is deelnemer."),
            "convenant_link": Field("De link daarbij", "https://www.privacyconvenant.nl"),
        },
    ),
    "lijst": Group("De leverancierslijst", {"vragen": Field("Bij wie vragen horen", "directie@regenboog.example")}),
    "delen": Group(
        "Met wie de school gegevens deelt",
        {
            "rijen": Rows("De ontvangers", "rij", RECIPIENT),
            "gronden": Rows(
                "De gronden",
                "grond",
                {
                    "grond": Field("De grond", "Wettelijke verplichting"),
                    "uitleg": Field("De uitleg", "Een wet verplicht de school."),
                    "artikel": Field("Het artikel", "AVG artikel 6 lid 1 onder c"),
                },
            ),
        },
    ),
    "beeld": Group(
        "Foto's en video's",
        {
            "rijen": Rows(
                "De producten",
                "rij",
                {
                    "product": Field("Het product", "Schoolfoto"),
                    "leverancier": Field("De leverancier", "Fotobedrijf Zilverlicht"),
                    "doel": Field("Waarvoor", "foto's van de groep"),
                    "grond": Field("De grond", "Toestemming"),
                },
            ),
            "toestemming": Field("Of het om toestemming gaat", True),
        },
    ),
    "rechten": Group(
        "Rechten van ouders",
        {
            "rechten": Rows(
                "De rechten",
                "recht",
                {
                    "recht": Field("Het recht", "Inzage"),
                    "uitleg": Field("De uitleg", "U mag weten welke gegevens er zijn."),
                    "artikel": Field("Het artikel", "AVG artikel 15"),
                },
            ),
            "termijn": Field("Een zin over de termijn", "De school antwoordt binnen een maand (AVG artikel 12 lid 3)."),
            "leeftijd": Field("Een zin over de leeftijd", "Vanaf 16 jaar vraagt de leerling het zelf."),
            "klacht": COMPLAINT,
        },
    ),
    "bewaren": Group(
        "Bewaartermijnen",
        {
            "richtlijnen": Rows(
                "De richtlijnen",
                "rij",
                {
                    "gegevens": Field("Welke gegevens", "Leerlingdossier"),
                    "termijn": Field("Hoe lang", "2 jaar nadat de leerling van school is"),
                    "stand": Field("Van wanneer de richtlijn is", "april 2024"),
                },
            ),
            "leveranciers": Rows(
                "Bij leveranciers",
                "rij",
                {
                    "product": Field("Het product", "Leeskist"),
                    "gegevens": Field("Welke gegevens", "resultaten"),
                    "termijn": Field("Hoe lang", "tot het einde van het schooljaar"),
                },
            ),
        },
    ),
    "contact": CONTACT,
    "reglement": Group(
        "Het privacyreglement",
        {
            "titel": of(Statement.title, "Privacyreglement"),
            "versie": of(Statement.edition, "2026"),
            "vastgesteld": of(Statement.adopted_on, "1 juni 2026"),
            "instemming": Field("Een zin over de instemming", "De GMR stemde in op 20 mei 2026."),
            "link": of(Statement.link, "https://waterlelie.example/reglement"),
        },
    ),
}
