"""A school with a page that is on, and a way to read what stands on it."""

import pytest

from registry.model import School, SchoolBoard
from registry.queries.parents.addresses import page_of
from registry.queries.parents.parents_page import parents_page
from registry.services.parents.parents_page import set_parents_page
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register


@pytest.fixture
def register(session):
    """The complete register, with the page of De Zandloper switched on."""
    made = complete_register(session)
    set_parents_page(session, made.zandloper.id, 0, {"is_on": True}, TODAY)
    return made


@pytest.fixture
def put(session, register):
    """Let De Zandloper use another product, of a supplier of its own."""

    def put(name, supplier=None, since=SINCE, **fields):
        maker = add_supplier(session, {"name": f"{name} B.V.", **(supplier or {})})
        made = add_product(session, maker.id, {"name": name, "kind": "lt"})
        return start_use(session, register.zandloper.id, made.id, {"since": since, **fields})

    return put


@pytest.fixture
def told(session, register):
    """What stands on the page of De Zandloper, on a day."""

    def told(on=TODAY, parts=None):
        school = session.get(School, register.zandloper.id)
        page = page_of(session, school.id)
        if parts is not None:
            set_parents_page(session, school.id, page.version, {"parts": parts}, TODAY)
        return parents_page(session, page, session.get(SchoolBoard, 1), on)

    return told
