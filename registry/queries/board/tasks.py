"""What needs attention now or in the coming hundred days: agreements that end, reviews, a council's consent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.dutch import count, enumeration, long_date
from registry.model import Agreement, Statement
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.queries.agreements.terms import uses_outside_terms
from registry.queries.board.overview import in_force

AHEAD = timedelta(days=100)


@dataclass(frozen=True)
class Task:
    """Something to do: what is so, by which day (None: no day), and at which record: `subject` is its table."""

    sentence: str
    due: date | None
    subject: str
    subject_id: int

    def is_overdue(self, on: date) -> bool:
        """Return whether it should have been done before this date."""
        return self.due is not None and self.due < on


def tasks(session: Any, on: date) -> list[Task]:
    """Return what needs attention within a hundred days of this date, the longest overdue first."""
    found = [*_outside_terms(session, on), *_agreements(session, on), *_statements(session, on)]
    return sorted(found, key=lambda task: (task.due or on, task.sentence))


def _outside_terms(session: Any, on: date) -> Iterator[Task]:
    for supplier, group in groupby(uses_outside_terms(session, on), key=lambda one: one.use.product.supplier):
        found = list(group)
        products = enumeration(list(dict.fromkeys(one.use.product.name for one in found)))
        many = count(len({one.use.school_id for one in found}), "school gebruikt", "scholen gebruiken")
        told = f"{many} {products} van {supplier.name}, zonder overeenkomst die nu geldt. {found[0].nearest}"
        yield Task(told, min(one.covered_until for one in found), "supplier", supplier.id)


def _agreements(session: Any, on: date) -> Iterator[Task]:
    soon = on + AHEAD
    near = or_(Agreement.ended_on <= soon, Agreement.ends_on <= soon, Agreement.review_on <= soon)
    own = select(Agreement).where(in_force(on), Agreement.status != AgreementStatus.SUPERSEDED, near)
    for one in session.scalars(own.options(joinedload(Agreement.supplier))):
        who = f"De overeenkomst met {one.supplier.name}"
        if one.last_day is not None and one.last_day <= soon:
            yield Task(f"{who} loopt tot en met {long_date(one.last_day)}.", one.last_day, "agreement", one.id)
        elif one.renewal is Renewal.UNKNOWN and one.ends_on is not None and one.ends_on <= soon:
            told = f"{who} heeft {long_date(one.ends_on)} als einddatum. Er staat niet of zij daarna doorloopt."
            yield Task(told, one.ends_on, "agreement", one.id)
        if one.review_on is not None and one.review_on <= soon:
            yield Task(f"{who} moet u opnieuw bekijken.", one.review_on, "agreement", one.id)


def _statements(session: Any, on: date) -> Iterator[Task]:
    for one in _newest_editions(session):
        title = f"“{one.title}”{_whose(one)}"
        if one.review_on is not None and one.review_on <= on + AHEAD:
            yield Task(f"{title} moet u opnieuw bekijken.", one.review_on, "statement", one.id)
        if one.consent_asked_on is not None and one.consent_is_due(on):
            asked = f"gevraagd op {long_date(one.consent_asked_on)}"
            told = f"De {one.council.label} heeft nog niet ingestemd met {title} ({asked})."
            yield Task(told, None, "statement", one.id)


def _whose(statement: Statement) -> str:
    school = statement.school.name if statement.school else ""
    return f" van {school}" if school and school not in statement.title else ""


def _newest_editions(session: Any) -> Iterable[Statement]:
    """The newest of the statements with one kind, school and title; an older edition needs nothing any more."""
    found = session.scalars(select(Statement).options(joinedload(Statement.school)))
    in_time = sorted(found, key=lambda one: (one.adopted_on or date.max, one.id))
    return {(one.kind, one.school_id, one.title.casefold()): one for one in in_time}.values()
