"""Statements to parents: add and edit, with the council's consent."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.model import Statement
from registry.model.statement import Council
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, assign, edit, fetch


def add_statement(session: Any, fields: Fields, today: date | None = None) -> Statement:
    """Return the new statement of the board, or of the school in `school_id`.

    BrokenRule for something done after `today`; without it the days are taken as they are.
    """
    with change(session, "verklaring toegevoegd"):
        statement = Statement()
        assign(statement, fields)
        _check(session, statement)
        refuse_days_to_come(statement, today)
        session.add(statement)
    return statement


def edit_statement(session: Any, number: int, seen: int, fields: Fields, today: date | None = None) -> Statement:
    """Return the statement with these fields; `today` as with `add_statement`."""
    with change(session, "verklaring gewijzigd"):
        statement = fetch(session, Statement, number)
        with session.no_autoflush:
            edit(session, statement, seen, fields)
            _check(session, statement)
            refuse_days_to_come(statement, today)
    return statement


def _check(session: Any, statement: Statement) -> None:
    if not statement.title:
        raise BrokenRule("Geef de tekst een titel.", field="title")
    adopted, review = statement.adopted_on, statement.review_on
    if adopted and review and review < adopted:
        raise BrokenRule("Opnieuw bekijken kan niet voor de dag van vaststellen.", field="review_on")
    _check_consent(statement)
    if (double := _double(session, statement)) is not None:
        whose = double.school.name if double.school else "het bestuur"
        raise AlreadyExists(f"Deze tekst staat er al: {double.title} {double.edition} van {whose}.", field="title")


def _check_consent(statement: Statement) -> None:
    asked, given = statement.consent_asked_on, statement.consent_given_on
    if (asked or given) and statement.council in (None, Council.NONE):
        raise BrokenRule("Kies om welke raad het gaat.", field="council")
    if asked and given and given < asked:
        raise BrokenRule("De raad kan niet instemmen voordat het gevraagd is.", field="consent_given_on")


def _double(session: Any, statement: Statement) -> Statement | None:
    same = select(Statement).where(
        Statement.kind == statement.kind,
        Statement.school_id == statement.school_id,
        Statement.title == statement.title,
        Statement.edition == (statement.edition or ""),
        Statement.id != (statement.id or 0),
    )
    with session.no_autoflush:
        return session.scalars(same).first()  # type: ignore[no-any-return]
