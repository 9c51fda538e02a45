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
from registry.queries.suppliers.owed import owed, owed_reads

ASKING = ("letter-request", "letter-reminder")
LetterDays = Mapping[int, date]


def due_letters(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the suppliers that were asked by letter and still owe something, four weeks after the last letter.

    Where an agreement stands as requested, `requests` tells it.
    """
    late = {number: day for number, day in letter_days(session, on).items() if day + TIME_TO_ANSWER <= until}
    if not late:
        return
    requested = Supplier.agreements.any(Agreement.status == AgreementStatus.REQUESTED)
    suppliers = select(Supplier).where(Supplier.id.in_(late), ~requested).options(*owed_reads())
    for supplier in session.scalars(suppliers):
        if any(not item.by_the_board for item in owed(supplier, on)):
            asked = late[supplier.id]
            told = f"{supplier.name} is op {long_date(asked)} per brief om gegevens gevraagd. Nog niet alles is er."
            day, action = asked + TIME_TO_ANSWER, "Vraag het opnieuw"
            yield DueItem(
                DeadlineKind.REQUEST, day, supplier.name, told, action, "supplier", supplier.id, step="letter"
            )


def letter_days(session: Any, on: date) -> LetterDays:
    """Return the day of the last final letter that asked each supplier for something, up to this date."""
    kinds = (GeneratedDocument.subject == "supplier", GeneratedDocument.paper.in_(ASKING))
    found = select(GeneratedDocument.subject_id, func.max(GeneratedDocument.made_at)).where(
        *kinds, GeneratedDocument.made_at < start_of(on + DAY)
    )
    return {number: day_of(at) for number, at in session.execute(found.group_by(GeneratedDocument.subject_id))}
