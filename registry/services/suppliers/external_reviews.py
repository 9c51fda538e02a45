"""Tests of a supplier by others, such as SIVON's: note one, and add to it as the test goes on."""

from datetime import date
from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.model import ExternalReview, Supplier
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, assign, edit, fetch


def add_review(session: Any, supplier_number: int, fields: Fields, today: date | None = None) -> ExternalReview:
    """Return the new external review of this supplier; BrokenRule for one after `today`, if that is given."""
    with change(session, "externe toets genoteerd"):
        supplier, review = fetch(session, Supplier, supplier_number), ExternalReview()
        assign(review, fields)
        _check(review)
        refuse_days_to_come(review, today)
        supplier.external_reviews.append(review)
    return review


def edit_review(session: Any, number: int, seen: int, fields: Fields, today: date | None = None) -> ExternalReview:
    """Return the review with these fields; `seen` is the version of its supplier, to which the review belongs."""
    with change(session, "externe toets gewijzigd"):
        review = fetch(session, ExternalReview, number)
        edit(session, fetch(session, Supplier, review.supplier_id), seen, {})
        assign(review, fields)
        _check(review)
        refuse_days_to_come(review, today)
    return review


def _check(review: ExternalReview) -> None:
    if not review.reviewer:
        raise BrokenRule("Kies wie de toets heeft gedaan.", field="reviewer")
