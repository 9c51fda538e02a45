"""Adds a supplier of the example with what was looked up about it."""

from typing import Any

from registry.demo.numbers import own_values
from registry.demo.reading import Reader, Written
from registry.model import CovenantEntry, ExternalReview, Supplier
from registry.model.custom import CustomSubject
from registry.services.suppliers import external_reviews, suppliers


def add_supplier(session: Any, reader: Reader, written: Written) -> int:
    """Return the number of the new supplier."""
    supplier = written["supplier"]
    record = suppliers.add_supplier(
        session,
        reader.fields(Supplier, supplier, but=("own",)),
        reader.rows(Supplier, supplier),
        own_values(session, CustomSubject.SUPPLIER, supplier.get("own", {})),
    )
    for entry in written.get("covenant", ()):
        suppliers.note_covenant(session, record.id, reader.fields(CovenantEntry, entry))
    for review in written.get("review", ()):
        external_reviews.add_review(session, record.id, reader.fields(ExternalReview, review))
    return record.id
