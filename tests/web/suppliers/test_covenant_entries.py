"""The screen on which somebody notes what the covenant's list said."""

from datetime import date, timedelta

import pytest

from registry.services.suppliers.suppliers import add_supplier

WHAT = {"found": "participant", "source": "lijst van deelnemers"}


@pytest.fixture
def address(session):
    return f"/leveranciers/{add_supplier(session, {'name': 'Lettervlieg'}).id}/convenant/"


def test_a_look_is_noted_with_its_day_and_source(address, visitor):
    page = visitor.submit(address, **WHAT, checked_on="2026-03-01")
    assert "nagegaan op 1 maart 2026, bron: lijst van deelnemers" in page.text
    assert "convenantmodel" in page.text


def test_earlier_looks_stay(address, visitor):
    visitor.submit(address, **WHAT, checked_on="2025-03-01")
    page = visitor.submit(address, found="none", source="de lijst", checked_on="2026-03-01")
    assert "1 maart 2025" in page.text
    assert "Verwerkersovereenkomst met een eigen tekst" in page.text


def test_no_status_is_chosen_beforehand(address, visitor):
    assert "found" not in dict(visitor.open(address).values())


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("found", None),
        ("found", "unknown"),
        ("source", ""),
        ("checked_on", ""),
        ("checked_on", "2026-02-30"),
        ("checked_on", (date.today() + timedelta(days=1)).isoformat()),
        ("covenant_version", "9.9"),
    ],
)
def test_what_is_wrong_is_said(address, visitor, field, typed):
    page = visitor.submit(address, **(WHAT | {"checked_on": "2026-03-01", field: typed}))
    assert page.status == 422
    assert len(page.errors) == 1


def test_of_a_supplier_that_is_not_there(visitor):
    assert visitor.open("/leveranciers/99/convenant/").status == 404
