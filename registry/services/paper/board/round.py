"""The annual round in the yearly report: how far it came, what was found and decided, what the FG advises."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from registry import dutch
from registry.model import Action, Review, ReviewRound
from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply
from registry.queries.rounds.progress import Progress, progress, replies, rounds_in, together
from registry.queries.rounds.round_lines import concluded, remarks
from registry.queries.year.action_list import round_actions
from registry.services.paper.board.numbers import bars
from registry.services.paper.known import Values

GIVEN = (Reply.YES, Reply.NO, Reply.UNSURE)
GRAVEST_FIRST = (Risk.HIGH, Risk.MEDIUM, Risk.LOW, Risk.UNKNOWN)
NONE: Values = {
    "is_er": False,
    "naam": "",
    "eerdere": [],
    "stand": "",
    "telzin": "",
    **{name: [] for name in ("gebruik", "gegevens", "scholen", "conclusies", "overeenkomsten", "anders", "acties")},
}


def round_values(session: Any, begin: date, on: date) -> Values:
    """Return what the report tells of the rounds that were open between these days, the newest apart; or of none."""
    found = [{"naam": one.name} | _values(session, one, on) for one in rounds_in(session, begin, on)]
    if not found:
        return NONE
    newest, *earlier = found
    return {"is_er": True, **newest, "eerdere": earlier}


def _values(session: Any, one: ReviewRound, on: date) -> Values:
    parts = progress(session, one.id, min(on, one.closed_on or on))
    schools = [part for part in parts if part.school_id is not None]
    given, lines = replies(session, one.id, on), concluded(session, one.id)
    return {
        "stand": _state(one, on),
        "telzin": _counted(schools, [part for part in parts if part.school_id is None]),
        "gebruik": _use_bars(given, together(schools)),
        "gegevens": bars([(reply.label, given.get(("data_right", reply), 0)) for reply in GIVEN]),
        "scholen": _school_bars(schools),
        "conclusies": _conclusion_bars(lines),
        "overeenkomsten": [_line(line) for line in _gravest_first(lines) if _says_something(line)],
        "anders": [_remark(line) for line in remarks(session, one.id)],
        "acties": [_action(action, on) for action in round_actions(session, one.id)],
    }


def _state(one: ReviewRound, on: date) -> str:
    told = f"{one.name} is geopend op {dutch.long_date(one.opened_on)}"
    if one.closed_on is not None and one.closed_on <= on:
        return f"{told} en afgesloten op {dutch.long_date(one.closed_on)}."
    if one.stopped_on is not None and one.stopped_on <= on:
        return f"{told} en ligt stil sinds {dutch.long_date(one.stopped_on)}."
    return f"{told} en loopt nog. De antwoorden moeten er uiterlijk zijn op {dutch.long_date(one.answer_by)}."


def _counted(schools: Sequence[Progress], board: Sequence[Progress]) -> str:
    uses, agreements = together(schools), together(board)
    done = sum(not part.open for part in schools)
    told = f"Over {uses.words} producten op scholen is geantwoord. Scholen die klaar zijn: {done} van {len(schools)}."
    return f"{told} Van de overeenkomsten zijn er {agreements.words} beoordeeld."


def _use_bars(given: dict[tuple[str, Reply], int], uses: Progress) -> list[Values]:
    counted = [(reply.label, given.get(("still_used", reply), 0)) for reply in GIVEN]
    return bars([*counted, ("nog niet beantwoord", uses.open)])


def _school_bars(schools: Sequence[Progress]) -> list[Values]:
    drawn = bars([(part.name, part.answered) for part in schools])
    return [row | {"aantal": part.words} for row, part in zip(drawn, schools, strict=True)]


def _conclusion_bars(lines: Sequence[Review]) -> list[Values]:
    return bars([(one.label, sum(line.conclusion is one for line in lines)) for one in Conclusion])


def _gravest_first(lines: Sequence[Review]) -> list[Review]:
    return sorted(lines, key=lambda line: GRAVEST_FIRST.index(line.risk))


def _says_something(line: Review) -> bool:
    return line.conclusion is not Conclusion.OPEN or line.risk is not Risk.UNKNOWN or bool(line.decision or line.advice)


def _line(line: Review) -> Values:
    assert line.agreement is not None  # a line about an agreement
    return {
        "leverancier": line.agreement.supplier.name,
        "conclusie": line.conclusion.label,
        "risico": line.risk.label,
        "besluit": line.decision or "nog geen besluit",
        "advies": line.advice or "geen advies gegeven",
    }


def _remark(line: Review) -> Values:
    assert line.use is not None  # a line about a use
    assert line.school is not None
    return {"product": line.use.product.name, "school": line.school.name, "anders": line.data_note}


def _action(action: Action, on: date) -> Values:
    done = action.done_on is not None and action.done_on <= on
    stand = f"gedaan op {dutch.long_date(action.done_on)}" if done and action.done_on else "open"
    return {
        "wat": action.what,
        "wie": action.owner or "nog niemand",
        "klaar": dutch.long_date(action.due_on) if action.due_on else "geen dag afgesproken",
        "stand": stand,
    }
