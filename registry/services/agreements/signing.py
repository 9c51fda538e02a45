"""Recording that the board has signed."""

from datetime import date
from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus
from registry.queries.agreements.awaiting import one_awaiting
from registry.services.agreements.agreement_rules import check_agreement
from registry.services.records import edit


def record_signature(session: Any, number: int, on: date, today: date, seen: int) -> Agreement:
    """Return the agreement, signed by the board on this day; it holds once the supplier signed too."""
    if on > today:
        raise BrokenRule("De dag van tekenen ligt nog niet achter ons.", field="signed_on")
    with change(session, "getekend door het bestuur"):
        agreement = one_awaiting(session, number)
        with session.no_autoflush:
            edit(session, agreement, seen, {"board_signed_on": on})
            is_whole = agreement.is_signed_by_both
            agreement.status = AgreementStatus.IN_FORCE if is_whole else AgreementStatus.SIGNED_ONE_SIDE
            check_agreement(session, agreement)
    return agreement
