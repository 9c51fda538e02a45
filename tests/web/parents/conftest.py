"""A register in which De Zandloper has a page for parents."""

from datetime import date

import pytest

from registry.services.parents.parents_page import set_parents_page
from registry.services.suppliers.suppliers import add_supplier
from tests.complete_register import complete_register

PAGE = "/ouders/de-zandloper"
ANSWERS = (PAGE, f"{PAGE}.json", f"{PAGE}/fragment", "/ouders/", "/robots.txt")


@pytest.fixture
def register(session):
    made = complete_register(session)
    set_page(session, is_on=True)
    session.rollback()
    return made


@pytest.fixture
def client(register, app):
    return app.test_client()


def set_page(session, seen=0, school=1, **fields):
    set_parents_page(session, school, seen, fields, date.today())
    session.rollback()


def add_something(session):
    """Write something that no page for parents shows."""
    add_supplier(session, {"name": "Nergens in gebruik B.V."})
    session.rollback()
