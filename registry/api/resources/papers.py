"""Documenten: papers as Word files, drafts and final ones, and the final ones that were made before."""

from datetime import UTC, datetime
from typing import Any

from flask import current_app, g, url_for
from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.answers import as_json, unless_known
from registry.api.asking import Found, page, page_schema, record
from registry.api.bodies import sent
from registry.api.operations import Answer, Operation
from registry.api.problems import Refused
from registry.api.records import at
from registry.api.resources.paper_wishes import DATE, FIELDS, WHOLE, wish_in
from registry.api.shapes.kinds import Schema
from registry.database import db
from registry.dutch import day_of
from registry.model import GeneratedDocument
from registry.queries.pages import find_records
from registry.services.paper import (
    WORD,
    MadePaper,
    Templates,
    compose,
    draft,
    final,
    make_final,
)


def _make() -> Response:
    wish = wish_in(sent())
    if wish.order.kind.subject != "school" and not g.viewer.may(Right.MAKE_PAPER):
        raise Refused(403)
    paper, templates = compose(db.session, wish.order), _templates()
    if not wish.is_final:
        return _word(draft(paper, templates))
    if not wish.order.kind.is_kept:
        return _word(final(paper, templates))
    kept = make_final(db.session, paper, templates, datetime.now(UTC))
    answer = _file(kept, 201)
    answer.headers["Location"] = url_for("api.documentOpvragen", number=kept.id)
    return answer


def _templates() -> Templates:
    return Templates.of(current_app.config["INSTANCE"].agreement_templates, db.session)


def _word(made: MadePaper) -> Response:
    return _attached(made.content, made.file_name, 200)


def _file(document: GeneratedDocument, status: int = 200) -> Response:
    return _attached(document.file.content.content, document.file.name, status)


def _attached(content: bytes, name: str, status: int) -> Response:
    answer = Response(content, status, content_type=WORD)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _shown(document: GeneratedDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "soort": document.paper,
        "titel": document.title,
        "school": document.school_id,
        "gemaaktOp": day_of(document.made_at).isoformat(),
        "gemaaktDoor": document.made_by,
    }


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    conditions = [GeneratedDocument.school_id == wanted["school"]] if "school" in wanted else []
    return find_records(db.session, GeneratedDocument, conditions, (), skip, most)


def _one(number: int) -> Response:
    return unless_known(as_json(_shown(at(GeneratedDocument, number))))


FILTERS = (record("school", "Documenten van deze school."),)
SHOWN: Schema = {
    "type": "object",
    "required": ["id", "soort", "titel", "school", "gemaaktOp", "gemaaktDoor"],
    "properties": {
        "id": WHOLE,
        "soort": {"type": "string"},
        "titel": {"type": "string"},
        "school": {**WHOLE, "nullable": True},
        "gemaaktOp": DATE,
        "gemaaktDoor": {"type": "string"},
    },
}
WISH: Schema = {"type": "object", "required": ["soort"], "additionalProperties": False}
_UNCHANGED = Answer(304, "U hebt de nieuwste stand al.")
_WORD = ("Het Word-bestand.", {"type": "string", "format": "binary"}, WORD)
OPERATIONS = (
    Operation(
        *("GET", "/documenten", "documentenOpvragen", "documenten", "Geeft de lijst van definitieve documenten."),
        right=Right.READ,
        answering=lambda: page(FILTERS, _find, _shown),
        answers=(Answer(200, "Een bladzijde uit de lijst.", "DocumentLijst", headers=("ETag", "Link")), _UNCHANGED),
        filters=FILTERS,
        schemas={"DocumentLijst": lambda: page_schema("Document"), "Document": lambda: SHOWN},
    ),
    Operation(
        *("POST", "/documenten", "documentMaken", "documenten"),
        told="Maakt een document: een concept, of een definitief document dat in het register blijft.",
        right=Right.MAKE_SCHOOL_PAPER,
        answering=_make,
        answers=(Answer(200, *_WORD), Answer(201, *_WORD, headers=("Location",))),
        sent=lambda: "DocumentNieuw",
        refuses=(422,),
        schemas={
            "DocumentNieuw": lambda: {**WISH, "properties": {name: kind.schema() for name, kind in FIELDS.items()}}
        },
    ),
    Operation(
        *("GET", "/documenten/{number}", "documentOpvragen", "documenten", "Geeft wat er van één document bekend is."),
        *(Right.READ, _one),
        answers=(Answer(200, "De gegevens.", "Document", headers=("ETag",)), _UNCHANGED),
    ),
    Operation(
        *("GET", "/documenten/{number}/bestand", "bestandOphalen", "documenten", "Geeft het Word-bestand."),
        right=Right.READ,
        answering=lambda number: _file(at(GeneratedDocument, number)),
        answers=(Answer(200, *_WORD),),
    ),
)
