"""Jaarrondes: the rounds of the years, and how far everybody is in one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.answers import as_json, unless_known
from registry.api.asking import Found, page, page_schema
from registry.api.names import name_of
from registry.api.operations import Answer, Operation
from registry.api.records import at
from registry.api.resources.paper_wishes import WHOLE
from registry.api.shapes.kinds import Schema
from registry.api.shapes.shape import Shape
from registry.database import db
from registry.model import ReviewRound
from registry.queries.pages import find_records
from registry.queries.rounds.progress import Progress, progress, together

STATE = name_of("status")


class RoundShape(Shape):
    """A round with how it stands, in a word."""

    def show(self, record: Any) -> dict[str, Any]:
        """Return the round as it is written in JSON."""
        return {**super().show(record), STATE: record.state}

    def shown_schema(self) -> Schema:
        """Return the schema of what is shown."""
        state = {"type": "string", "enum": ["loopt", "stilgelegd", "afgesloten"], "title": "Stand"}
        return _with(super().shown_schema(), {STATE: state})


def _with(schema: Schema, more: Mapping[str, Schema]) -> Schema:
    return {**schema, "properties": {**schema["properties"], **more}, "required": [*schema["required"], *more]}


SHAPE = RoundShape(ReviewRound)


def day_in(one: ReviewRound) -> date:
    """Return the day on which the lines of the round are counted: today, or the day on which it was closed."""
    return one.closed_on or date.today()


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    return find_records(db.session, ReviewRound, (), (), skip, most)


def _one(number: int) -> Response:
    one = at(ReviewRound, number)
    parts = progress(db.session, number, day_in(one))
    of_board = together([part for part in parts if part.school_id is None])
    schools = [part for part in parts if part.school_id is not None]
    content = {
        **SHAPE.show(one),
        **_counts(together(parts)),
        "overeenkomsten": _counts(of_board),
        "scholen": [{"school": part.school_id, "naam": part.name, **_counts(part)} for part in schools],
    }
    return unless_known(as_json(content))


def _counts(part: Progress) -> dict[str, int]:
    return {"gevraagd": part.asked, "beantwoord": part.answered}


def _progress_schema() -> Schema:
    number: Schema = {"type": "integer", "minimum": 0}
    counts = {
        "gevraagd": {**number, "description": "Hoeveel regels er gevraagd zijn."},
        "beantwoord": {**number, "description": "Hoeveel daarvan helemaal beantwoord zijn."},
    }
    part: Schema = {"type": "object", "properties": counts, "required": list(counts)}
    school = _with(part, {"school": WHOLE, "naam": {"type": "string"}})
    more = {**counts, "overeenkomsten": part, "scholen": {"type": "array", "items": school}}
    return _with(SHAPE.shown_schema(), more)


_UNCHANGED = Answer(304, "U hebt de nieuwste stand al.")
OPERATIONS = (
    Operation(
        *("GET", "/jaarrondes", "jaarrondesOpvragen", "jaarrondes", "Geeft de lijst: de jaarrondes van alle jaren."),
        right=Right.READ,
        answering=lambda: page((), _find, SHAPE.show),
        answers=(Answer(200, "Een bladzijde uit de lijst.", "JaarrondeLijst", headers=("ETag", "Link")), _UNCHANGED),
        schemas={"JaarrondeLijst": lambda: page_schema("Jaarronde"), "Jaarronde": SHAPE.shown_schema},
    ),
    Operation(
        *("GET", "/jaarrondes/{number}", "jaarrondeOpvragen", "jaarrondes"),
        told="Geeft één jaarronde, met hoeveel er gevraagd en beantwoord is, ook per school.",
        right=Right.READ,
        answering=_one,
        answers=(Answer(200, "De gegevens.", "JaarrondeVoortgang", headers=("ETag",)), _UNCHANGED),
        schemas={"JaarrondeVoortgang": _progress_schema},
    ),
)
