"""A board's own fields and their values."""

import pytest

from registry.errors import AlreadyExists, BrokenRule, ChangedMeanwhile, InvalidText
from registry.model.custom import CustomSubject
from registry.queries.board.custom_fields import custom_fields, custom_values
from registry.services.agreements.agreements import add_agreement
from registry.services.board.custom_fields import add_custom_field, edit_custom_field, set_custom_values
from registry.services.suppliers.suppliers import add_supplier

SUPPLIER, AGREEMENT = CustomSubject.SUPPLIER, CustomSubject.AGREEMENT


@pytest.fixture
def supplier(session):
    return add_supplier(session, {"name": "Lettervlieg B.V."}).id


@pytest.fixture
def debtor(session):
    """An own field that stands at suppliers."""
    return add_custom_field(session, {"subject": SUPPLIER, "label": "Debiteurnummer", "help": "Uit de boekhouding"}).id


def test_a_value_is_kept_with_its_supplier(session, supplier, debtor):
    set_custom_values(session, supplier=supplier, values={debtor: " 4711 "})
    assert [(own.label, own.value) for own in custom_values(session, supplier=supplier)] == [("Debiteurnummer", "4711")]


def test_another_supplier_has_its_own_value(session, supplier, debtor):
    set_custom_values(session, supplier=supplier, values={debtor: "4711"})
    other = add_supplier(session, {"name": "Rekenwolk"}).id
    assert [own.value for own in custom_values(session, supplier=other)] == [""]


def test_an_agreement_has_its_own_fields(session, supplier, debtor):
    folder = add_custom_field(session, {"subject": AGREEMENT, "label": "Map"}).id
    agreement = add_agreement(session, supplier, {}).id
    set_custom_values(session, agreement=agreement, values={folder: "Kast 3"})
    assert [(own.label, own.value) for own in custom_values(session, agreement=agreement)] == [("Map", "Kast 3")]


def test_an_emptied_value_goes_away(session, supplier, debtor):
    set_custom_values(session, supplier=supplier, values={debtor: "4711"})
    set_custom_values(session, supplier=supplier, values={debtor: ""})
    assert [own.value for own in custom_values(session, supplier=supplier)] == [""]


def test_a_retired_field_is_no_longer_asked_but_keeps_its_values(session, supplier, debtor):
    set_custom_values(session, supplier=supplier, values={debtor: "4711"})
    edit_custom_field(session, debtor, 1, {"retired": True})
    assert custom_values(session) == []
    assert [own.value for own in custom_values(session, supplier=supplier)] == ["4711"]


def test_a_field_of_agreements_cannot_be_filled_in_at_a_supplier(session, supplier):
    folder = add_custom_field(session, {"subject": AGREEMENT, "label": "Map"}).id
    with pytest.raises(BrokenRule):
        set_custom_values(session, supplier=supplier, values={folder: "Kast 3"})


def test_a_value_that_is_too_long_is_refused(session, supplier, debtor):
    with pytest.raises(InvalidText):
        set_custom_values(session, supplier=supplier, values={debtor: "x" * 1001})


def test_a_second_field_of_that_name_is_refused(session, debtor):
    with pytest.raises(AlreadyExists):
        add_custom_field(session, {"subject": SUPPLIER, "label": "debiteurnummer"})


def test_the_same_name_may_stand_at_both(session, debtor):
    add_custom_field(session, {"subject": AGREEMENT, "label": "Debiteurnummer"})
    assert [field.subject for field in custom_fields(session)] == [SUPPLIER, AGREEMENT]


def test_a_field_needs_a_name(session):
    with pytest.raises(BrokenRule):
        add_custom_field(session, {"subject": SUPPLIER, "label": "  "})


def test_a_field_stays_where_it_stands(session, debtor):
    with pytest.raises(BrokenRule):
        edit_custom_field(session, debtor, 1, {"subject": AGREEMENT})


def test_the_second_editor_is_told(session, debtor):
    edit_custom_field(session, debtor, 1, {"label": "Debiteur"})
    with pytest.raises(ChangedMeanwhile):
        edit_custom_field(session, debtor, 1, {"label": "Nummer"})
