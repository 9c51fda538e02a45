"""Two suppliers that are one, and the verb that makes them so."""

from datetime import date

import pytest

from registry.model.supplier import ContactKind, CovenantStatus
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.external_reviews import add_review
from registry.services.suppliers.merging import merge_suppliers
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant

MARCH = date(2026, 3, 1)


@pytest.fixture
def kept(session):
    contacts = [{"kind": ContactKind.PRIVACY, "email": "fg@kade.example"}]
    kade = add_supplier(session, {"name": "Uitgeverij De Kade", "note": "Belde in mei."}, {"contacts": contacts})
    add_product(session, kade.id, {"name": "Letterboot"})
    return kade


@pytest.fixture
def emptied(session):
    contacts = [{"kind": ContactKind.DATA_BREACH, "email": "lek@kade.example"}]
    rows = {"contacts": contacts, "aliases": [{"name": "Kademeester"}]}
    digital = add_supplier(session, {"name": "De Kade Digitaal", "kvk": "01234567", "note": "Mailde in juni."}, rows)
    add_product(session, digital.id, {"name": "Rekenrek"})
    add_agreement(session, digital.id, {})
    add_review(session, digital.id, {"reviewer": "sivon"})
    note_covenant(session, digital.id, {"status": CovenantStatus.PARTICIPANT, "checked_on": MARCH})
    return digital


@pytest.fixture
def merge(session, kept, emptied):
    def merge(choices=None, names=None, seen=None):
        seen = seen or (kept.version, emptied.version)
        merge_suppliers(session, kept.id, emptied.id, seen, choices or {}, names)
        session.expire_all()
        return kept

    return merge
