"""Final letters that asked a supplier for what it owes, without an answer that is complete."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select

from registry.calendar import DAY, TIME_TO_ANSWER
from registry.dutch import day_of, long_date, start_of
from registry.model import Agreement, GeneratedDocument, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem
from registry.queries.signals.some_files import lacking_files
from registry.queries.suppliers.owed import owed
from registry.queries.together import shared

ASKING = ("letter-request", "letter-reminder")
LetterDays = Mapping[int, date]


def due_letters(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the suppliers that still owe something which the last letter asked for, four weeks after that letter.

    Where an agreement stands as requested, `requests` tells it.
    """
    late = {number: day for number, day in letter_days(session, on).items() if day + TIME_TO_ANSWER <= until}
    if not late:
        return
    requested = Supplier.agreements.any(Agreement.status == AgreementStatus.REQUESTED)
    numbers = session.scalars(select(Supplier.id).where(Supplier.id.in_(late), ~requested).order_by(Supplier.id)).all()
    reasons = _reasons(session, on)
    for supplier in lacking_files(session, numbers, on):
        if any(item.sentence in reasons[supplier.id] for item in owed(supplier, on)):
            asked = late[supplier.id]
            told = f"{supplier.name} is op {long_date(asked)} per brief om gegevens gevraagd. Nog niet alles is er."
            day, action = asked + TIME_TO_ANSWER, "Vraag het opnieuw"
            yield DueItem(
                DeadlineKind.REQUEST, day, supplier.name, told, action, "supplier", supplier.id, step="letter"
            )


def letter_days(session: Any, on: date) -> LetterDays:
    """Return the day of the last final letter that asked each supplier for something, up to this date."""
    known = shared(session, "letter_days")
    if on not in known:
        found = _letters(GeneratedDocument.subject_id, func.max(GeneratedDocument.made_at), on=on)
        days = session.execute(found.group_by(GeneratedDocument.subject_id))
        known[on] = {number: day_of(at) for number, at in days}
    return known[on]  # type: ignore[no-any-return]


def _reasons(session: Any, on: date) -> Mapping[int, set[str]]:
    """The sentences that said in the last letter to each supplier what was missing."""
    found = _letters(GeneratedDocument.subject_id, GeneratedDocument.values, on=on)
    # in the order in which they were made, so that the last one stays
    return {number: set(_missing(kept)) for number, kept in session.execute(found.order_by(GeneratedDocument.made_at))}


def _missing(kept: Any) -> Iterator[str]:
    for part in kept["parts"]:
        yield from (asked["reden"] for asked in part["values"]["brief"]["gevraagd"])


def _letters(*columns: Any, on: date) -> Any:
    kinds = (GeneratedDocument.subject == "supplier", GeneratedDocument.paper.in_(ASKING))
    return select(*columns).where(*kinds, GeneratedDocument.made_at < start_of(on + DAY))
