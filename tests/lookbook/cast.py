"""The invented board, schools, suppliers and products of the look-book."""

from types import SimpleNamespace

BOARD = "Stichting Openbaar en Bijzonder Onderwijs Waterwijk"
SCHOOLS = [
    (number, name)
    for number, name in enumerate(
        [
            "Basisschool De Wilgenhoek",
            "Daltonschool Het Palet",
            "IKC De Vuurtoren",
            "Openbare basisschool De Regenboogvlinder",
            "SBO Het Baken",
            "Montessorischool Aan de Vaart",
            "Basisschool Sint Maarten",
            "Praktijkschool Ambachtsveld",
        ],
        start=1,
    )
]
PRODUCTS = {
    "School- en leerlinginformatie": ["Leerlingdossier Noord", "Absentiewijzer", "Rapportfolio", "Overstapportaal"],
    "Leermiddelen en toetsen": [
        "Lettervlieg",
        "Sommenplaneet",
        "Toetsenboot",
        "Wereldatlas Junior",
        "Spellingsprint",
        "Leesketting",
        "Natuurlab Digitaal",
        "Muziekmolen",
        "Verkeerswijs",
        "Engelse Brug",
        "Begrijpend Lezen Onderbouw en Middenbouw",
        "Typerij",
    ],
    "Communicatie": ["Oudervenster", "Klasbericht", "Gesprekkenplanner"],
    "ICT": ["Chromatisch beheer", "Wachtwoordkluis School", "Leerlingwerkplek"],
    "Foto en overig": ["Schoolfotograaf Lichtpunt", "Bibliotheek op school", "Kantineapp"],
}
SUPPLIERS = [
    (
        "Uitgeverij De Kade B.V.",
        "Lettervlieg, Sommenplaneet en nog 2",
        ("ok", "Deelnemer"),
        ("ok", "Van kracht"),
        "31-07-2028",
        0,
    ),
    (
        "Leerlingadministratiesystemen Nederland Coöperatie U.A.",
        "Leerlingdossier Noord",
        ("ok", "Deelnemer"),
        ("warning", "Loopt af"),
        "31-12-2026",
        1,
    ),
    ("Toetsenboot Instituut", "Toetsenboot", ("info", "Medestander"), ("danger", "Verlopen"), "31-07-2026", 2),
    ("Fotostudio Lichtpunt", "Schoolfoto's", ("neutral", "Niet aangesloten"), ("ok", "Afspraken per brief"), None, 0),
    (
        "Klasbericht Communicatie",
        "Klasbericht, Oudervenster",
        ("neutral", "Niet nagegaan"),
        ("danger", "Ontbreekt"),
        None,
        4,
    ),
]
CHANGES = [
    ("Naam", "Uitgeverij De Kade", "Uitgeverij De Kade B.V."),
    ("E-mailadres voor datalekken", None, "datalek@dekade.example"),
    ("Bewaartermijn na afloop", "3 maanden", "6 weken"),
]


class Page(SimpleNamespace):
    """A page of a list, with the names that Flask-SQLAlchemy gives it."""

    def iter_pages(self, **edges):
        return [1, None, 5, 6, 7, None, 42]


PAGE = Page(page=6, pages=42, total=1043, first=126, last=150, has_prev=True, has_next=True, prev_num=5, next_num=7)
