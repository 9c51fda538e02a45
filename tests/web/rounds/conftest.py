"""A round of today, for the tests of a school's page in it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import Review
from registry.services.rounds.rounds import refresh_lines
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE
from tests.rounds import opened_round

TODAY = date.today()
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def opened(session):
    """A round of today, in which De Zandloper has two products: Letters, and Cijfers of which no data are described."""
    register = opened_round(session, TODAY, LATER).register
    cijfers = add_product(session, register.lettervlieg.id, {"name": "Cijfers", "kind": "lt"})
    start_use(session, register.zandloper.id, cijfers.id, {"since": SINCE, "groups": "5"})
    refresh_lines(session, 1, TODAY)
    return register


@pytest.fixture
def lines(session, opened):
    """The lines of De Zandloper by the name of the product."""
    found = session.scalars(select(Review).where(Review.school_id == opened.zandloper.id))
    return {line.use.product.name: line for line in found}


@pytest.fixture
def address(opened):
    return f"/jaar/rondes/1/scholen/{opened.zandloper.id}"
