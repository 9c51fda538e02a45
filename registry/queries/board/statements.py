"""Questions on statements to parents: all of them by kind, and how far the council's consent is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.dutch import long_date
from registry.model import Statement
from registry.model.statement import Council, StatementKind
from registry.queries.together import shared


def all_statements(session: Any) -> Sequence[Statement]:
    """Return every statement with its school, in no order."""
    known = shared(session, "statements")
    if not known:
        known["all"] = session.scalars(select(Statement).options(joinedload(Statement.school))).all()
    return known["all"]  # type: ignore[no-any-return]


def statements_by_kind(session: Any) -> list[tuple[StatementKind, Sequence[Statement]]]:
    """Return the statements of each kind that has any: the board's first, then by school, the newest first."""
    ordered = sorted(all_statements(session), key=lambda one: (_whose(one), -_age(one), one.title.casefold()))
    groups = [(kind, [one for one in ordered if one.kind is kind]) for kind in StatementKind]
    return [(kind, statements) for kind, statements in groups if statements]


def statements_of(session: Any, school_id: int | None) -> Sequence[Statement]:
    """Return the statements of this school, or without a school those of the board, the newest first."""
    known = shared(session, "statements_of")
    if school_id not in known:
        whose = Statement.school_id.is_(None) if school_id is None else Statement.school_id == school_id
        known[school_id] = sorted(session.scalars(select(Statement).where(whose)), key=_age, reverse=True)
    return known[school_id]  # type: ignore[no-any-return]


def in_use(session: Any, kind: StatementKind, school_id: int, on: date) -> Statement | None:
    """Return the newest text of this kind that was adopted by this date: the school's own, else the board's."""
    for whose in (school_id, None):
        adopted = [one for one in statements_of(session, whose) if one.kind is kind and one.is_adopted(on)]
        if adopted:
            return adopted[0]
    return None


def last_consent(session: Any, school_id: int | None, on: date) -> Statement | None:
    """Return the text to which the council of this school, or of the board, last consented on a known day."""
    given = [one for one in statements_of(session, school_id) if one.consent_given_on and one.consent_given_on <= on]
    return max(given, key=lambda one: one.consent_given_on or date.min, default=None)


def consent_words(statement: Statement, on: date) -> str:
    """Return how far the council's consent is on this date, in a sentence; "" where no council was chosen."""
    if statement.council is Council.NONE:
        return ""
    council, asked, given = statement.council.label, statement.consent_asked_on, statement.consent_given_on
    if statement.has_consent(on):
        return f"De {council} stemde in op {long_date(given)}." if given else f"De {council} stemde in."
    if asked is None:
        return f"Aan de {council} is nog geen instemming gevraagd."
    if asked > on:
        return f"Instemming van de {council} wordt gevraagd op {long_date(asked)}."
    return f"Instemming gevraagd aan de {council} op {long_date(asked)}, nog niet gekregen."


def _whose(statement: Statement) -> str:
    return statement.school.name.casefold() if statement.school else ""


def _age(statement: Statement) -> int:
    return (statement.adopted_on or date.max).toordinal()
