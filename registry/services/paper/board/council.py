"""What the (G)MR reads: the register in short, and what changed since it last consented."""

from datetime import date
from typing import Any

from registry import dutch
from registry.model import School, Statement
from registry.queries.board.board_numbers import board_numbers
from registry.queries.board.period_changes import changes_between
from registry.queries.board.statements import consent_words, last_consent, statements_of
from registry.queries.uses.school_counts import counting_sentence
from registry.queries.uses.school_list import school_list
from registry.services.paper.board.changes import change_values
from registry.services.paper.board.numbers import board_sentence
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Values
from registry.services.paper.records.parties import the_board
from registry.services.records import fetch


def council_summary(session: Any, order: Order) -> Paper:
    """Return the summary for the council of a school."""
    school = fetch(session, School, order.subject_id)
    counts = school_list(session, school.id, order.on, everything=True).counts
    return _summary(session, order, school.name, "MR", counting_sentence(counts, school.name, order.on), school.id)


def board_council_summary(session: Any, order: Order) -> Paper:
    """Return the summary for the council of all schools of the board."""
    board = the_board(session)
    told = board_sentence(board_numbers(session, order.on), board, order.on)
    return _summary(session, order, board.name, "GMR", told, None)


def _summary(session: Any, order: Order, about: str, council: str, told: str, school_id: int | None) -> Paper:
    used = Facts()
    consent = last_consent(session, school_id, order.on)
    since = order.since or (consent.consent_given_on if consent else None)
    values = {
        "raad": {
            "naam": council,
            "over": about,
            "telzin": told,
            "sinds_zin": _since_sentence(order, consent, council),
            "sinds": dutch.long_date(since) if since else "",
            "teksten": [
                _text(one, order.on) for one in statements_of(session, school_id) if one.council.value != "none"
            ],
        },
        "wijzigingen": _changes(session, since, order.on, school_id),
    }
    part = Part(order.kind.title, order.kind.template, values)
    title = f"Overzicht voor de {council} van {about} {dutch.school_year(order.on)}"
    return Paper(order, title, (part,), used, school_id=school_id)


def _since_sentence(order: Order, consent: Statement | None, council: str) -> str:
    if order.since is not None:
        return f"Hieronder staat wat er veranderde na {dutch.long_date(order.since)}."
    if consent is None or consent.consent_given_on is None:
        return (
            f"In het register staat geen dag waarop de {council} eerder instemde. Daarom staat hier niet wat er "
            "sindsdien veranderde."
        )
    return (
        f"De {council} stemde het laatst in op {dutch.long_date(consent.consent_given_on)}, met “{consent.title}”. "
        "Hieronder staat wat er daarna veranderde."
    )


def _changes(session: Any, since: date | None, on: date, school_id: int | None) -> Values:
    if since is None or since >= on:
        return change_values(None, school_id is None)
    return change_values(changes_between(session, since, on, school_id), school_id is None)


def _text(statement: Statement, on: date) -> Values:
    return {
        "titel": statement.title or statement.kind.label,
        "versie": statement.edition,
        "instemming": consent_words(statement, on),
    }
