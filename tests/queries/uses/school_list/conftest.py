"""A school, and the verbs by which its list gets its rows."""

import pytest

from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE


@pytest.fixture
def zandloper(session):
    return add_school(session, {"name": "De Zandloper"})


@pytest.fixture
def put(session, zandloper):
    """Give a school a product in use; a supplier is made when its name is new."""
    suppliers = {}

    def put(product, supplier="Lettervlieg B.V.", school=None, role=PartyRole.PROCESSOR, country="", **fields):
        if supplier not in suppliers:
            suppliers[supplier] = add_supplier(session, {"name": supplier, "role": role, "country": country})
        kind = fields.pop("kind", "lt")
        made = add_product(session, suppliers[supplier].id, {"name": product, "kind": kind})
        return start_use(session, (school or zandloper).id, made.id, {"since": SINCE, **fields})

    return put


@pytest.fixture
def describe(session):
    """Give a product an accepted privacy annex."""

    def describe(product, fields=None, **rows):
        annex = propose_annex(session, PrivacyAnnex, product.id, fields or {}, rows)
        return accept_annex(session, PrivacyAnnex, annex.id, SINCE)

    return describe


@pytest.fixture
def agree(session):
    """Let an agreement with a supplier be in force."""

    def agree(*products, arrangement="own_text", starts_on=SINCE, **fields):
        fields = {"status": AgreementStatus.IN_FORCE, "starts_on": starts_on, "arrangement": arrangement, **fields}
        rows = {"products": [{"product_id": product.id} for product in products]}
        return add_agreement(session, products[0].supplier_id, fields, rows)

    return agree
