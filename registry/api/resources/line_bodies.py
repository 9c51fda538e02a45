"""What is sent to answer a line of a round: by a school about its use, or by the board about an agreement."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from registry.api.problems import Fault, Refused
from registry.api.shapes.kinds import Schema, choice
from registry.api.shapes.shape import MOST_ROWS, Field, Shape, field_of, read_fields
from registry.model import Review, ReviewAnswer
from registry.model.review import REPLIES_OF_A_SCHOOL, Reply

ANSWERS = "antwoorden"
ROW = Shape(ReviewAnswer, needed=frozenset({"question", "answer"}))


def _reply(attribute: Any) -> Field:
    return replace(field_of(attribute), kind=choice((Reply.OPEN, *REPLIES_OF_A_SCHOOL)))


OF_USE = (
    _reply(Review.still_used),
    field_of(Review.last_day),
    field_of(Review.groups),
    _reply(Review.data_right),
    field_of(Review.data_note),
)
OF_AGREEMENT = tuple(map(field_of, (Review.conclusion, Review.risk, Review.decision)))


@dataclass(frozen=True)
class Judgement:
    """What was sent about an agreement: the stored fields, and the fields of an answer by the code of its question."""

    fields: dict[str, Any]
    answers: dict[str, dict[str, Any]]

    def beside(self, line: Review) -> dict[str, tuple[Reply, str]]:
        """Return answer and note by the code of the question; a note that was not sent stays as the line has it."""
        return {code: (one["answer"], one.get("note", _note(line, code))) for code, one in self.answers.items()}


def use_answer(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a school answers, by the names of the stored fields; Refused with all that is wrong."""
    return read_fields(OF_USE, told)


def judgement(told: Mapping[str, Any]) -> Judgement:
    """Return what is concluded of an agreement; Refused with all that is wrong."""
    faults: list[Fault] = []
    rest = {name: value for name, value in told.items() if name != ANSWERS}
    fields = _or_faults(lambda: read_fields(OF_AGREEMENT, rest), faults)
    answers = {one["question"]: one for one in _rows(told.get(ANSWERS, []), faults)}
    if faults:
        raise Refused(400, "Niet alles wat u stuurde klopt.", faults)
    return Judgement(fields, answers)


def use_schema() -> Schema:
    """Return the schema of what a school sends."""
    own = {one.name: one.schema() for one in OF_USE}
    return {"type": "object", "properties": own, "additionalProperties": False}


def agreement_schema() -> Schema:
    """Return the schema of what is sent about an agreement."""
    rows = {"type": "array", "maxItems": MOST_ROWS, "items": ROW.sent_schema(is_new=True)}
    own = {**{one.name: one.schema() for one in OF_AGREEMENT}, ANSWERS: rows}
    return {"type": "object", "properties": own, "additionalProperties": False}


def _rows(sent: Any, faults: list[Fault]) -> Iterator[dict[str, Any]]:
    if not isinstance(sent, list) or not all(isinstance(row, dict) for row in sent) or len(sent) > MOST_ROWS:
        faults.append(Fault("body", ANSWERS, f"Dit moet een lijst van hoogstens {MOST_ROWS} objecten zijn."))
        return
    known = set()
    for place, row in enumerate(sent):
        read = _or_faults(lambda row=row: ROW.read(row).fields, faults, f"{ANSWERS}/{place}/")  # type: ignore[misc]
        if read and read["question"] in known:
            faults.append(Fault("body", f"{ANSWERS}/{place}/vraag", "Deze vraag staat er twee keer."))
        elif read:
            known.add(read["question"])
            yield read


def _or_faults(read: Callable[[], dict[str, Any]], faults: list[Fault], at: str = "") -> dict[str, Any]:
    try:
        return read()
    except Refused as refused:
        faults += [replace(one, place=f"{at}{one.place}") for one in refused.faults]
        return {}


def _note(line: Review, code: str) -> str:
    given = line.answer_to(code)
    return given.note if given is not None else ""
