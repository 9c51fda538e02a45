"""The public page of a school: switch it on or off, give it an address, choose what stands on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.dutch import file_name
from registry.errors import AlreadyExists, BrokenRule
from registry.model import PageAddress, ParentsPage, School
from registry.model.parents_page import ALL_PARTS
from registry.services.records import Fields, assign, edit, fetch


def set_parents_page(session: Any, school_id: int, seen: int, fields: Fields, today: date) -> ParentsPage:
    """Return the page of this school with these fields; NotFound for no such school.

    It is made when the school has none and something else is wanted than what is proposed. An address that the page
    had before keeps leading to it.
    """
    with change(session, "openbare pagina ingesteld"):
        school = fetch(session, School, school_id)
        known = session.scalar(select(ParentsPage).where(ParentsPage.school_id == school_id))
        with session.no_autoflush:
            page = known or proposed_page(session, school)
            proposed = _choices(page)
            if known is None:
                assign(page, _in_order(fields))
            else:
                edit(session, page, seen, _in_order(fields))
            _check(page, school, today)
            if known is not None or _choices(page) != proposed:
                _keep_address(session, page)
                session.add(page)
    return page


def _choices(page: ParentsPage) -> tuple[Any, ...]:
    return page.is_on, page.slug, page.parts


def proposed_page(session: Any, school: School) -> ParentsPage:
    """Return the page that this school would get: off, with everything on it. It is no part of the session."""
    return ParentsPage(school=school, is_on=False, slug=proposed_slug(session, school), parts=ALL_PARTS)


def proposed_slug(session: Any, school: School) -> str:
    """Return the school's name as an address that no page has or had, with a number behind it where need be."""
    name = file_name(school.name).lower()[:70].strip("-")
    taken = set(session.scalars(select(PageAddress.slug).where(PageAddress.slug.startswith(name))))
    free = (slug for number in range(1, len(taken) + 2) if (slug := f"{name}-{number}" if number > 1 else name))
    return next(slug for slug in free if slug not in taken)


def _in_order(fields: Fields) -> dict[str, Any]:
    """The fields with the chosen parts in the order of the list, so that ticking them in another order is no change."""
    chosen: Iterable[str] = fields.get("parts", ())
    parts = tuple(part for part in ALL_PARTS if part in set(chosen))
    return {**fields, **({"parts": parts} if "parts" in fields else {})}


def _check(page: ParentsPage, school: School, today: date) -> None:
    if not page.slug:
        raise BrokenRule("Geef de pagina een adres.", field="slug")
    if page.is_on and not school.is_open(today):
        raise BrokenRule("Deze school is gesloten. Haal het vinkje weg.", field="is_on")


def _keep_address(session: Any, page: ParentsPage) -> None:
    known = session.scalar(select(PageAddress).where(PageAddress.slug == page.slug))
    if known is None:
        page.addresses.append(PageAddress(slug=page.slug))
    elif known.page is not page:
        raise AlreadyExists("Dit adres is of was van een andere school. Kies een ander adres.", field="slug")
