"""The final papers that were made of a record, without their bytes."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.model import GeneratedDocument


def finals_of(session: Any, subject: str, numbers: Iterable[int]) -> Sequence[GeneratedDocument]:
    """Return the final papers about these records of one table, newest first; each with the name of its file."""
    found = (
        select(GeneratedDocument)
        .where(GeneratedDocument.subject == subject, GeneratedDocument.subject_id.in_(list(numbers)))
        .order_by(GeneratedDocument.id.desc())
        .options(selectinload(GeneratedDocument.file))
    )
    return session.scalars(found).all()  # type: ignore[no-any-return]
