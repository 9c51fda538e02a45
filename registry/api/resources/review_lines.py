"""Jaarronderegels: what a round asks about a use or an agreement, and answering it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.asking import Found, page, page_schema, record, yes
from registry.api.bodies import sent
from registry.api.operations import Answer, Operation
from registry.api.problems import Refused, changes_in
from registry.api.records import at
from registry.api.resources.line_bodies import Judgement, agreement_schema, judgement, use_answer, use_schema
from registry.api.resources.line_tags import seen, shown, tag_of
from registry.api.resources.rounds import day_in
from registry.api.shapes.shape import Shape
from registry.database import db
from registry.errors import BrokenRule, ChangedMeanwhile, RegisterError
from registry.model import Review, ReviewRound
from registry.queries.pages import find_records
from registry.queries.rounds.progress import answered_by, counts_in
from registry.queries.rounds.round_lines import questions_of
from registry.services.rounds.answering import UseReply, answer_agreement, answer_uses

SHAPE = Shape(Review, ("answers",))
FILTERS = (
    record("school", "Alleen wat deze school gevraagd is."),
    yes("beantwoord", "Alleen wat al helemaal beantwoord is, of juist nog niet."),
)


def _list(number: int) -> Response:
    on = day_in(at(ReviewRound, number))

    def find(wanted: dict[str, Any], skip: int, most: int) -> Found:
        conditions = [counts_in(number, on)]
        if (school := wanted.get("school")) is not None:
            conditions.append(Review.school_id == school)
        if (is_answered := wanted.get("beantwoord")) is not None:
            conditions.append(answered_by(on) if is_answered else ~answered_by(on))
        return find_records(db.session, Review, conditions, SHAPE.rows, skip, most)

    return page(FILTERS, find, SHAPE.show)


def _answer(number: int) -> Response:
    fields, line = use_answer(sent()), at(Review, number)
    version, use_version = seen(line)
    reply = UseReply(number, version, use_version, fields)
    return _kept(line, lambda: answer_uses(db.session, [reply], date.today())[0])


def _judge(number: int) -> Response:
    told, line = judgement(sent()), at(Review, number)
    version, _ = seen(line)
    return _kept(line, lambda: _keep(line, version, told))


def _keep(line: Review, version: int, told: Judgement) -> Review:
    if line.agreement is None:
        raise BrokenRule("Deze regel gaat over een product dat een school gebruikt.")
    if told.answers.keys() - {question.code for question in questions_of(line)}:
        raise BrokenRule("Een van deze vragen wordt niet gesteld.", field="answers")
    return answer_agreement(db.session, line.id, version, told.fields, told.beside(line), date.today())


def _kept(line: Review, keep: Callable[[], Review]) -> Response:
    newest = tag_of(line)
    try:
        return shown(SHAPE, keep(), is_asked=False)
    except ChangedMeanwhile as fault:
        raise Refused(412, tag=newest, wijzigingen=changes_in(fault)) from fault
    except RegisterError as fault:
        fault.field = (fault.field or "").rpartition("/")[2]  # the service names the line as well
        raise


def _verb(
    path: str, name: str, told: str, right: Right, answering: Callable[[int], Response], schema: Any
) -> Operation:
    body = f"{name[0].upper()}{name[1:]}"
    return Operation(
        *("POST", f"/jaarronderegels/{{number}}/_{path}", name, "jaarrondes", told, right, answering),
        answers=(Answer(200, "Gedaan.", "Jaarronderegel", headers=("ETag",)),),
        sent=lambda: body,
        changes=True,
        refuses=(422,),
        schemas={body: schema},
    )


_UNCHANGED = Answer(304, "U hebt de nieuwste stand al.")
OPERATIONS = (
    Operation(
        *("GET", "/jaarrondes/{number}/regels", "jaarronderegelsOpvragen", "jaarrondes"),
        told="Geeft de regels van een jaarronde: elk gaat over een gebruik van een school of over een overeenkomst.",
        right=Right.READ,
        answering=_list,
        answers=(
            Answer(200, "Een bladzijde uit de lijst.", "JaarronderegelLijst", headers=("ETag", "Link")),
            _UNCHANGED,
        ),
        filters=FILTERS,
        schemas={
            "JaarronderegelLijst": lambda: page_schema("Jaarronderegel"),
            "Jaarronderegel": SHAPE.shown_schema,
        },
    ),
    Operation(
        *("GET", "/jaarronderegels/{number}", "jaarronderegelOpvragen", "jaarrondes"),
        told="Geeft één regel van een jaarronde. Gaat hij over een gebruik, dan wijzigt de ETag met dat gebruik mee.",
        right=Right.READ,
        answering=lambda number: shown(SHAPE, at(Review, number), is_asked=True),
        answers=(Answer(200, "De gegevens.", "Jaarronderegel", headers=("ETag",)), _UNCHANGED),
    ),
    _verb(
        "beantwoorden",
        "jaarronderegelBeantwoorden",
        "Beantwoordt een regel over een gebruik. Wat u niet stuurt, blijft. Andere groepen gelden meteen.",
        Right.EDIT_USES,
        _answer,
        use_schema,
    ),
    _verb(
        "beoordelen",
        "jaarronderegelBeoordelen",
        "Beantwoordt een regel over een overeenkomst. Wat u niet stuurt, blijft, ook het antwoord op een andere vraag.",
        Right.EDIT_REGISTER,
        _judge,
        agreement_schema,
    ),
)
