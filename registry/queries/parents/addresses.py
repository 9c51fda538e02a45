"""Which page stands at an address, and which schools of the board have one that is switched on."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager

from registry.model import PageAddress, ParentsPage, School, SchoolBoard
from registry.queries.parents.allowed import PublicBoard, PublicSchool


class Found(NamedTuple):
    """A page with the board of its school."""

    page: ParentsPage
    board: SchoolBoard | None


def page_at(session: Any, slug: str, on: date) -> Found | None:
    """Return the page that has or once had this address; None when it is off, or its school is closed."""
    query = select(ParentsPage, SchoolBoard).join(ParentsPage.addresses).join(ParentsPage.school)
    query = query.outerjoin(SchoolBoard, SchoolBoard.id == 1).options(contains_eager(ParentsPage.school))
    row = session.execute(query.where(PageAddress.slug == slug, *_is_public(on))).one_or_none()
    return Found(*row) if row else None


def page_of(session: Any, school_id: int) -> ParentsPage | None:
    """Return the page of this school; None when nobody set it up."""
    return session.scalar(select(ParentsPage).where(ParentsPage.school_id == school_id))  # type: ignore[no-any-return]


def public_board(session: Any, on: date) -> PublicBoard | None:
    """Return the schools that have a page, by name; None when there is none."""
    query = select(School.name, ParentsPage.slug).join(ParentsPage.school).where(*_is_public(on))
    schools = [PublicSchool(name=name, slug=slug) for name, slug in session.execute(query)]
    if not schools:
        return None
    name = session.scalar(select(SchoolBoard.name))
    return PublicBoard(name=name or None, schools=tuple(sorted(schools, key=lambda one: one.name.casefold())))


def _is_public(on: date) -> tuple[Any, ...]:
    return ParentsPage.is_on.is_(True), or_(School.closed_on.is_(None), School.closed_on > on)
