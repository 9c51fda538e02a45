"""What a list comes to, as the API tells it: the plan of the command line under Dutch names."""

from collections.abc import Mapping
from typing import Any

from registry.api.shapes.kinds import Schema
from registry.services.imports.plan import Action

COUNTS = {
    "attention": "vraagtAandacht",
    "new": "nieuw",
    "changed": "gewijzigd",
    "same": "hetzelfde",
    "left_out": "overAnderen",
}
NAMES = {
    "columns": "kolommen",
    "heading": "kop",
    "field": "veld",
    "reason": "reden",
    "certainty": "zekerheid",
    "rows": "rijen",
    "row": "rij",
    "sheet": "blad",
    "action": "actie",
    "record": "gaatOver",
    "fields": "velden",
    "old": "was",
    "new": "wordt",
    "problems": "meldingen",
    "remarks": "opmerkingen",
    "column": "kolom",
    "sentence": "zin",
    "code": "code",
    "answers": "antwoorden",
    "missing": "ontbreekt",
    "seal": "zegel",
}
TEXT: Schema = {"type": "string"}


def plan_in_dutch(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plan under Dutch names; the kind of list stands with the import itself."""
    plan = {name: value for name, value in told.items() if name not in ("kind", "counts", "import")}
    return {**_renamed(plan), "aantallen": counts_in_dutch(told["counts"])}


def counts_in_dutch(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many rows do what."""
    return {name: counts.get(key, 0) for key, name in COUNTS.items()}


def _renamed(value: Any) -> Any:
    if isinstance(value, list):
        return [_renamed(one) for one in value]
    if isinstance(value, dict):
        return {NAMES[key]: one if key == "answers" else _renamed(one) for key, one in value.items()}
    return value


def _object(properties: Schema, *more: str) -> Schema:
    needed = [name for name in properties if name not in more]
    return {"type": "object", "properties": properties, "required": needed}


def _rows(of: Schema) -> Schema:
    return {"type": "array", "items": of}


COUNTED = _object({name: {"type": "integer", "minimum": 0} for name in COUNTS.values()})
PROBLEM = _object(
    {
        "kolom": TEXT,
        "zin": TEXT,
        "code": {**TEXT, "description": "De code van een vraag; stuur het antwoord mee in antwoorden."},
        "antwoorden": {"type": "object", "additionalProperties": TEXT, "description": "Waaruit u kiest."},
    },
    *("code", "antwoorden"),
)
ROW = _object(
    {
        "rij": {"type": "integer", "minimum": 1},
        "blad": TEXT,
        "actie": {
            **TEXT,
            "enum": [one.value for one in Action],
            "description": "; ".join(f"{one.value}: {one.label}" for one in Action),
        },
        "gaatOver": _rows(TEXT),
        "velden": _rows(_object({"gaatOver": TEXT, "veld": TEXT, "was": TEXT, "wordt": TEXT})),
        "meldingen": _rows(PROBLEM),
        "opmerkingen": {
            **_rows(_object({"kolom": TEXT, "zin": TEXT})),
            "description": "Hoe een cel gelezen is, zoals een maand als eerste dag.",
        },
    }
)
COLUMN = _object({"kop": TEXT, "veld": TEXT, "reden": TEXT, "zekerheid": {"type": "number"}})
PLAN: Schema = {
    "kolommen": _rows(COLUMN),
    "rijen": _rows(ROW),
    "ontbreekt": {**_rows(TEXT), "description": "Leveranciers van het register die niet op de lijst staan."},
    "aantallen": COUNTED,
}
PLANNED = _object({"soort": TEXT, **PLAN})
SEAL: Schema = {**TEXT, "description": "Stuur dit mee om te bevestigen wat u hier ziet; een dag geldig."}
