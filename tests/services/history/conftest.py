"""A complete register whose last changes can be taken back."""

from datetime import date

import pytest

from registry.queries.history.last_change import last_change
from registry.services.agreements.agreements import add_agreement
from registry.services.history.undoing import undo_last
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def reachable(session, register):
    """A supplier with two contacts, entered and then given them."""
    supplier = register.lettervlieg
    contacts = [{"email": "privacy@lettervlieg.example", "kind": "privacy"}, {"phone": "012 345 67 89"}]
    return edit_supplier(session, supplier.id, supplier.version, {}, {"contacts": contacts})


@pytest.fixture
def in_force(session, register):
    return add_agreement(session, register.lettervlieg.id, {"status": "in_force", "starts_on": date(2026, 1, 1)})


@pytest.fixture
def undo(session):
    """Take back the last change of a record."""

    def undo(record):
        kind, number = type(record), record.id
        return undo_last(session, kind, number, last_change(session, kind.__tablename__, number).number)

    return undo
