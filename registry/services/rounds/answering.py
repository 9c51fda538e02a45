"""Answering in a round: a school about its products, the privacy officer about agreements, the FG with advice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.access import Right, viewer_of
from registry.database import change
from registry.dutch import count
from registry.errors import BrokenRule, ChangedMeanwhile, NotAllowed, RegisterError, raise_together
from registry.model import Review, ReviewAction, Use
from registry.model.action import ActionOrigin
from registry.model.review import Conclusion, Reply
from registry.queries.rounds.review_changes import review_changes
from registry.queries.rounds.round_lines import agreement_line, described
from registry.reference import active, facts
from registry.services.records import Fields, edit, fetch
from registry.services.rounds.rounds import refuse_closed, refuse_unless_running
from registry.services.rounds.use_rules import is_complete, use_faults
from registry.services.uses.uses import note_groups
from registry.services.year.actions import add_action

DOUBTS = (Reply.NO, Reply.UNSURE)


@dataclass(frozen=True)
class UseReply:
    """What a school answers in one line: the line, the versions of line and use that were seen, and the fields."""

    number: int
    seen: int
    use_seen: int
    fields: Fields


def answer_uses(session: Any, replies: Iterable[UseReply], on: date) -> list[Review]:
    """Return these lines, answered; all or none. What is wrong names its line: field "12/last_day".

    All that is wrong is told at once: the error has the other ones in `others`.
    """
    answered, faults = [], []
    with change(session, "jaarronde beantwoord"):
        for reply in replies:
            try:
                answered.append(_answer_use(session, reply, on))
            except RegisterError as fault:
                session.expire_all()  # nothing of this will be kept, and what is wrong may not be written meanwhile
                faults.append(_naming_the_line(fault, reply))
        raise_together(faults)
    return answered


def answer_agreement(
    session: Any,
    number: int,
    seen: int,
    fields: Fields,
    answers: Mapping[str, tuple[Reply, str]],
    on: date,
    action: Fields | None = None,
) -> Review:
    """Return the line with conclusion, risk, decision and answers by code of the question; with an action of its own.

    A question that is not in `answers` keeps the answer that it had.
    """
    with change(session, "overeenkomst beoordeeld"):
        review = agreement_line(session, number)
        refuse_unless_running(review.round, on)
        with session.no_autoflush:
            _edit(session, review, seen, fields, {"answers": _rows(review, answers)})
            _check_note(review)
            _check_agreed(review)
        review.answered_on = (review.answered_on or on) if _is_judged(review) else None
        if action is not None:
            _add_action(session, review, action)
    return review


def advise(session: Any, number: int, seen: int, advice: str, on: date) -> Review:
    """Return the line with the FG's advice; NotAllowed for anybody else, the administrator too (AVG 38 lid 3)."""
    if not viewer_of(session).may(Right.ADVISE):
        raise NotAllowed("Alleen de FG schrijft het advies.")
    with change(session, "advies van de FG"):
        review = agreement_line(session, number)
        refuse_closed(review.round)
        _edit(session, review, seen, {"advice": advice, "advised_on": on if (advice or "").strip() else None})
    return review


def _naming_the_line(fault: RegisterError, reply: UseReply) -> RegisterError:
    for one in (fault, *fault.others):
        one.field = f"{reply.number}/{one.field or ''}"
    return fault


def _answer_use(session: Any, reply: UseReply, on: date) -> Review:
    review = fetch(session, Review, reply.number)
    if review.use is None:
        raise BrokenRule("Deze regel gaat over een overeenkomst.")
    refuse_unless_running(review.round, on)
    with session.no_autoflush:
        _edit(session, review, reply.seen, reply.fields)
        raise_together(use_faults(review, review.use, on))
    is_described = described(review.use.product, on) is not None
    review.answered_on = (review.answered_on or on) if is_complete(review, is_described) else None
    runs = not review.use.is_over(on)
    if review.still_used is Reply.YES and runs and review.groups and review.groups != review.use.groups:
        _note_groups(session, review.use, reply.use_seen, review.groups)
    return review


def _note_groups(session: Any, use: Use, seen: int, groups: str) -> None:
    try:
        note_groups(session, use.id, seen, groups)
    except ChangedMeanwhile as fault:
        fault.field = "use"  # the version that was seen is that of the use, not of the line
        raise


def _check_note(review: Review) -> None:
    if review.conclusion is Conclusion.ACTION and not review.decision:
        raise BrokenRule("Schrijf bij “actie nodig” op wat er besloten is.", field="decision")


def _check_agreed(review: Review) -> None:
    """Refuse to agree to what was not looked at, or to what is not in order without a word on why."""
    if review.conclusion is not Conclusion.AGREED:
        return
    if still_open := len(_asked() - _given(review)):
        waiting = count(still_open, "vraag is", "vragen zijn")
        sentence = f"{waiting[:1].upper()}{waiting[1:]} nog niet beantwoord. Akkoord kan pas als u alles hebt bekeken."
        raise BrokenRule(sentence, field="conclusion")
    bare = [one for one in review.answers if one.question in _asked() and one.answer in DOUBTS and not one.note]
    if bare and not review.decision:
        many = count(len(bare), "vraag staat", "vragen staan")
        sentence = f"Bij {many} “nee” of “weet ik niet”, zonder toelichting. Schrijf op waarom het toch akkoord is."
        raise BrokenRule(sentence, field="decision")


def _edit(session: Any, review: Review, seen: int, fields: Fields, rows: Any = None) -> None:
    if review.version != seen:
        raise ChangedMeanwhile(
            "Iemand anders heeft dit intussen beantwoord. Bekijk wat er veranderde en bewaar daarna opnieuw.",
            review.version,
            review_changes(session, review, seen),
        )
    edit(session, review, seen, fields, rows)


def _rows(review: Review, answers: Mapping[str, tuple[Reply, str]]) -> list[dict[str, Any]]:
    rows = {one.question: {"id": one.id, "answer": one.answer, "note": one.note} for one in review.answers}
    for question, (answer, note) in answers.items():
        if question in rows or answer is not Reply.OPEN or note:
            rows[question] = rows.get(question, {}) | {"answer": answer, "note": note}
    return [{"question": question, **row} for question, row in rows.items()]


def _is_judged(review: Review) -> bool:
    return review.conclusion is not Conclusion.OPEN and _asked() <= _given(review)


def _given(review: Review) -> set[str]:
    return {one.question for one in review.answers if one.answer is not Reply.OPEN}


def _asked() -> set[str]:
    return {question.code for question in active(facts().review_questions)}


def _add_action(session: Any, review: Review, fields: Fields) -> None:
    assert review.agreement is not None  # a line about an agreement
    about = {"origin": ActionOrigin.ROUND, "supplier_id": review.agreement.supplier_id}
    try:
        action = add_action(session, {**fields, **about})
    except RegisterError as fault:
        fault.field = f"action_{fault.field}"
        raise
    session.flush()
    review.actions.append(ReviewAction(action_id=action.id))
