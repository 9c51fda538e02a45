"""Notices about a subprocessor on which the board has yet to decide, or to send its answer (AVG 28(2))."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.dutch import long_date
from registry.model import SubprocessorNotice
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem


def due_notices(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the notices received by this date and not answered on it, by the last day to object.

    Where nobody knows the term, that is the day of the notice: it is to be looked up at once.
    """
    found = select(SubprocessorNotice).where(SubprocessorNotice.received_on <= on)
    for notice in session.scalars(found.options(joinedload(SubprocessorNotice.supplier))):
        if not notice.is_answered(on) and (notice.object_before or notice.received_on) <= until:
            yield _item(notice, on)


def _item(notice: SubprocessorNotice, on: date) -> DueItem:
    last, decided = notice.object_before, notice.decided_on is not None and notice.decided_on <= on
    term = f"Bezwaar kan tot en met {long_date(last)}." if last else "De termijn voor bezwaar is niet bekend."
    sentence = f"{notice.name} {notice.change.label}. {term}"
    action = "Verstuur het antwoord" if decided else "Neem een besluit" if last else "Zoek de termijn op en besluit"
    day, supplier = last or notice.received_on, notice.supplier.name
    return DueItem(DeadlineKind.OBJECTION, day, supplier, sentence, action, "subprocessor_notice", notice.id)
