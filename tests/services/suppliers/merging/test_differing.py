"""Two suppliers that are one: what differs is chosen, nothing is lost."""

import pytest
from sqlalchemy import select

from registry.errors import BrokenRule, ChangedMeanwhile, NotFound
from registry.model import CustomValue, Supplier
from registry.model.custom import CustomSubject
from registry.queries.board.custom_fields import custom_values
from registry.services.board.custom_fields import add_custom_field, set_custom_values
from registry.services.suppliers.merging import merge_suppliers
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import edit_supplier


def suppliers(session):
    return [supplier.name for supplier in session.scalars(select(Supplier))]


class TestWhatDiffers:
    @pytest.fixture
    def address(self, session, kept, emptied):
        edit_supplier(session, kept.id, 1, {"address": "Havenkade 1", "city": "Zuiderveen", "kvk": "87654321"})
        edit_supplier(session, emptied.id, 1, {"address": "Sluisweg 2", "city": "Noorderveen"})

    def test_it_is_refused_while_a_choice_is_missing(self, session, merge, address):
        with pytest.raises(BrokenRule) as refusal:
            merge({"kvk": "kept"})
        assert refusal.value.field == "address"
        session.rollback()
        assert len(suppliers(session)) == 2

    def test_each_fact_stays_as_chosen(self, merge, address):
        kade = merge({"kvk": "emptied", "address": "kept"})
        assert (kade.kvk, kade.address, kade.city) == ("01234567", "Havenkade 1", "Zuiderveen")

    def test_an_address_moves_as_one(self, merge, address):
        kade = merge({"kvk": "kept", "address": "emptied"})
        assert (kade.kvk, kade.address, kade.city) == ("87654321", "Sluisweg 2", "Noorderveen")

    def test_a_choice_that_is_none_changes_nothing(self, merge):
        assert merge({"website": "emptied", "kvk": "emptied"}).kvk == "01234567"

    @pytest.mark.parametrize(("whose", "value"), [("kept", "4711"), ("emptied", "1704")])
    def test_an_own_field_is_chosen_too(self, session, kept, emptied, merge, whose, value):
        field = add_custom_field(session, {"subject": CustomSubject.SUPPLIER, "label": "Debiteurnummer"}).id
        set_custom_values(session, supplier=kept.id, values={field: "4711"})
        set_custom_values(session, supplier=emptied.id, values={field: "1704"})
        with pytest.raises(BrokenRule):
            merge()
        merge({f"own_{field}": whose})
        assert [own.value for own in custom_values(session, supplier=kept.id)] == [value]
        assert len(session.scalars(select(CustomValue)).all()) == 1

    def test_an_own_field_that_only_the_other_filled_in_moves(self, session, kept, emptied, merge):
        field = add_custom_field(session, {"subject": CustomSubject.SUPPLIER, "label": "Debiteurnummer"}).id
        set_custom_values(session, supplier=emptied.id, values={field: "1704"})
        merge()
        assert [own.value for own in custom_values(session, supplier=kept.id)] == ["1704"]


class TestProductsOfOneName:
    @pytest.fixture
    def twin(self, session, emptied):
        return add_product(session, emptied.id, {"name": "LETTERBOOT"}).id

    @pytest.mark.parametrize("name", [None, "letterboot", "Rekenrek"])
    def test_they_are_refused_without_a_name_of_their_own(self, session, merge, twin, name):
        with pytest.raises(BrokenRule, match="andere naam"):
            merge(names={twin: name} if name else None)

    def test_a_new_name_lets_them_live_side_by_side(self, merge, twin):
        names = [product.name for product in merge(names={twin: "Letterboot 2"}).products]
        assert names == ["Letterboot", "Letterboot 2", "Rekenrek"]


class TestRefusing:
    @pytest.mark.parametrize("which", [0, 1])
    def test_somebody_edited_one_of_the_two(self, session, kept, emptied, merge, which):
        edit_supplier(session, (kept, emptied)[which].id, 1, {"city": "Zuiderveen"})
        with pytest.raises(ChangedMeanwhile):
            merge(seen=(1, 1))
        session.rollback()
        assert len(suppliers(session)) == 2

    def test_a_supplier_is_not_merged_with_itself(self, session, kept):
        with pytest.raises(BrokenRule):
            merge_suppliers(session, kept.id, kept.id, (1, 1), {})

    def test_a_supplier_that_is_not_there(self, session, kept):
        with pytest.raises(NotFound):
            merge_suppliers(session, kept.id, 99, (1, 1), {})

    def test_notes_that_do_not_fit_together_are_not_cut(self, session, kept, emptied, merge):
        for one in (kept, emptied):
            edit_supplier(session, one.id, 1, {"note": "x" * 4000})
        with pytest.raises(Exception, match="te lang"):
            merge()
        session.rollback()
        assert len(suppliers(session)) == 2
