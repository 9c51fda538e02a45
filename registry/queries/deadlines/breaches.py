"""Data breaches of which the board has yet to decide on a report, or to report: within 72 hours (AVG 33(1))."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.dutch import day_of, long_moment
from registry.model import Breach
from registry.model.breach import ReportDecision
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem


def due_breaches(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the breaches known on this date that were not reported by then, nor left unreported by decision.

    Its day is that on which the 72 hours end in the Netherlands, also in a weekend; the sentence has the time.
    """
    for breach in session.scalars(select(Breach).options(joinedload(Breach.supplier))):
        last = day_of(breach.report_before)
        if day_of(breach.known_at) <= on and last <= until and _waits(breach, on):
            yield _item(breach, last)


def _waits(breach: Breach, on: date) -> bool:
    is_reported = breach.reported_at is not None and day_of(breach.reported_at) <= on
    return not is_reported and breach.decision is not ReportDecision.NOT


def _item(breach: Breach, last: date) -> DueItem:
    name, limit = breach.supplier.name, long_moment(breach.report_before)
    sentence = f"Datalek bij {name}: de 72 uur om te melden bij de AP eindigen op {limit}."
    action = "Meld het bij de AP" if breach.decision is ReportDecision.REPORT else "Besluit of u meldt"
    return DueItem(DeadlineKind.BREACH, last, name, sentence, action, "breach", breach.id)
