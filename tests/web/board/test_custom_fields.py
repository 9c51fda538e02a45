"""The screens of a board's own fields, and these fields on the form of a supplier."""

import pytest

from registry.model.custom import CustomSubject
from registry.services.board.custom_fields import add_custom_field
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def debtor(session):
    return add_custom_field(session, {"subject": CustomSubject.SUPPLIER, "label": "Debiteurnummer"}).id


def test_a_field_is_added_with_its_help(visitor):
    page = visitor.submit("/eigen-velden/nieuw", subject="agreement", label="Map", help="Welke kast")
    assert "Map" in page.text
    assert "Welke kast" in page.text
    assert "overeenkomst" in page.text


@pytest.mark.parametrize("label", ["", "x" * 101, "debiteurnummer"])
def test_a_name_that_cannot_be_is_refused(debtor, visitor, label):
    page = visitor.submit("/eigen-velden/nieuw", label=label)
    assert page.status == 422
    assert len(page.errors) == 1


def test_the_second_saver_is_told(debtor, visitor):
    address = f"/eigen-velden/{debtor}/wijzigen"
    opened = visitor.open(address)
    visitor.submit(address, label="Debiteur")
    assert visitor.send(address, opened, label="Nummer").status == 409


def test_it_is_filled_in_on_the_form_of_a_supplier_and_read_on_its_page(debtor, visitor):
    page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg", **{f"own_{debtor}": "4711"})
    assert "Debiteurnummer" in page.text
    assert "4711" in page.text


def test_what_is_too_long_is_refused_at_its_field(debtor, visitor):
    page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg", **{f"own_{debtor}": "x" * 1001})
    assert page.status == 422
    assert page.errors[0].startswith("Debiteurnummer:")


def test_a_retired_field_is_no_longer_asked(session, debtor, visitor):
    visitor.submit(f"/eigen-velden/{debtor}/wijzigen", retired="y")
    number = add_supplier(session, {"name": "Lettervlieg", "country": "NL"}).id
    assert f"own_{debtor}" not in dict(visitor.open(f"/leveranciers/{number}/wijzigen").values())
