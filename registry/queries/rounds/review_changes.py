"""What somebody else changed in a line of a round meanwhile, in words: which question, what it was and is."""

from typing import Any

from sqlalchemy import select

from registry.model import AuditEvent, Review, ReviewAnswer
from registry.queries.board.history import field_label
from registry.queries.history.values import value_words
from registry.reference import facts


def review_changes(session: Any, review: Review, seen: int) -> list[tuple[str, str, str]]:
    """Return (question or field, old, new) for every change of the line after version `seen`, oldest first."""
    about = (AuditEvent.subject == Review.__tablename__, AuditEvent.subject_id == review.id)
    lines = session.scalars(select(AuditEvent).where(*about, AuditEvent.subject_version > seen).order_by(AuditEvent.id))
    asked = {answer.id: answer.question for answer in review.answers}
    return [
        (_label(line, asked), _words(session, line, line.old), _words(session, line, line.new))
        for line in lines
        if (line.record, line.field) != (ReviewAnswer.__tablename__, "question") and line.field != "answered_on"
    ]


def _words(session: Any, line: AuditEvent, stored: str) -> str:
    return value_words(session, line.record, line.field, stored)


def _label(line: AuditEvent, asked: dict[int, str]) -> str:
    label = field_label(line.record, line.field)
    question = facts().review_questions.get(asked.get(line.record_id, "")) if line.record != line.subject else None
    return f"{question.label} {label}" if question else label
