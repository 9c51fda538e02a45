"""The button beside what a supplier's file lacks says what will happen."""

from datetime import date

import pytest

from registry.reference import load
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from registry.web.mending import ACTIONS, ELSEWHERE, PAGES


def test_whatever_is_missing_has_a_button_of_its_own():
    assert ELSEWHERE.keys() <= ACTIONS.keys()
    assert PAGES.keys() <= ACTIONS.keys()


def test_no_button_stands_for_what_cannot_be_missing():
    assert ACTIONS.keys() - PAGES.keys() <= load().signals.keys()


@pytest.mark.parametrize("page", ["/leveranciers/1", "/producten/1", "/leverancier-toevoegen/product/1/klaar"])
def test_the_one_prominent_button_says_what_happens(session, visitor, page):
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk", "country": "NL"}).id, {"name": "Tafels"})
    start_use(session, add_school(session, {"name": "De Klok"}).id, product.id, {"since": date(2025, 8, 1)})
    said = visitor.open(page).texts("//section[@class='next']//a")
    assert said in ([action] for action in [*ACTIONS.values(), "Ga verder"])
