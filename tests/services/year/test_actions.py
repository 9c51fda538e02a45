"""Actions: written down, changed, done."""

from datetime import date

import pytest

from registry.errors import BrokenRule, ChangedMeanwhile
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.year.actions import add_action, edit_action

TODAY = date(2027, 3, 1)


def test_an_action_is_open_until_it_is_done(session):
    action = add_action(session, {"what": "Vraag de nieuwe bijsluiter", "due_on": TODAY})
    assert action.is_open(TODAY)
    edit_action(session, action.id, action.version, {"done_on": TODAY, "outcome": "Ontvangen."})
    assert not action.is_open(TODAY)
    assert action.is_open(date(2027, 2, 28))


def test_an_action_about_a_product_is_about_its_supplier(session):
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})
    action = add_action(session, {"what": "Bel", "product_id": product.id})
    assert action.supplier.name == "Lettervlieg B.V."


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"what": ""}, "what"), ({"what": "Bel", "outcome": "Klaar."}, "done_on")],
)
def test_what_is_missing_is_named(session, fields, field):
    with pytest.raises(BrokenRule) as refused:
        add_action(session, fields)
    assert refused.value.field == field


def test_two_at_once_lose_nothing(session):
    action = add_action(session, {"what": "Bel"})
    edit_action(session, action.id, 1, {"owner": "privacy officer"})
    with pytest.raises(ChangedMeanwhile):
        edit_action(session, action.id, 1, {"owner": "directeur"})
