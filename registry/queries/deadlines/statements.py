"""Texts to parents that are to be looked at again, and councils that were asked and have not answered."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from registry.dutch import long_date
from registry.model import Statement
from registry.model.deadline_kind import DeadlineKind
from registry.queries.board.statements import all_statements
from registry.queries.deadlines.due_item import DueItem


def due_statements(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the reviews due by `until`, and the consents that were asked by this date and not given.

    Such a consent has waited since the day on which it was asked; no law says by when a council answers.
    """
    for one in _newest_editions(session):
        title = f"“{one.title}”{_whose(one)}"
        if one.review_on is not None and one.review_on <= until:
            told = f"Het is tijd om {title} opnieuw te bekijken."
            yield _item(one, DeadlineKind.STATEMENT_REVIEW, one.review_on, told, "Werk de tekst bij")
        if one.consent_asked_on is not None and one.consent_is_due(on):
            asked = f"gevraagd op {long_date(one.consent_asked_on)}"
            told = f"De {one.council.label} heeft nog niet ingestemd met {title} ({asked})."
            yield _item(one, DeadlineKind.COUNCIL_CONSENT, one.consent_asked_on, told, "Vul de instemming in")


def _item(one: Statement, kind: DeadlineKind, day: date, sentence: str, action: str) -> DueItem:
    return DueItem(kind, day, one.title, sentence, action, "statement", one.id, one.school_id)


def _whose(statement: Statement) -> str:
    school = statement.school.name if statement.school else ""
    return f" van {school}" if school and school not in statement.title else ""


def _newest_editions(session: Any) -> Iterable[Statement]:
    """The newest of the statements with one kind, school and title; an older edition needs nothing any more."""
    in_time = sorted(all_statements(session), key=lambda one: (one.adopted_on or date.max, one.id))
    return {(one.kind, one.school_id, one.title.casefold()): one for one in in_time}.values()
