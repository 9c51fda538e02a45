"""Fields about the paper itself, the two parties, and a product."""

from registry.model import Product, ProductModule, SchoolBoard, Supplier
from registry.services.paper.fields.shape import Field, Fields, Group, Rows, Texts, of

DOCUMENT = Group(
    "Het document zelf",
    {
        "titel": Field("De titel van het document", "Verwerkersovereenkomst – Lettervlieg B.V."),
        "peildatum": Field("De dag waarvan het document de stand vertelt", "1 augustus 2026"),
        "schooljaar": Field("Het schooljaar van die dag", "2026-2027"),
        "gemaakt_op": Field("De dag waarop het document is gemaakt", "3 maart 2026"),
        "concept": Field("Of het een concept is", True),
        "let_op": Texts("Waar de maker op moet letten; alleen in een concept", "zin", "Bijlage 1 is een voorstel."),
        "onzeker": Texts("Feiten die nog niet zijn nagegaan; alleen in een concept", "feit", "Lijst van doelen"),
    },
)
BOARD = Group(
    "Het schoolbestuur",
    {
        "naam": of(SchoolBoard.name, "Stichting De Waterlelie"),
        "rechtsvorm": of(SchoolBoard.legal_form, "stichting"),
        "nummer": Field("Het nummer van het bestuur dat in overeenkomsten staat", "41234567"),
        "nummersoort": Field("Welk nummer dat is", "KvK-nummer"),
        "adres": of(SchoolBoard.address, "Kerkpad 12"),
        "postcode": of(SchoolBoard.postcode, "1234 AB"),
        "plaats": of(SchoolBoard.city, "Waterveen"),
        "website": of(SchoolBoard.website, "https://waterlelie.example"),
        "ondertekenaar_naam": of(SchoolBoard.signatory_name, "M. van den Akker"),
        "ondertekenaar_functie": of(SchoolBoard.signatory_function, "voorzitter college van bestuur"),
        "fg_naam": of(SchoolBoard.dpo_name, "J. Goossens"),
        "fg_contact": of(SchoolBoard.dpo_email, "fg@waterlelie.example"),
        "privacycontact": of(SchoolBoard.privacy_email, "privacy@waterlelie.example"),
    },
)
SUPPLIER = Group(
    "De leverancier",
    {
        "naam": of(Supplier.name, "Uitgeverij De Kade B.V."),
        "rechtsvorm": of(Supplier.legal_form, "besloten vennootschap"),
        "kvk": of(Supplier.kvk, "01234567"),
        "adres": of(Supplier.address, "Havenkade 3"),
        "postcode": of(Supplier.postcode, "4321 BA"),
        "plaats": of(Supplier.city, "Schipperdam"),
        "land": of(Supplier.country, "Nederland"),
        "website": of(Supplier.website, "https://dekade.example"),
        "rol": of(Supplier.role, "verwerker"),
        "ondertekenaar_naam": of(Supplier.signatory_name, "P. Jansen"),
        "ondertekenaar_functie": of(Supplier.signatory_function, "directeur"),
        "covenant": Field("Hoe de leverancier tot het privacyconvenant staat", "deelnemer"),
        "covenant_datum": Field("Wanneer dat is nagegaan", "3 maart 2026"),
    },
)
PRODUCT: Fields = {
    "naam": of(Product.name, "Leeskist"),
    "soort": of(Product.kind, "Leermiddelen en toetsen"),
    "omschrijving": of(Product.description, "Oefenen met lezen in groep 4 tot en met 8"),
    "website": of(Product.website, "https://leeskist.example"),
    "maker": Field("Wie het product maakt, als dat een ander is", "Studio Leesplank"),
    "distributeurs": Field("Wie het product verkopen, als dat anderen zijn", "De Boekenboom"),
    "modules": Rows(
        "De onderdelen van het product",
        "module",
        {
            "naam": of(ProductModule.name, "Dashboard"),
            "omschrijving": of(ProductModule.description, "resultaten van de groep bekijken"),
            "gegevens": of(ProductModule.data, "naam, groep, resultaten"),
            "toegang": of(ProductModule.access, "leerkracht en intern begeleider"),
        },
    ),
}
