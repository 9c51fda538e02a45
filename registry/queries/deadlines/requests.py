"""Agreements for which a supplier was asked something, and has not answered in four weeks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.calendar import DAY, TIME_TO_ANSWER
from registry.dutch import day_of, long_date, start_of
from registry.model import Agreement, AuditEvent
from registry.model.agreement_lists import AgreementStatus as Status
from registry.model.deadline_kind import DeadlineKind
from registry.queries.agreements.terms import all_agreements
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.letters import LetterDays, letter_days

WORDS = {
    Status.REQUESTED: "{name} is op {day} om een overeenkomst gevraagd. Er is nog geen antwoord.",
    Status.WITH_SUPPLIER: "De overeenkomst ligt sinds {day} bij {name}, en er is nog geen antwoord.",
    Status.SENT: "De overeenkomst is op {day} aan {name} gestuurd om te tekenen, en is nog niet terug.",
    Status.SIGNED_ONE_SIDE: "Sinds {day} ontbreekt alleen de handtekening van {name} onder de overeenkomst.",
}
"""The stages in which the supplier is to answer, and what is so then."""


def due_requests(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the agreements on which the supplier should have answered by `until`, four weeks after the last request.

    The day of a request is that of the final letter, or else the day on which the register learned of the stage.
    """
    waiting = _waiting(session)
    if not waiting:
        return
    stages, letters = _stages(session, [one.id for one in waiting], on), letter_days(session, on)
    for agreement in waiting:
        asked = _asked_on(agreement, stages[agreement.id], letters)
        if asked is not None and asked + TIME_TO_ANSWER <= until:
            name = agreement.supplier.name
            told = WORDS[agreement.status].format(name=name, day=long_date(asked))
            day, action = asked + TIME_TO_ANSWER, "Werk de stand bij"
            yield DueItem(DeadlineKind.REQUEST, day, name, told, action, "agreement", agreement.id)


def _waiting(session: Any) -> Sequence[Agreement]:
    return [one for one in all_agreements(session) if one.status in WORDS and _is_for_supplier(one)]


def _is_for_supplier(agreement: Agreement) -> bool:
    by_supplier = agreement.board_signed_on is not None and agreement.supplier_signed_on is None
    return agreement.status is not Status.SIGNED_ONE_SIDE or by_supplier


def _stages(session: Any, numbers: Sequence[int], on: date) -> Mapping[int, dict[str, date]]:
    """On which day each of these agreements last came into each stage, as far as the history tells up to this date."""
    about = (AuditEvent.record == "agreement", AuditEvent.record_id.in_(numbers), AuditEvent.field == "status")
    lines = select(AuditEvent.record_id, AuditEvent.new, AuditEvent.at).where(
        *about, AuditEvent.at < start_of(on + DAY)
    )
    found: dict[int, dict[str, date]] = defaultdict(dict)
    for number, stage, at in session.execute(lines.order_by(AuditEvent.id)):
        found[number][stage] = day_of(at)
    return found


def _asked_on(agreement: Agreement, stages: Mapping[str, date], letters: LetterDays) -> date | None:
    since = stages.get(agreement.status.value)
    if since is None or agreement.status is not Status.REQUESTED:
        return since
    written = letters.get(agreement.supplier_id)
    return written if written is not None and written > since - TIME_TO_ANSWER else since
