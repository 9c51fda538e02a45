"""What the tests of agreements start from: a supplier with a product, and a way to ask what is refused."""

import pytest

from registry.errors import BrokenRule
from registry.model import PrivacyAnnex
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def supplier(session):
    return add_supplier(session, {"name": "Lettervlieg B.V."})


@pytest.fixture
def product(session, supplier):
    return add_product(session, supplier.id, {"name": "Letters"})


@pytest.fixture
def annex(session, product):
    """A proposed privacy annex of the product, with one optional processing."""
    rows = {"options": [{"description": "Resultaten delen met de uitgever"}]}
    return propose_annex(session, PrivacyAnnex, product.id, {"edition": "2.1"}, rows)


@pytest.fixture
def add(session, supplier):
    """File an agreement with the supplier."""
    return lambda rows=None, **fields: add_agreement(session, supplier.id, fields, rows)


@pytest.fixture
def refused():
    """Do what breaks a rule, and tell which field the rule names."""

    def refused(verb, *args, **fields):
        with pytest.raises(BrokenRule) as caught:
            verb(*args, **fields)
        return caught.value.field

    return refused
