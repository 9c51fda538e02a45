"""The final papers that were made of a record, without their bytes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import and_, false, or_, select
from sqlalchemy.orm import selectinload

from registry.model import GeneratedDocument


def finals_of(session: Any, about: Mapping[str, Iterable[int]]) -> Sequence[GeneratedDocument]:
    """Return the final papers about these records, newest first; each with the name of its file.

    `about`: by table, the numbers of the records.
    """
    subject, number = GeneratedDocument.subject, GeneratedDocument.subject_id
    wanted = [and_(subject == table, number.in_(some)) for table, each in about.items() if (some := list(each))]
    found = (
        select(GeneratedDocument)
        .where(or_(false(), *wanted))
        .order_by(GeneratedDocument.id.desc())
        .options(selectinload(GeneratedDocument.file))
    )
    return session.scalars(found).all()  # type: ignore[no-any-return]
