"""Where what is due is read, and where it is done: a page per record, a form per kind."""

from typing import Any, NamedTuple

from flask import url_for

from registry.model.deadline_kind import DeadlineKind as Kind
from registry.queries.deadlines.due_item import DueItem
from registry.web.mending import PAGES


class Place(NamedTuple):
    """A form: its endpoint, the name of the number in its address, if any, and the field or the question at hand.

    `school`: the name of the school's number in the address, where that stands there too.
    """

    endpoint: str
    argument: str
    anchor: str = ""
    asks: tuple[tuple[str, str], ...] = ()
    school: str = ""

    def target(self, number: int, school_id: int | None = None) -> "Target":
        """Return its endpoint, what its address asks for the record with this number, and the field on it."""
        numbers = {self.argument: number, self.school: school_id}
        values: dict[str, Any] = dict(self.asks) | {name: value for name, value in numbers.items() if name}
        return self.endpoint, values, self.anchor


Target = tuple[str, dict[str, Any], str]


FORMS = {
    (Kind.AGREEMENT_END, "replace"): Place("agreements.replace", "agreement_id"),
    (Kind.AGREEMENT_END, "stop"): Place("grid.index", ""),
    (Kind.AGREEMENT_END, "renewal"): Place("agreements.edit", "agreement_id", "renewal"),
    (Kind.AGREEMENT_END, "end"): Place("agreements.end", "agreement_id"),
    (Kind.OUTSIDE_TERM, ""): Place("agreements.add", "supplier_id"),
    (Kind.NOTICE, "end"): Place("agreements.end", "agreement_id"),
    (Kind.NOTICE, "moved"): Place("agreements.edit", "agreement_id", "ends_on"),
    (Kind.AGREEMENT_REVIEW, ""): Place("agreements.edit", "agreement_id", "review_on"),
    (Kind.CERTIFICATE_END, ""): Place("security_annexes.copy", "annex_id", "certificates"),
    (Kind.DPIA_REVIEW, ""): Place("products.edit", "product_id", "dpia_done_on"),
    (Kind.REQUEST, ""): Place("agreements.edit", "agreement_id", "status"),
    (Kind.REQUEST, "letter"): Place("papers.supplier", "supplier_id", asks=(("welk", "letter-request"),)),
    (Kind.COVENANT_CHECK, ""): Place("covenant_entries.add", "supplier_id"),
    (Kind.STATEMENT_REVIEW, ""): Place("statements.edit", "statement_id", "review_on"),
    (Kind.COUNCIL_CONSENT, ""): Place("statements.edit", "statement_id", "consent_given_on"),
    (Kind.ACTION, ""): Place("actions.edit", "action_id", "done_on"),
    (Kind.ROUND, ""): Place("rounds.show", "round_id"),
    (Kind.ROUND, "school"): Place("school_rounds.show", "round_id", school="school_id"),
    (Kind.APP_REQUEST, ""): Place("app_requests.decide", "request_id"),
    (Kind.OBJECTION, ""): Place("notices.decision", "notice_id"),
    (Kind.BREACH, ""): Place("breaches.edit", "breach_id", "decision"),
    (Kind.DELETION_STATEMENT, ""): Place("closings.edit", "closing_id", "received_on"),
}
"""By kind and, where a kind is handled in more than one way, the item's `step`."""
RECORDS = {
    **PAGES,
    "action": ("actions.index", ""),
    "review_round": ("rounds.show", "round_id"),
    "app_request": ("app_requests.show", "request_id"),
    "subprocessor_notice": ("notices.show", "notice_id"),
    "breach": ("breaches.show", "breach_id"),
    "closing": ("closings.show", "closing_id"),
}


def page_of(item: DueItem) -> str:
    """Return the address of the record that it is about; where it has no page, that of the year's work."""
    return _address(_record(item))


def form_of(item: DueItem) -> str:
    """Return the address of the form where it is done; where there is none, or none for who asked, that of its page."""
    return _address(form_target(item))


def form_target(item: DueItem) -> Target:
    """Return where it is done, for who builds an address without a request: endpoint, values, field.

    For who may not do it that is the page on which it can be read.
    """
    place = FORMS.get((item.kind, item.step)) if item.is_doable else None
    return place.target(item.number, item.school_id) if place else _record(item)


def _record(item: DueItem) -> Target:
    endpoint, argument = RECORDS.get(item.table, ("year.index", ""))
    return endpoint, {argument: item.number} if argument else {}, ""


def _address(target: Target) -> str:
    endpoint, values, anchor = target
    return url_for(endpoint, **values, _anchor=anchor or None)
