"""The page of one supplier: its agreements in words, whose work is what, and the way to an agreement."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "Uitgeverij De Kade", "country": "NL"}).id


@pytest.fixture
def use(session, kade):
    """De Zandloper uses Letterboot of De Kade."""
    product = add_product(session, kade, {"name": "Letterboot", "kind": "lt"})
    return start_use(session, add_school(session, {"name": "De Zandloper"}).id, product.id, {"since": date(2025, 8, 1)})


def test_an_end_without_a_start_is_told_and_it_is_the_renewal_that_is_unknown(session, kade, visitor):
    add_agreement(session, kade, {"status": AgreementStatus.IN_FORCE, "ends_on": date(2028, 7, 31)})
    told = visitor.open(f"/leveranciers/{kade}").texts("//section//span[@class='dated']")
    assert "einddatum 31 juli 2028 (verlenging niet bekend)" in told


def test_what_the_board_did_not_write_down_is_not_asked_of_the_supplier(session, use, kade, visitor):
    add_agreement(session, kade, {"status": AgreementStatus.IN_FORCE})
    page = visitor.open(f"/leveranciers/{kade}")
    own = page.texts("//h3[contains(., 'het bestuur zelf')]/following-sibling::ul[1]//a")
    assert {
        "Er staat niet wat voor afspraak het is.",
        "Er staat niet wanneer de overeenkomst inging.",
    } <= set(own)


def test_without_an_agreement_the_way_to_one_stands_at_the_top(session, use, kade, visitor):
    header = "//div[@class='heading']//a"
    page = visitor.open(f"/leveranciers/{kade}")
    assert page.texts("//section[@class='next']//a") == ["Noteer de stand"]
    assert "Leg vast wat is afgesproken" in page.texts(header)
    add_agreement(session, kade, {})
    assert "Leg vast wat is afgesproken" not in visitor.open(f"/leveranciers/{kade}").text


def test_the_list_can_be_narrowed_to_those_without_an_agreement(session, kade, visitor):
    add_agreement(session, add_supplier(session, {"name": "Rekenwolk"}).id, {})
    assert visitor.open("/leveranciers/?stand=geen").texts("//tbody/tr/th/a") == ["Uitgeverij De Kade"]
