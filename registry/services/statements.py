"""Statements to parents: add and edit, with the council's consent."""

from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.model import Statement
from registry.services.records import Fields, assign, edit, fetch


def add_statement(session: Any, fields: Fields) -> Statement:
    """Return the new statement of the board, or of the school in `school_id`."""
    with change(session, "verklaring toegevoegd"):
        statement = Statement()
        assign(statement, fields)
        _check(statement)
        session.add(statement)
    return statement


def edit_statement(session: Any, number: int, seen: int, fields: Fields) -> Statement:
    """Return the statement with these fields."""
    with change(session, "verklaring gewijzigd"):
        statement = fetch(session, Statement, number)
        edit(session, statement, seen, fields)
        _check(statement)
    return statement


def _check(statement: Statement) -> None:
    if not statement.title:
        raise BrokenRule("Geef de tekst een titel.", field="title")
    asked, given = statement.consent_asked_on, statement.consent_given_on
    if asked and given and given < asked:
        raise BrokenRule("De raad kan niet instemmen voordat het gevraagd is.", field="consent_given_on")
