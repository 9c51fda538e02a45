"""Leveranciers: suppliers, and what the covenant's list said of them."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.answers import as_json
from registry.api.asking import Found, member, words, yes
from registry.api.bodies import sent
from registry.api.operations import Answer, Operation
from registry.api.records import at
from registry.api.resource import Resource, Step
from registry.api.shapes.shape import Shape
from registry.api.verbs import as_a_whole
from registry.database import db
from registry.model import CovenantEntry, Supplier
from registry.model.agreement_lists import ConclusionMode
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.suppliers.suppliers import Wanted, find_numbers
from registry.services.suppliers.suppliers import (
    add_supplier,
    bring_back_supplier,
    edit_supplier,
    note_covenant,
    retire_supplier,
)

SHAPE = Shape(Supplier, ("aliases", "contacts"), fixed=frozenset({"retired_on"}), needed=frozenset({"name"}))
ENTRY = Shape(CovenantEntry)
ENTRIES = "/leveranciers/{number}/convenantstanden"


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    asked = Wanted(
        words=wanted.get("zoek", ""),
        covenant=wanted.get("convenant"),
        concluded=wanted.get("hoeGesloten"),
        outside_service=wanted.get("buitenDienst", False),
        role=wanted.get("rol"),
        lacking=wanted.get("ontbreekt", False),
        with_retired=wanted.get("ookUitGebruik", False),
    )
    numbers, total = find_numbers(db.session, asked, date.today(), skip, most)
    rows = (selectinload(Supplier.aliases), selectinload(Supplier.contacts))
    known = {one.id: one for one in db.session.scalars(select(Supplier).where(Supplier.id.in_(numbers)).options(*rows))}
    return [known[number] for number in numbers], total


SUPPLIERS = Resource(
    path="leveranciers",
    one="leverancier",
    told="alle leveranciers en andere ontvangers, op naam",
    shape=SHAPE,
    find=_find,
    filters=(
        words("zoek", "Staat in de naam, een andere naam, een product of het KvK-nummer."),
        member("convenant", "Verwerkers met deze stand in het convenant.", CovenantStatus),
        member("hoeGesloten", "Leveranciers met een overeenkomst die zo gesloten is.", ConclusionMode),
        yes("buitenDienst", "Verwerkers zonder overeenkomst in de Dienst Verwerkersovereenkomsten."),
        member("rol", "Rol volgens de AVG.", PartyRole),
        yes("ontbreekt", "Leveranciers waarvan nog iets ontbreekt."),
        yes("ookUitGebruik", "Ook leveranciers die niet meer in gebruik zijn."),
    ),
    add=lambda session, told: add_supplier(session, told.fields, told.rows),
    change=as_a_whole(edit_supplier),
    steps=(
        Step(
            "uitgebruiknemen",
            "leverancierUitGebruikNemen",
            "Neemt een leverancier uit gebruik, als geen school er nog een product van gebruikt.",
            lambda session, number, seen, values: retire_supplier(session, number, values["retired_on"]),
            (Supplier.retired_on,),
        ),
        Step(
            "terughalen",
            "leverancierTerughalen",
            "Neemt een leverancier weer in gebruik.",
            lambda session, number, seen, values: bring_back_supplier(session, number),
        ),
    ),
)


def _entries(number: int) -> Response:
    supplier = at(Supplier, number)
    entries = [ENTRY.show(entry) for entry in supplier.covenant_entries]
    return as_json({"resultaten": entries})


def _note(number: int) -> Response:
    at(Supplier, number)
    entry = note_covenant(db.session, number, ENTRY.read(sent()).fields, date.today())
    return as_json(ENTRY.show(entry), 201)


OPERATIONS = (
    *SUPPLIERS.operations(),
    Operation(
        *("GET", ENTRIES, "convenantstandenOpvragen", "leveranciers"),
        *("Geeft wat er door de jaren in de lijst van het convenant stond.", Right.READ, _entries),
        answers=(Answer(200, "De standen, de nieuwste als laatste.", "ConvenantstandLijst"),),
        schemas={
            "ConvenantstandLijst": lambda: {
                "type": "object",
                "required": ["resultaten"],
                "properties": {
                    "resultaten": {"type": "array", "items": {"$ref": "#/components/schemas/Convenantstand"}}
                },
            },
            "Convenantstand": ENTRY.shown_schema,
        },
    ),
    Operation(
        *("POST", ENTRIES, "convenantstandToevoegen", "leveranciers"),
        *("Legt vast wat er op een dag in de lijst van het convenant stond.", Right.EDIT_REGISTER, _note),
        answers=(Answer(201, "Vastgelegd.", "Convenantstand"),),
        sent=lambda: "ConvenantstandNieuw",
        refuses=(422,),
        schemas={"ConvenantstandNieuw": lambda: ENTRY.sent_schema(is_new=True)},
    ),
)
