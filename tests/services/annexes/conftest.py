"""A product with proposals of both kinds of annex."""

import pytest

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def product(session):
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    return add_product(session, supplier.id, {"name": "Lettervlieg", "kind": "lt"})


@pytest.fixture
def propose(session, product):
    """A proposed privacy annex of the product with these rows."""

    def make(fields=None, **rows):
        return propose_annex(session, PrivacyAnnex, product.id, fields or {}, rows)

    return make


@pytest.fixture
def secure(session, product):
    """A proposed security annex of the product."""

    def make(fields=None, **rows):
        return propose_annex(session, SecurityAnnex, product.id, fields or {}, rows)

    return make
