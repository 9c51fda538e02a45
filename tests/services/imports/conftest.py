"""A register that a list says more of."""

import pytest

from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school


@pytest.fixture
def register(session):
    """A school, and a supplier that the list says more of."""
    add_school(session, {"name": "De Zandloper", "site_code": "16SW03"})
    kade = add_supplier(session, {"name": "De Kade B.V."})
    add_product(session, kade.id, {"name": "Letters"})
    return kade


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "De Kade", "website": "https://kade.example"})


@pytest.fixture
def letters(session, kade):
    return add_product(session, kade.id, {"name": "Letters", "kind": "lt", "purpose_plain": "Leren lezen."})


@pytest.fixture
def school(session):
    return add_school(session, {"name": "De Zandloper", "site_code": "16SW03"})
