"""Agreements that end or that are to be looked at again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from registry.dutch import long_date
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.deadline_kind import DeadlineKind
from registry.queries.agreements.terms import all_agreements, uses_outside_terms
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.notice import notice_items

LAID_ASIDE = (AgreementStatus.SUPERSEDED, AgreementStatus.REFUSED)


def due_agreements(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the ends, the last days of notice and the reviews of agreements that are due by `until`.

    An end that came by itself stays due until somebody records it; where a school still uses a product and no other
    agreement covers it, `outside_terms` tells that instead.
    """
    over = []
    for agreement in all_agreements(session):
        if agreement.status in LAID_ASIDE:
            continue
        if _is_over(agreement, on):
            over.append(agreement)
            continue
        if (end := _end(agreement, until)) is not None:
            yield end
        yield from notice_items(agreement, on, until)
        if agreement.review_on is not None and agreement.review_on <= until:
            yield _review(agreement, agreement.review_on)
    yield from _unrecorded(session, over, on)


def _is_over(agreement: Agreement, on: date) -> bool:
    return agreement.last_day is not None and agreement.last_day < on


def _end(agreement: Agreement, until: date) -> DueItem | None:
    who, last, ends = f"De overeenkomst met {agreement.supplier.name}", agreement.last_day, agreement.ends_on
    if not agreement.status.was_in_force:
        return None
    if last is not None and last <= until:
        told = f"{who} loopt tot en met {long_date(last)}."
        way = ("Beëindig het gebruik", "stop") if agreement.ended_on else ("Maak een nieuwe afspraak", "replace")
        return _item(agreement, last, told, *way)
    if last is None and ends is not None and ends <= until and agreement.renewal is Renewal.UNKNOWN:
        told = f"{who} heeft {long_date(ends)} als einddatum. Er staat niet of zij daarna doorloopt."
        return _item(agreement, ends, told, "Vul de verlenging in", "renewal")
    return None


def _unrecorded(session: Any, over: list[Agreement], on: date) -> Iterator[DueItem]:
    """The agreements that ran out by themselves, while nobody wrote that down and no use is told as outside them."""
    silent = [one for one in over if one.status is AgreementStatus.IN_FORCE and one.ended_on is None]
    lapsed = {one.use.product_id for one in uses_outside_terms(session, on)} if silent else set()
    for agreement in silent:
        if not any(agreement.covers(product) for product in lapsed) and (last := agreement.last_day) is not None:
            told = f"De overeenkomst met {agreement.supplier.name} liep af op {long_date(last)}."
            yield _item(agreement, last, told, "Leg het einde vast", "end")


def _item(agreement: Agreement, day: date, sentence: str, action: str, step: str) -> DueItem:
    kind, name = DeadlineKind.AGREEMENT_END, agreement.supplier.name
    return DueItem(kind, day, name, sentence, action, "agreement", agreement.id, step=step)


def _review(agreement: Agreement, day: date) -> DueItem:
    name, what = agreement.supplier.name, "overeenkomst" if agreement.status.was_in_force else "afspraak"
    told = f"Het is tijd om de {what} met {name} opnieuw te bekijken."
    kind = DeadlineKind.AGREEMENT_REVIEW
    return DueItem(kind, day, name, told, "Bekijk en plan opnieuw", "agreement", agreement.id)
