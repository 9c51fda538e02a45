"""What the screens of agreements start from: a supplier with a product, its annexes and a choice."""

import pytest

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.supplier import PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier

OPTION = "Resultaten delen met de uitgever"


@pytest.fixture
def lettervlieg(session):
    """A processor with the product Letters, that has a proposed annex of both kinds with one choice for the board."""
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    product = add_product(session, supplier.id, {"name": "Letters"})
    propose_annex(session, PrivacyAnnex, product.id, {"edition": "2.1"}, {"options": [{"description": OPTION}]})
    propose_annex(session, SecurityAnnex, product.id, {"edition": "1.4"})
    return supplier


@pytest.fixture
def recipient(session):
    """An organisation that gets data by law."""
    return add_supplier(session, {"name": "Gemeente Zuiderveen", "role": PartyRole.LEGAL_RECIPIENT})


@pytest.fixture
def file(session, lettervlieg):
    """File an agreement with Lettervlieg."""
    return lambda rows=None, **fields: add_agreement(session, lettervlieg.id, fields, rows)
