"""A board's and its schools' own Word templates: those in use, and all versions of one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.model import PaperTemplate, StoredFile

Key = tuple[str, int | None]  # the name of a paper's template, and the school that has its own, None for the board


def templates_in_use(session: Any) -> dict[Key, PaperTemplate]:
    """Return the own templates in use, by paper and school; without their bytes."""
    found = select(PaperTemplate).where(PaperTemplate.in_use).options(selectinload(PaperTemplate.file))
    return {(one.paper, one.school_id): one for one in session.scalars(found)}


def contents_in_use(session: Any) -> dict[Key, PaperTemplate]:
    """Return the same with the bytes of each, for who makes papers without asking the database again."""
    content = selectinload(PaperTemplate.file).selectinload(StoredFile.content)
    found = select(PaperTemplate).where(PaperTemplate.in_use).options(content)
    return {(one.paper, one.school_id): one for one in session.scalars(found)}


def template_versions(session: Any, paper: str) -> Sequence[PaperTemplate]:
    """Return every version that there ever was for this paper, the board's before the schools', newest first."""
    found = (
        select(PaperTemplate)
        .where(PaperTemplate.paper == paper)
        .order_by(PaperTemplate.school_id.is_not(None), PaperTemplate.school_id, PaperTemplate.edition.desc())
        .options(selectinload(PaperTemplate.file), selectinload(PaperTemplate.school))
    )
    return session.scalars(found).all()  # type: ignore[no-any-return]


def last_edition(session: Any, paper: str, school_id: int | None) -> int:
    """Return the number of the newest version for this paper and school, 0 while there is none."""
    same = select(PaperTemplate.edition).where(PaperTemplate.paper == paper, PaperTemplate.school_id == school_id)
    return max(session.scalars(same), default=0)
