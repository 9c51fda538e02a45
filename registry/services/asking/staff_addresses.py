"""The secret address at which the staff of a school ask for an app: switch it on or off, renew it, find it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.database import change
from registry.errors import BrokenRule
from registry.model import School, StaffAddress
from registry.services.accounts.tokens import hash_of, new_token
from registry.services.records import edit, fetch


@dataclass(frozen=True)
class MadeAddress:
    """A new address; `token` is its secret part, which is told once."""

    address: StaffAddress
    token: str


def make_staff_address(session: Any, school_id: int, today: date) -> MadeAddress:
    """Return the new secret address of this school, switched on; one that it had before opens nothing any more."""
    token = new_token()
    with change(session, "aanvraagadres gemaakt"):
        school = fetch(session, School, school_id)
        if not school.is_open(today):
            raise BrokenRule("Deze school is gesloten.")
        known = session.scalar(select(StaffAddress).where(StaffAddress.school_id == school_id))
        address = known or StaffAddress(school=school, version=0)
        address.is_on, address.token_hash, address.made_on = True, hash_of(token), today
        address.version += 1
        session.add(address)
    return MadeAddress(address, token)


def stop_staff_address(session: Any, school_id: int) -> StaffAddress | None:
    """Return the address of this school, which opens nothing any more; None when there was none."""
    with change(session, "aanvraagadres uitgezet"):
        school = fetch(session, School, school_id)
        known = session.scalar(select(StaffAddress).where(StaffAddress.school_id == school.id))
        if known is not None and known.is_on:
            edit(session, known, known.version, {"is_on": False})
    return known  # type: ignore[no-any-return]


def staff_address_at(session: Any, token: str, on: date) -> StaffAddress | None:
    """Return what stands at this secret address; None when it is off, or its school is closed."""
    asked = select(StaffAddress).where(StaffAddress.token_hash == hash_of(token), StaffAddress.is_on.is_(True))
    found = session.scalar(asked.options(joinedload(StaffAddress.school)))
    return found if found is not None and found.school.is_open(on) else None
