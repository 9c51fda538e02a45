"""What tests of screens share."""

from datetime import date

import pytest
from sqlalchemy import event

from registry.database import db
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use


@pytest.fixture
def questions(app):
    """Count how many questions a call asks the database."""
    asked = []

    def note(*call):
        asked.append(call[2])

    def count(call):
        asked.clear()
        call()
        return len([statement for statement in asked if statement.startswith("SELECT")])

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield count
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def three_schools(session):
    """De Klok (1), De Zandloper (2), De Zonnewijzer (3); Letters (1), Cijfers (2); De Klok uses Letters."""
    for name in ("De Klok", "De Zandloper", "De Zonnewijzer"):
        add_school(session, {"name": name})
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    add_product(session, supplier.id, {"name": "Letters", "kind": "lt"})
    add_product(session, supplier.id, {"name": "Cijfers", "kind": "sli"})
    start_use(session, 1, 1, {"since": date(2025, 8, 1)})
    session.rollback()
    return session
