"""Questions on what teachers asked: the list, the address of a school, and what came of a request."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.model import AppRequest, StaffAddress, Use


def all_requests(session: Any) -> Sequence[AppRequest]:
    """Return the requests that the viewer may see: those without a decision first, each part the newest first."""
    asked = select(AppRequest).options(joinedload(AppRequest.school), joinedload(AppRequest.product))
    found = session.scalars(asked.order_by(AppRequest.asked_on.desc(), AppRequest.id.desc()))
    return sorted(found, key=lambda one: one.decided_on is not None)


def staff_address_of(session: Any, school_id: int) -> StaffAddress | None:
    """Return the secret address of this school; None when it never had one."""
    return session.scalar(select(StaffAddress).where(StaffAddress.school_id == school_id))  # type: ignore[no-any-return]


def uses_after(session: Any, request: AppRequest, on: date) -> list[Use]:
    """Return the school's uses of the product that came of the request, which run or still have to start."""
    asked = select(Use).where(Use.school_id == request.school_id, Use.product_id == (request.product_id or 0))
    return [use for use in session.scalars(asked.order_by(Use.since)) if not use.is_over(on)]
