"""Termijnen: what is due and not handled, worked out anew at every question."""

from datetime import date
from typing import Any

from registry.access import Right
from registry.api.asking import Found, member, on_day, page, page_schema
from registry.api.operations import Answer, Operation
from registry.api.resources.paper_wishes import DATE, WHOLE
from registry.api.shapes.kinds import Schema
from registry.database import db
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.queries.deadlines.due_item import DueItem


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    today, kind = date.today(), wanted.get("soort")
    items = due(db.session, today, wanted.get("voor"))
    found = [item for item in items if kind is None or item.kind is kind]
    return found[skip : skip + most], len(found)


def _shown(item: DueItem) -> dict[str, Any]:
    return {
        "soort": item.kind.value,
        "op": item.on.isoformat(),
        "onderwerp": item.subject,
        "zin": item.sentence,
        "actie": item.action,
        "school": item.school_id,
        "terInformatie": not item.is_doable,
    }


FILTERS = (
    on_day("voor", "Wat op of voor deze dag gedaan moet zijn; zonder: vandaag."),
    member("soort", "Alleen termijnen van deze soort.", DeadlineKind),
)
TEXT: Schema = {"type": "string"}
SHOWN: Schema = {
    "type": "object",
    "required": ["soort", "op", "onderwerp", "zin", "actie", "school", "terInformatie"],
    "properties": {
        "soort": {
            "type": "string",
            "enum": [kind.value for kind in DeadlineKind],
            "description": "; ".join(f"{kind.value}: {kind.label}" for kind in DeadlineKind),
        },
        "op": {**DATE, "description": "De dag waarop het gedaan moet zijn, of sinds wanneer iets wacht."},
        "onderwerp": {**TEXT, "description": "Waarover het gaat."},
        "zin": {**TEXT, "description": "Wat er aan de hand is."},
        "actie": {**TEXT, "description": "Wat er te doen is."},
        "school": {**WHOLE, "nullable": True},
        "terInformatie": {"type": "boolean", "description": "Of de actie niet mag met de rechten van uw sleutel."},
    },
}
OPERATIONS = (
    Operation(
        *("GET", "/termijnen", "termijnenOpvragen", "termijnen"),
        told="Geeft de lijst van wat gedaan moet zijn en nog niet gedaan is, het langst te laat eerst.",
        right=Right.READ,
        answering=lambda: page(FILTERS, _find, _shown),
        answers=(
            Answer(200, "Een bladzijde uit de lijst.", "TermijnLijst", headers=("ETag", "Link")),
            Answer(304, "U hebt de nieuwste stand al."),
        ),
        filters=FILTERS,
        schemas={"TermijnLijst": lambda: page_schema("Termijn"), "Termijn": lambda: SHOWN},
    ),
)
