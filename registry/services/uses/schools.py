"""Schools: add, edit; a closed one stays, because its lists may still be asked for."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.dutch import count, long_date
from registry.errors import AlreadyExists, BrokenRule
from registry.model import School, Use
from registry.services.records import Fields, assign, edit, fetch


def add_school(session: Any, fields: Fields) -> School:
    """Return the new school; AlreadyExists when its site code is known."""
    with change(session, "school toegevoegd"):
        school = School()
        assign(school, fields)
        _check(session, school)
        session.add(school)
    return school


def edit_school(session: Any, number: int, seen: int, fields: Fields) -> School:
    """Return the school with these fields."""
    with change(session, "school gewijzigd"):
        school = fetch(session, School, number)
        edit(session, school, seen, fields)
        _check(session, school)
    return school


def _check(session: Any, school: School) -> None:
    if not school.name:
        raise BrokenRule("Geef de school een naam.", field="name")
    if school.site_code and (other := _same_code(session, school)) is not None:
        raise AlreadyExists(f"De vestigingscode {school.site_code} is al van {other.name}.", field="site_code")
    if school.closed_on is not None:
        _refuse_while_used(session, school, school.closed_on)


def _same_code(session: Any, school: School) -> School | None:
    with session.no_autoflush:
        same = select(School).where(School.site_code == school.site_code, School.id != (school.id or 0))
        return session.scalar(same)  # type: ignore[no-any-return]


def _refuse_while_used(session: Any, school: School, closed_on: date) -> None:
    with session.no_autoflush:
        uses = session.scalars(select(Use).where(Use.school_id == school.id)).all()
    running = [use for use in uses if not use.is_over(closed_on)]
    if running:
        many = count(len(running), "product", "producten")
        day = long_date(closed_on)
        sentence = (
            f"Deze school gebruikt op {day} nog {many}. Beëindig eerst het gebruik, met een laatste dag daarvoor."
        )
        raise BrokenRule(sentence, field="closed_on")
