"""What tests of what is due share: De Zandloper uses Letters of Lettervlieg B.V."""

from datetime import date

import pytest
from sqlalchemy import event

from registry.database import db
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.queries.deadlines.due import due
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

AUGUST = date(2025, 8, 1)


@pytest.fixture
def cast(session):
    """De Zandloper (1) uses Letters (1) of Lettervlieg B.V. (1) since August 2025."""
    product = add_product(
        session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters", "kind": "lt"}
    )
    start_use(session, add_school(session, {"name": "De Zandloper"}).id, product.id, {"since": AUGUST})
    return session


@pytest.fixture
def agree(cast):
    """Let an agreement with Lettervlieg about Letters be in force, that stops on its end date unless told otherwise."""

    def agree(**fields):
        usual = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "renewal": Renewal.NONE}
        return add_agreement(cast, 1, usual | fields, {"products": [{"product_id": 1}]})

    return agree


@pytest.fixture
def told(cast):
    """What is due on a day: its sentences and days."""
    return lambda on, until=None: [(item.sentence, item.on) for item in due(cast, on, until)]


@pytest.fixture
def days(cast):
    """On which days something of this kind is due."""
    return lambda kind, on, until=None: [item.on for item in due(cast, on, until) if item.kind is kind]


@pytest.fixture
def questions(session):
    """How many questions a call asks the database."""
    seen = []

    def note(*call):
        seen.append(call[2])

    def count(call):
        session.rollback()
        session.expunge_all()
        seen.clear()
        call()
        return len([one for one in seen if one.startswith("SELECT")])

    event.listen(db.engine, "before_cursor_execute", note)
    yield count
    event.remove(db.engine, "before_cursor_execute", note)
