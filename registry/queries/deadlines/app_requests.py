"""Requests of teachers without a decision."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.calendar import day_at_work
from registry.model import AppRequest
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem

TERM = timedelta(days=14)
"""A teacher gets an answer within two weeks; the register's own term, no law."""


def due_app_requests(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the requests on which nobody had decided on this date, and that are to be answered by `until`."""
    still = or_(AppRequest.decided_on.is_(None), AppRequest.decided_on > on)
    waiting = select(AppRequest).where(still, AppRequest.asked_on <= on).options(joinedload(AppRequest.school))
    for request in session.scalars(waiting):
        answer_by = day_at_work(request.asked_on + TERM)
        asker = request.asker[:1].upper() + request.asker[1:]
        if answer_by <= until:
            yield DueItem(
                DeadlineKind.APP_REQUEST,
                answer_by,
                request.school.name,
                f"{asker} vraagt om {request.app}. Er is nog niet beslist.",
                "Beslis over de aanvraag",
                "app_request",
                request.id,
                request.school_id,
            )
