"""Tests of a supplier by others."""

import pytest

from registry.errors import BrokenRule, ChangedMeanwhile, UnknownCode
from registry.services.suppliers.external_reviews import add_review, edit_review
from registry.services.suppliers.suppliers import add_supplier, edit_supplier


@pytest.fixture
def supplier(session):
    return add_supplier(session, {"name": "Lettervlieg"})


def test_a_test_goes_on_step_by_step(session, supplier):
    review = add_review(session, supplier.id, {"reviewer": "sivon", "step": "theoretical"})
    edit_review(session, review.id, 1, {"step": "practical", "findings": "Bewaartermijn ontbreekt."})
    assert [(one.reviewer, one.step) for one in supplier.external_reviews] == [("sivon", "practical")]


def test_it_says_who_tested(session, supplier):
    with pytest.raises(BrokenRule) as refusal:
        add_review(session, supplier.id, {"step": "theoretical"})
    assert refusal.value.field == "reviewer"


def test_an_unknown_tester_is_refused(session, supplier):
    with pytest.raises(UnknownCode):
        add_review(session, supplier.id, {"reviewer": "buurman"})


def test_who_saw_an_older_supplier_is_told(session, supplier):
    review = add_review(session, supplier.id, {"reviewer": "sivon"})
    edit_supplier(session, supplier.id, 1, {"city": "Zuiderveen"})
    with pytest.raises(ChangedMeanwhile):
        edit_review(session, review.id, 1, {"step": "practical"})
