"""What somebody else changed in a line of a round meanwhile, in words: which question, what it was and is."""

from typing import Any

from registry.model import AuditEvent, Review, ReviewAnswer
from registry.queries.board.history import lines_since
from registry.queries.history.blocks import field_line
from registry.reference import facts


def review_changes(session: Any, review: Review, seen: int) -> list[tuple[str, str, str]]:
    """Return (question or field, old, new) for every change of the line after version `seen`, oldest first."""
    asked = {answer.id: answer.question for answer in review.answers}
    found = []
    for line in lines_since(session, review, seen):
        if (line.record, line.field) != (ReviewAnswer.__tablename__, "question") and line.field != "answered_on":
            told = field_line(session.get, line)
            found.append((_label(line, told.label, asked), told.old, told.new))
    return found


def _label(line: AuditEvent, label: str, asked: dict[int, str]) -> str:
    question = facts().review_questions.get(asked.get(line.record_id, "")) if line.record != line.subject else None
    return f"{question.label} {label}" if question else label
