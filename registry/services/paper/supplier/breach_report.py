"""The form of what the authority asks about a data breach, filled in as far as the register knows (AVG 33(3))."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry import dutch
from registry.model import Breach, SchoolBoard
from registry.model.breach import TellDecision
from registry.queries.annexes.annex_words import about_whom, data_word
from registry.reference import active, facts
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.records.parties import board_values, supplier_values, the_board
from registry.services.records import fetch

BY_HAND = ""  # there is room to write


def breach_report_paper(session: Any, order: Order) -> Paper:
    """Return the form about this breach; it is no report: that is done at the authority's own desk."""
    breach, board, used = fetch(session, Breach, order.subject_id), the_board(session), Facts()
    answers = _answers(breach, board, order.made_on)
    values = {
        "bestuur": board_values(board),
        "leverancier": supplier_values(breach.supplier, order.on, used),
        "melding": {
            "vragen": [_question(code, answers, used) for code in _codes()],
            "uiterlijk": dutch.long_moment(breach.report_before),
            "volgens_bijsluiter": _told_by_annex(breach, order),
        },
    }
    part = Part(order.kind.title, order.kind.template, values)
    return Paper(order, f"{order.kind.title} – {breach.supplier.name}", (part,), used)


def _codes() -> list[str]:
    return [question.code for question in active(facts().breach_questions)]


def _question(code: str, answers: Mapping[str, Value], used: Facts) -> Values:
    asked = used.of("breach_questions", code)
    return {"vraag": asked.label, "artikel": asked.article, "antwoord": answers.get(asked.answer, BY_HAND)}


def _answers(breach: Breach, board: SchoolBoard, today: date) -> dict[str, Value]:
    people = "" if breach.people is None else str(breach.people)
    plain = ("what", "data", "consequences", "measures")
    moments = {"happened": Breach.happened_at, "discovered": Breach.discovered_at, "known": Breach.known_at}
    return {
        **{name: known(breach, getattr(Breach, name)) for name in plain},
        **{name: _moment(breach, column) for name, column in moments.items()},
        "who": known(board, SchoolBoard.name),
        "contact": _contact(board),
        "late": _late(breach, today),
        "processor": _where(breach),
        "subjects": BY_HAND,
        "people": people or gap(breach, Breach.people),
        "told": _told(breach),
    }


def _moment(breach: Breach, column: Any) -> Value:
    value = getattr(breach, column.key)
    return dutch.long_moment(value) if value is not None else gap(breach, column)


def _contact(board: SchoolBoard) -> Value:
    """The FG by function, with the name where the register has one; a contact without an address is none."""
    if not board.dpo_email:
        return gap(board, SchoolBoard.dpo_email)
    told = (board.dpo_name, "functionaris voor gegevensbescherming (FG)", board.dpo_function, board.dpo_email)
    return ", ".join(filter(None, told))


def _late(breach: Breach, today: date) -> Value:
    """Why the report comes late: the AVG asks for it once the 72 hours are over, reported or not (AVG 33(1))."""
    last = dutch.on_the_clock(breach.report_before).date()
    if breach.is_reported_late or (breach.awaits_report and last < today):
        return known(breach, Breach.late_reason)
    when = f"na {dutch.long_moment(breach.report_before)}" if breach.awaits_report and last == today else "later"
    return breach.late_reason or f"Alleen invullen als u {when} meldt."


def _where(breach: Breach) -> str:
    product = f", met {breach.product.name}" if breach.product and breach.product.name != breach.supplier.name else ""
    return (
        f"{breach.supplier.name}{product}{f', bij subverwerker {breach.subprocessor}' if breach.subprocessor else ''}"
    )


def _told(breach: Breach) -> Value:
    if breach.telling is TellDecision.OPEN:
        return gap(breach, Breach.telling)
    when = f", op {dutch.long_moment(breach.people_told_at)}" if breach.people_told_at else ""
    return f"{breach.telling.label.capitalize()}{when}."


def _told_by_annex(breach: Breach, order: Order) -> str:
    """What the product works with, as its annex says: what may be in it, not what leaked."""
    annex = breach.product.privacy_annex_on(order.on) if breach.product else None
    if annex is None:
        return ""
    data = "; ".join(dict.fromkeys(data_word(item) for item in annex.data))
    whom = about_whom(annex)
    return f"{data}{f' (van {whom})' if whom else ''}"
