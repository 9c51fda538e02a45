"""What a reader may say of a paper, for tests of what is done with it."""

from registry.exchange.annexes.whole import Whole

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


def at(text, page=1, certainty=0.95):
    return {"page": page, "text": text, "certainty": certainty}


PRIVACY = {
    "kind": "privacy",
    "supplier": {"name": "Lettervlieg B.V.", "kvk": "12345678", "website": "https://lettervlieg.example"},
    "products": ["Lettervlieg"],
    "model_version": "4.0",
    "purposes": ["LT-a", "LT-c"],
    "data_categories": ["1.1", "7b"],
    "data_category_other": None,
    "denied": ["13"],
    "data_subjects": ["pupil"],
    "storage": [{"country": "US", "place": "Oregon"}, {"country": "NL", "place": None}],
    "storage_inside_eea": False,
    "safeguards": ["scc"],
    "subprocessors": [{"name": "Wolkenhuis", "service": "hosting", "country": "NL"}],
    "retention": [{"data": "resultaten", "term": "2 jaar"}],
    "contact": {"email": "privacy@lettervlieg.example", "phone": None, "role": "privacy officer"},
    "version": "2.1",
    "date": "2026-09-01",
    "placeholders": [],
    "deviations": [],
    "found": {
        "purposes": at("het leveren van leermiddelen"),
        "data_categories": at("naam en e-mailadres"),
        "storage": at("opgeslagen in Oregon", page=2),
        "retention": at("2 jaar", page=2, certainty=0.6),
        "version": at("versie 2.1"),
        "date": at("1 september 2026"),
        "safeguards": at("SCC"),
        "data_subjects": at("leerlingen"),
        "denied": at("geen BSN"),
        "subprocessors": at("Wolkenhuis"),
        "contact": at("privacy@lettervlieg.example"),
    },
}
SECURITY = {
    "kind": "security",
    "supplier": PRIVACY["supplier"],
    "products": ["Lettervlieg"],
    "biv": {"B": "medium", "I": "high", "V": None},
    "breach": {"email": "lek@lettervlieg.example", "phone": None, "hours": 24},
    "certificates": [
        {"name": "ISO 27001", "holder": "Wolkenhuis", "end": "2027-01-31"},
        {"name": "NEN 7510", "holder": "Lettervlieg", "end": None},
    ],
    "subprocessors": [{"name": "Wolkenhuis", "service": None, "country": None}],
    "version": None,
    "date": None,
    "found": {"biv": at("BIV"), "breach": at("24 uur"), "certificates": at("ISO 27001")},
}
PAGES = [
    [1, ["Bijsluiter, versie 2.1", "Doel: het leveren van leermiddelen.", "Wij verwerken naam en e-mailadres."]],
    [2, ["Alles is opgeslagen in Oregon.", "Bewaard: 2 jaar."]],
]


def says(monkeypatch, *annexes):
    """Let the reader say this of any file."""
    paper = Whole(annexes=list(annexes), pages=PAGES)
    monkeypatch.setattr("registry.exchange.annexes.whole.read_whole", lambda name, content: paper)
