"""Two suppliers that are one: everything moves, what differs is chosen, nothing is lost."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.database import change
from registry.errors import BrokenRule, ChangedMeanwhile, NotFound
from registry.model import AuditEvent, CustomValue, ProductParty, Supplier
from registry.model.custom import CustomSubject
from registry.model.product import Part
from registry.model.supplier import ContactKind, CovenantStatus
from registry.queries.custom_fields import custom_values
from registry.queries.merging import plan_merge
from registry.services.agreements import add_agreement
from registry.services.custom_fields import add_custom_field, set_custom_values
from registry.services.external_reviews import add_review
from registry.services.merging import merge_suppliers
from registry.services.products import add_product
from registry.services.suppliers import add_supplier, edit_supplier, note_covenant, retire_supplier

MARCH = date(2026, 3, 1)


@pytest.fixture
def kept(session):
    contacts = [{"kind": ContactKind.PRIVACY, "email": "fg@kade.example"}]
    kade = add_supplier(session, {"name": "Uitgeverij De Kade", "note": "Belde in mei."}, {"contacts": contacts})
    add_product(session, kade.id, {"name": "Letterboot"})
    return kade


@pytest.fixture
def emptied(session):
    contacts = [{"kind": ContactKind.DATA_BREACH, "email": "lek@kade.example"}]
    rows = {"contacts": contacts, "aliases": [{"name": "Kademeester"}]}
    digital = add_supplier(session, {"name": "De Kade Digitaal", "kvk": "01234567", "note": "Mailde in juni."}, rows)
    add_product(session, digital.id, {"name": "Rekenrek"})
    add_agreement(session, digital.id, {})
    add_review(session, digital.id, {"reviewer": "sivon"})
    note_covenant(session, digital.id, {"status": CovenantStatus.PARTICIPANT, "checked_on": MARCH})
    return digital


@pytest.fixture
def merge(session, kept, emptied):
    def merge(choices=None, names=None, seen=None):
        seen = seen or (kept.version, emptied.version)
        merge_suppliers(session, kept.id, emptied.id, seen, choices or {}, names)
        session.expire_all()
        return kept

    return merge


def suppliers(session):
    return [supplier.name for supplier in session.scalars(select(Supplier))]


class TestEverythingMoves:
    def test_one_supplier_is_left(self, session, merge):
        merge()
        assert suppliers(session) == ["Uitgeverij De Kade"]

    def test_all_that_hung_on_the_other_hangs_on_the_one(self, merge):
        kade = merge()
        assert [product.name for product in kade.products] == ["Letterboot", "Rekenrek"]
        assert len(kade.agreements) == len(kade.external_reviews) == 1
        assert kade.covenant_status(MARCH) is CovenantStatus.PARTICIPANT
        assert {contact.kind for contact in kade.contacts} == {ContactKind.PRIVACY, ContactKind.DATA_BREACH}

    def test_the_other_lives_on_as_a_name(self, merge):
        assert {alias.name for alias in merge().aliases} == {"De Kade Digitaal", "Kademeester"}

    def test_a_name_that_is_the_same_in_another_spelling_comes_once(self, session, kept, merge):
        edit_supplier(session, kept.id, 1, {}, {"aliases": [{"name": "Kade & Meester"}]})
        with change(session, "toets"):
            kept.aliases[0].name = "KADEMEESTER b.v."
        assert {alias.name for alias in merge().aliases} == {"De Kade Digitaal", "KADEMEESTER b.v."}

    def test_what_only_the_other_had_fills_the_gap(self, merge):
        assert merge().kvk == "01234567"

    def test_both_notes_stay(self, merge):
        assert merge().note == "Belde in mei.\n\nMailde in juni."

    def test_its_part_in_products_of_others_goes_along(self, session, kept, emptied, merge):
        shop = add_supplier(session, {"name": "Boekenkar"})
        parties = [{"supplier_id": one.id, "part": Part.MAKER} for one in (kept, emptied)]
        product = add_product(session, shop.id, {"name": "Taaltas"}, {"parties": parties})
        own = [{"supplier_id": emptied.id, "part": Part.MAKER}]
        add_product(session, kept.id, {"name": "Woordwiel"}, {"parties": own})
        assert len(plan_merge(session, kept, emptied).superfluous) == 2
        assert product.others(Part.MAKER) == [kept, emptied]
        merge()
        assert [(party.product.name, party.supplier.name) for party in session.scalars(select(ProductParty))] == [
            ("Taaltas", "Uitgeverij De Kade")
        ]

    def test_the_history_tells_what_the_emptied_one_was(self, session, emptied, merge):
        number = emptied.id
        merge()
        lines = session.scalars(
            select(AuditEvent).where(AuditEvent.action == "removed", AuditEvent.subject_id == number)
        )
        assert ("kvk", "01234567") in [(line.field, line.old) for line in lines]

    def test_the_preview_names_what_moves(self, session, kept, emptied):
        moves = dict(plan_merge(session, kept, emptied).moves)
        assert moves["Producten"] == ["Rekenrek"]
        assert moves["Namen"] == ["De Kade Digitaal", "Kademeester"]
        assert moves["Toetsen"] == ["SIVON"]

    @pytest.mark.parametrize(("both", "expected"), [(True, MARCH), (False, None)])
    def test_it_is_out_of_use_only_when_both_were(self, session, kept, emptied, merge, both, expected):
        retire_supplier(session, kept.id, MARCH)
        if both:
            retire_supplier(session, emptied.id, date(2026, 1, 1))
        assert merge().retired_on == expected


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
