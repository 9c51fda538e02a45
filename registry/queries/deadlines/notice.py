"""The last day on which an agreement can be ended before it runs on."""

from collections.abc import Iterator
from datetime import date

from registry.calendar import DAY, last_day_of_notice, renewed_end
from registry.dutch import long_date
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem

TACIT = Renewal.TACIT_YEAR
MAY_RUN_ON = {
    TACIT: "Anders loopt zij een jaar door.",
    Renewal.WITH_MAIN_CONTRACT: "Zij loopt mee met de onderliggende overeenkomst.",
    Renewal.UNKNOWN: "Er staat niet of zij daarna doorloopt.",
}
"""How it goes on without notice; an agreement of any other kind stops by itself, or can be ended on any day."""


def notice_items(agreement: Agreement, on: date, until: date) -> Iterator[DueItem]:
    """Yield the last days of notice that are due by `until`: that of the term that runs, and once missed the next.

    A missed one stays until the agreement is ended, its end date is moved on, or its term is over.
    """
    ends, months = agreement.ends_on, agreement.notice_months
    is_open = agreement.status is AgreementStatus.IN_FORCE and agreement.ended_on is None
    if not is_open or ends is None or months is None or agreement.renewal not in MAY_RUN_ON:
        return
    end = renewed_end(ends, on) if agreement.renewal is TACIT else ends
    last = last_day_of_notice(end, months)
    if end < on or last > until:
        return
    if last >= on:
        yield _to_come(agreement, last, end)
        return
    yield _missed(agreement, last, end)
    following = renewed_end(end, end + DAY)
    if agreement.renewal is TACIT and (coming := last_day_of_notice(following, months)) <= until:
        yield _to_come(agreement, coming, following)


def _to_come(agreement: Agreement, last: date, end: date) -> DueItem:
    name, then = agreement.supplier.name, MAY_RUN_ON[agreement.renewal]
    told = f"De overeenkomst met {name} is tot en met {long_date(last)} op te zeggen tegen {long_date(end)}. {then}"
    return _item(agreement, last, told, "Leg de opzegging vast", "end")


def _missed(agreement: Agreement, last: date, end: date) -> DueItem:
    name, then = agreement.supplier.name, MAY_RUN_ON[agreement.renewal]
    if agreement.renewal is TACIT:
        then = f"Zonder opzegging loopt zij door tot en met {long_date(renewed_end(end, end + DAY))}."
    told = f"De laatste dag om de overeenkomst met {name} op te zeggen was {long_date(last)}. {then}"
    return _item(agreement, last, told, "Werk de einddatum bij", "moved")


def _item(agreement: Agreement, day: date, sentence: str, action: str, step: str) -> DueItem:
    name = agreement.supplier.name
    return DueItem(DeadlineKind.NOTICE, day, name, sentence, action, "agreement", agreement.id, step=step)
