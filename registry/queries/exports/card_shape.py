"""What stands on a supplier card: these stored fields under these Dutch names, and nothing else of the register.

What a board decided, noted or agreed is no part of a card: it is simply not named here.
"""

from dataclasses import dataclass
from typing import Any

from registry.model import (
    AccessRole,
    AnnexData,
    AnnexDenial,
    AnnexOption,
    AnnexPurpose,
    AnnexRetention,
    AnnexStorage,
    Certificate,
    Measure,
    PrivacyAnnex,
    Product,
    ProductModule,
    SecurityAnnex,
    Subprocessor,
    Supplier,
    SupplierContact,
)

PLACE = {"country": "land", "place": "plaats", "safeguard": "waarborg", "safeguard_note": "toelichtingWaarborg"}
VERSION = {"edition": "versie", "dated": "gedateerdOp", "source": "bron"}


@dataclass(frozen=True)
class Rows:
    """A list of a record: its name on the card, the kind of its rows, and their fields by what a card calls them."""

    name: str
    kind: Any
    fields: dict[str, str]


@dataclass(frozen=True)
class Shape:
    """A kind of record: its fields by what a card calls them, and its lists by their name in the model."""

    kind: Any
    fields: dict[str, str]
    rows: dict[str, Rows]


SUPPLIER = Shape(
    Supplier,
    {
        "name": "naam",
        "legal_form": "rechtsvorm",
        "role": "rol",
        "kvk": "kvkNummer",
        "address": "adres",
        "postcode": "postcode",
        "city": "plaats",
        "country": "land",
        "website": "website",
    },
    {
        "contacts": Rows(
            "contacten",
            SupplierContact,
            {"kind": "soort", "function": "functie", "email": "email", "phone": "telefoon", "hours": "bereikbaar"},
        ),
    },
)
PRODUCT = Shape(
    Product,
    {
        "name": "naam",
        "aliases": "andereNamen",
        "kind": "soort",
        "description": "omschrijving",
        "purpose_plain": "doelInGewoneTaal",
        "website": "website",
        "leaflet_url": "bijsluiterLink",
    },
    {
        "modules": Rows(
            "onderdelen", ProductModule, {"name": "naam", "description": "omschrijving", "data": "gegevens"}
        ),
    },
)
PRIVACY = Shape(
    PrivacyAnnex,
    {
        **VERSION,
        "description": "omschrijving",
        "audience": "doelgroep",
        "users": "gebruikers",
        "no_subprocessors": "geenSubverwerkers",
        "automation": "automatisering",
        "automation_note": "toelichtingAutomatisering",
        "contact_function": "contactFunctie",
        "contact_email": "contactEmail",
        "contact_phone": "contactTelefoon",
    },
    {
        "purposes": Rows("doelen", AnnexPurpose, {"purpose": "doel", "note": "toelichting"}),
        "data": Rows(
            "gegevens",
            AnnexData,
            {
                "category": "soortGegevens",
                "subjects": "betrokkenen",
                "note": "toelichting",
                "needed_because": "waaromNodig",
                "is_special": "bijzonder",
            },
        ),
        "denials": Rows("nietVerwerkt", AnnexDenial, {"statement": "verklaring", "category": "soortGegevens"}),
        "options": Rows("keuzemogelijkheden", AnnexOption, {"description": "omschrijving"}),
        "storage": Rows("opslag", AnnexStorage, PLACE),
        "retention": Rows(
            "bewaartermijnen",
            AnnexRetention,
            {"data": "gegevens", "term": "termijn", "retention_term": "bekendeTermijn"},
        ),
        "subprocessors": Rows(
            "subverwerkers",
            Subprocessor,
            {"name": "naam", "service": "dienst", "data": "gegevens", **PLACE, "works_for": "werktVoor"},
        ),
    },
)
SECURITY = Shape(
    SecurityAnnex,
    {
        **VERSION,
        "availability": "beschikbaarheid",
        "integrity": "integriteit",
        "confidentiality": "vertrouwelijkheid",
        "breach_function": "meldpuntFunctie",
        "breach_email": "meldpuntEmail",
        "breach_phone": "meldpuntTelefoon",
        "breach_hours": "meldtBinnenUren",
        "monitoring": "bewaking",
    },
    {
        "access_roles": Rows("wieErbijKan", AccessRole, {"role": "rol", "actions": "handelingen"}),
        "measures": Rows("maatregelen", Measure, {"measure": "maatregel", "answer": "voldoet", "note": "toelichting"}),
        "certificates": Rows(
            "certificaten",
            Certificate,
            {
                "name": "naam",
                "holder": "opNaamVan",
                "of_subprocessor": "vanSubverwerker",
                "ends_on": "geldigTotEnMet",
                "link": "link",
            },
        ),
    },
)
ANNEXES = {"privacybijsluiter": PRIVACY, "beveiligingsbijlage": SECURITY}
"""By their name in a product on the card."""
