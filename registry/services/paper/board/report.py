"""The yearly report for board, FG and council: how it stands, what changed this school year, what is open."""

from datetime import date
from typing import Any

from registry import dutch
from registry.calendar import DAY, school_year_begin
from registry.model import Deviation, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import standing_agreements
from registry.queries.board.board_numbers import BoardNumbers, board_numbers, suppliers_in_use
from registry.queries.board.period_changes import changes_between
from registry.queries.board.statements import consent_words, statements_of
from registry.queries.suppliers.owed_kinds import OpenPoints, open_points
from registry.services.paper.board.changes import change_values
from registry.services.paper.board.numbers import bars, board_sentence
from registry.services.paper.board.round import round_values
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Values, written
from registry.services.paper.records.parties import the_board


def board_report(session: Any, order: Order) -> Paper:
    """Return the report of the school year in which this day lies, up to and including this day."""
    board, begin = the_board(session), school_year_begin(order.on)
    numbers = board_numbers(session, order.on)
    changes = changes_between(session, begin - DAY, order.on)
    values = {
        "verslag": {
            "bestuur": board.name,
            "van": dutch.long_date(begin),
            "tot": dutch.long_date(order.on),
            "telzin": board_sentence(numbers, board, order.on),
            "overeenkomsten": bars(_by_status(numbers)),
            "zonder": numbers.without,
            "rollen": bars([(role.label, numbers.by_role[role]) for role in PartyRole if role in numbers.by_role]),
            "convenant": bars(_by_covenant(numbers)),
            "open": [_open(one) for one in open_points(session, order.on)],
            "afwijkingen": _deviations(session, order.on, begin),
            "teksten": _texts(session, order.on),
        },
        "ronde": round_values(session, begin, order.on),
        "wijzigingen": change_values(changes, names_schools=True),
    }
    part = Part(order.kind.title, order.kind.template, values)
    return Paper(order, f"{order.kind.title} {dutch.school_year(order.on)} {board.name}", (part,), Facts())


def _by_status(numbers: BoardNumbers) -> list[tuple[str, int]]:
    found = [(status.label, numbers.agreements[status]) for status in AgreementStatus if status in numbers.agreements]
    return [*found, *([("nog geen afspraak (verwerkers)", numbers.without)] if numbers.without else [])]


def _by_covenant(numbers: BoardNumbers) -> list[tuple[str, int]]:
    return [(status.label, numbers.covenant[status]) for status in CovenantStatus if status in numbers.covenant]


def _open(points: OpenPoints) -> Values:
    return {
        "soort": points.kind,
        "aantal": len(points.points),
        "leveranciers": dutch.enumeration(points.suppliers),
        "punten": [item.sentence for _, item in points.points],
    }


def _deviations(session: Any, on: date, begin: date) -> list[Values]:
    ordered = sorted(suppliers_in_use(session, on), key=lambda supplier: supplier.name.casefold())
    standing = [(one, agreement) for one in ordered for agreement in standing_agreements(one, on)]
    return [_deviation(one, row, begin) for one, agreement in standing for row in agreement.deviations]


def _deviation(supplier: Supplier, row: Deviation, begin: date) -> Values:
    by_whom = ", ".join(filter(None, [row.decided_by, written(row.decided_on)]))
    decided = f"{row.decision} ({by_whom})" if row.decision and by_whom else row.decision
    return {
        "leverancier": supplier.name,
        "onderwerp": row.topic or "niet vastgelegd",
        "afwijking": row.difference or "niet vastgelegd",
        "risico": row.risk.label,
        "besluit": decided or "nog geen besluit",
        "dit_jaar": row.decided_on is not None and row.decided_on >= begin,
    }


def _texts(session: Any, on: date) -> list[Values]:
    return [
        {"titel": one.title or one.kind.label, "versie": one.edition, "instemming": said}
        for one in statements_of(session, None)
        if (said := consent_words(one, on))
    ]
