"""Importen: lists that another system hands in, looks at, confirms and takes back, as at the screens."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.answers import as_json
from registry.api.asking import Found, page, page_schema
from registry.api.bodies import sent
from registry.api.operations import Answer, Operation
from registry.api.problems import Fault, Refused
from registry.api.records import at, seen
from registry.api.resources.import_bodies import CHOSEN, CONFIRM, KIND, NEEDED, OFFER, body_schema
from registry.api.resources.import_plans import COUNTED, PLAN, PLANNED, SEAL, counts_in_dutch, plan_in_dutch
from registry.api.resources.paper_wishes import DATE, WHOLE
from registry.api.shapes.kinds import Schema, choice
from registry.api.shapes.shape import read_fields
from registry.database import db
from registry.dutch import day_of
from registry.model import Import
from registry.model.imports import ImportState
from registry.queries.pages import find_records
from registry.services.imports.at_once import Chooser, look_at, offer_chosen, told_with_seal
from registry.services.imports.choices import Choices
from registry.services.imports.importing import run_import
from registry.services.imports.undoing import undo_import


def _offer() -> Response:
    read = read_fields(OFFER, sent(), NEEDED)
    kind = read["kind"].value if "kind" in read else ""
    given = (read["name"], read["content"], kind, _chooser(read))
    if read.get("is_trial"):
        told = look_at(db.session, *given, date.today())
        return as_json({"soort": told["kind"], **plan_in_dutch(told)})
    one = offer_chosen(db.session, *given)
    answer = _shown(one, 201)
    answer.headers["Location"] = url_for("api.importOpvragen", number=one.id)
    return answer


def _chooser(read: dict[str, Any]) -> Chooser:
    chosen = {name: read[name] for name in CHOSEN if name in read}

    def choosing(proposed: Choices) -> Choices:
        return replace(proposed, **chosen)

    return choosing


def _confirm(number: int) -> Response:
    seen(at(Import, number))
    read = read_fields(CONFIRM, sent(), ["seal"])
    now = datetime.now(UTC)
    return _shown(run_import(db.session, number, read["seal"], read.get("skip", False), now.date(), now))


def _undo(number: int) -> Response:
    seen(at(Import, number))
    if strange := sent(may_be_empty=True):
        raise Refused(400, faults=[Fault("body", next(iter(strange)), "Hier hoort geen inhoud bij.")])
    return _shown(undo_import(db.session, number, datetime.now(UTC)))


def _shown(one: Import, status: int = 200) -> Response:
    """The import, with its plan as long as it waits: of the register as it stands, so that no ETag knows it."""
    told = _row(one)
    if one.state is ImportState.OFFERED:
        told["plan"] = plan_in_dutch(told_with_seal(db.session, one, datetime.now(UTC)))
    answer = as_json(told, status)
    answer.set_etag(str(one.version))
    return answer


def _row(one: Import) -> dict[str, Any]:
    return {
        "id": one.id,
        "bestandsnaam": one.name,
        "soort": one.kind.value,
        "stand": one.state.value,
        "aangebodenDoor": one.made_by,
        "aangebodenOp": day_of(one.made_at).isoformat(),
        "aantallen": counts_in_dutch(one.counts) if one.counts else None,
        "wijzigingsnummer": one.version,
    }


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    return find_records(db.session, Import, (), (), skip, most)


SHOWN: Schema = {
    "id": WHOLE,
    "bestandsnaam": {"type": "string"},
    "soort": KIND.schema(),
    "stand": choice(ImportState).schema(),
    "aangebodenDoor": {"type": "string"},
    "aangebodenOp": DATE,
    "aantallen": {**COUNTED, "nullable": True},
    "wijzigingsnummer": {"type": "integer", "minimum": 1},
}
WITH_SEAL: Schema = {"type": "object", "properties": {**PLAN, "zegel": SEAL}, "required": [*PLAN, "zegel"]}
IMPORT: Schema = {"type": "object", "required": list(SHOWN), "properties": {**SHOWN, "plan": WITH_SEAL}}
_ONE = ("Import", "application/json", ("ETag",))
OPERATIONS = (
    Operation(
        *("GET", "/importen", "importenOpvragen", "importen", "Geeft de lijst: wat er is aangeboden en ingelezen."),
        right=Right.SET_UP,
        answering=lambda: page((), _find, _row),
        answers=(
            Answer(200, "Een bladzijde uit de lijst.", "ImportLijst", headers=("ETag", "Link")),
            Answer(304, "U hebt de nieuwste stand al."),
        ),
        schemas={"ImportLijst": lambda: page_schema("Import"), "Import": lambda: IMPORT},
    ),
    Operation(
        *("POST", "/importen", "importAanbieden", "importen"),
        told="Biedt een lijst aan. Er komt nog niets in het register: eerst staat er wat er zou gebeuren.",
        right=Right.SET_UP,
        answering=_offer,
        answers=(
            Answer(200, "Wat er zou gebeuren; er is niets bewaard.", "ImportProef"),
            Answer(201, "De import, met wat er zou gebeuren.", "Import", headers=("ETag", "Location")),
        ),
        sent=lambda: "ImportNieuw",
        refuses=(422,),
        schemas={"ImportNieuw": lambda: body_schema(OFFER, NEEDED), "ImportProef": lambda: PLANNED},
    ),
    Operation(
        *("GET", "/importen/{number}", "importOpvragen", "importen"),
        told="Geeft één import; zolang hij wacht ook wat er nu zou gebeuren, met het zegel om te bevestigen.",
        right=Right.SET_UP,
        answering=lambda number: _shown(at(Import, number)),
        answers=(Answer(200, "De gegevens.", *_ONE),),
        refuses=(422,),
    ),
    Operation(
        *("POST", "/importen/{number}/_bevestigen", "importBevestigen", "importen"),
        told="Leest de lijst in, alles of niets.",
        right=Right.SET_UP,
        answering=_confirm,
        answers=(Answer(200, "Ingelezen.", *_ONE),),
        sent=lambda: body_schema(CONFIRM, ("seal",)),
        changes=True,
        refuses=(409, 422),
    ),
    Operation(
        *("POST", "/importen/{number}/_ongedaanmaken", "importOngedaanMaken", "importen"),
        told="Maakt de hele import ongedaan, zolang er niets op gebouwd is.",
        right=Right.SET_UP,
        answering=_undo,
        answers=(Answer(200, "Ongedaan gemaakt.", *_ONE),),
        sent=lambda: {"type": "object", "additionalProperties": False},
        may_be_empty=True,
        changes=True,
        refuses=(409, 422),
    ),
)
