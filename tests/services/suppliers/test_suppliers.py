"""Suppliers are added once, edited by one at a time, and taken out of use when no school needs them any more."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.errors import AlreadyExists, BrokenRule, ChangedMeanwhile, InvalidIdentifier, InvalidText, NotFound
from registry.model import Supplier
from registry.model.custom import CustomSubject
from registry.model.supplier import ContactKind, CovenantStatus
from registry.queries.board.custom_fields import custom_values
from registry.services.board.custom_fields import add_custom_field
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import (
    add_supplier,
    bring_back_supplier,
    edit_supplier,
    note_covenant,
    retire_supplier,
)
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use

MARCH, AUGUST = date(2026, 3, 1), date(2026, 8, 1)


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "Uitgeverij De Kade"}, {"aliases": [{"name": "Kade Digitaal"}]})


class TestAdding:
    def test_contacts_and_aliases_come_along(self, session):
        contacts = [{"kind": ContactKind.DATA_BREACH, "email": "lek@lettervlieg.example"}]
        supplier = add_supplier(
            session, {"name": "Lettervlieg"}, {"contacts": contacts, "aliases": [{"name": "Vlieg"}]}
        )
        assert supplier.contact_for(ContactKind.DATA_BREACH).email == "lek@lettervlieg.example"
        assert [alias.name for alias in supplier.aliases] == ["Vlieg"]

    @pytest.mark.parametrize(
        "name", ["Uitgeverij De Kade B.V.", "uitgeverij de kade", "UITGEVERIJ  DE KÁDE bv", "kade digitaal"]
    )
    def test_a_known_name_is_refused_in_any_spelling(self, session, kade, name):
        with pytest.raises(AlreadyExists) as refusal:
            add_supplier(session, {"name": name})
        assert refusal.value.field == "name"
        assert "Uitgeverij De Kade" in refusal.value.sentence

    def test_an_alias_that_is_anothers_name_is_refused(self, session, kade):
        with pytest.raises(AlreadyExists) as refusal:
            add_supplier(
                session,
                {"name": "Rekenwolk"},
                {"aliases": [{"name": "De Kade (uitgeverij)"}, {"name": "Uitgeverij De Kade"}]},
            )
        assert refusal.value.field == "aliases"

    def test_two_organisations_with_one_name_are_told_apart_by_their_kvk_numbers(self, session):
        add_supplier(session, {"name": "De Brug", "kvk": "12345678"})
        add_supplier(session, {"name": "De Brug", "kvk": "87654321"})
        assert len(session.scalars(select(Supplier)).all()) == 2

    def test_a_kvk_number_belongs_to_one_supplier(self, session):
        add_supplier(session, {"name": "Lettervlieg", "kvk": "1234567"})
        with pytest.raises(AlreadyExists) as refusal:
            add_supplier(session, {"name": "Rekenwolk", "kvk": "01234567"})
        assert refusal.value.field == "kvk"
        assert "Lettervlieg" in refusal.value.sentence

    def test_a_kvk_number_of_seven_digits_gets_its_zero(self, session):
        assert add_supplier(session, {"name": "Lettervlieg", "kvk": "1234567"}).kvk == "01234567"

    def test_a_kvk_number_with_letters_is_refused(self, session):
        with pytest.raises(InvalidIdentifier) as refusal:
            add_supplier(session, {"name": "Lettervlieg", "kvk": "12AB5678"})
        assert refusal.value.field == "kvk"

    @pytest.mark.parametrize("name", ["", "   ", "\u00a0"])
    def test_a_name_is_needed(self, session, name):
        with pytest.raises(BrokenRule):
            add_supplier(session, {"name": name})

    @pytest.mark.parametrize("name", ["x" * 10_000, "Letter\x00vlieg", "Letter\nvlieg"])
    def test_a_name_that_no_page_can_hold_is_refused(self, session, name):
        with pytest.raises(InvalidText):
            add_supplier(session, {"name": name})
        assert session.scalars(select(Supplier)).all() == []

    def test_the_same_alias_twice_is_refused(self, session):
        with pytest.raises(BrokenRule):
            add_supplier(session, {"name": "Lettervlieg"}, {"aliases": [{"name": "Vlieg"}, {"name": "VLIEG b.v."}]})

    def test_a_dutch_postcode_gets_its_usual_spelling(self, session):
        assert add_supplier(session, {"name": "Lettervlieg", "postcode": "5831cr"}).postcode == "5831 CR"

    def test_a_wrong_dutch_postcode_is_refused_at_its_field(self, session):
        with pytest.raises(InvalidIdentifier) as refusal:
            add_supplier(session, {"name": "Lettervlieg", "postcode": "58 31"})
        assert refusal.value.field == "postcode"

    def test_a_postcode_abroad_stays_as_it_is(self, session):
        supplier = add_supplier(session, {"name": "Lettervlieg", "country": "BE", "postcode": "B-2000"})
        assert supplier.postcode == "B-2000"

    def test_own_fields_are_filled_in_at_the_same_time(self, session):
        field = add_custom_field(session, {"subject": CustomSubject.SUPPLIER, "label": "Debiteurnummer"}).id
        supplier = add_supplier(session, {"name": "Lettervlieg"}, own={field: "4711"})
        assert [own.value for own in custom_values(session, supplier=supplier.id)] == ["4711"]


class TestEditing:
    def test_a_supplier_may_keep_its_own_names(self, session, kade):
        rows = {"aliases": [{"id": kade.aliases[0].id, "name": "De Kade Digitaal"}]}
        edit_supplier(session, kade.id, 1, {"name": "Uitgeverij De Kade B.V."}, rows)
        assert (kade.name, [alias.name for alias in kade.aliases]) == ("Uitgeverij De Kade B.V.", ["De Kade Digitaal"])

    def test_the_second_saver_is_told_what_changed(self, session, kade):
        edit_supplier(session, kade.id, 1, {"city": "Zuiderveen"})
        with pytest.raises(ChangedMeanwhile) as refusal:
            edit_supplier(session, kade.id, 1, {"city": "Noorderveen"})
        assert refusal.value.changes == [("Plaats", "", "Zuiderveen")]
        assert session.get(Supplier, kade.id).city == "Zuiderveen"

    def test_a_supplier_that_is_not_there_cannot_be_edited(self, session):
        with pytest.raises(NotFound):
            edit_supplier(session, 7, 1, {"name": "Lettervlieg"})


class TestTheCovenant:
    def test_a_status_counts_from_the_day_it_was_looked_up(self, session, kade):
        note_covenant(session, kade.id, {"status": CovenantStatus.PARTICIPANT, "checked_on": MARCH})
        assert kade.covenant_status(date(2026, 2, 28)) is CovenantStatus.UNKNOWN
        assert kade.covenant_status(MARCH) is CovenantStatus.PARTICIPANT

    def test_an_older_look_noted_later_changes_only_the_past(self, session, kade):
        note_covenant(session, kade.id, {"status": CovenantStatus.PARTICIPANT, "checked_on": AUGUST})
        note_covenant(session, kade.id, {"status": CovenantStatus.NONE, "checked_on": MARCH})
        session.expire_all()
        assert kade.covenant_status(AUGUST) is CovenantStatus.PARTICIPANT
        assert kade.covenant_status(date(2026, 7, 31)) is CovenantStatus.NONE

    def test_a_look_has_a_day(self, session, kade):
        with pytest.raises(BrokenRule) as refusal:
            note_covenant(session, kade.id, {"status": CovenantStatus.NONE})
        assert refusal.value.field == "checked_on"

    def test_a_look_that_has_yet_to_come_is_refused(self, session, kade):
        with pytest.raises(BrokenRule, match="Deze dag moet nog komen") as refusal:
            note_covenant(session, kade.id, {"status": CovenantStatus.NONE, "checked_on": AUGUST}, MARCH)
        assert (refusal.value.field, kade.covenant_entries) == ("checked_on", [])


class TestTakingOutOfUse:
    @pytest.fixture
    def use(self, session, kade):
        product = add_product(session, kade.id, {"name": "Letterboot"})
        return start_use(session, add_school(session, {"name": "De Zandloper"}).id, product.id, {"since": MARCH})

    def test_it_is_refused_while_a_school_uses_a_product(self, session, kade, use):
        with pytest.raises(BrokenRule, match="De Zandloper gebruikt Letterboot"):
            retire_supplier(session, kade.id, AUGUST)

    def test_it_is_refused_for_a_use_that_has_yet_to_begin(self, session, kade, use):
        with pytest.raises(BrokenRule):
            retire_supplier(session, kade.id, date(2026, 1, 1))

    def test_it_is_done_after_the_last_day_of_use(self, session, kade, use):
        end_use(session, use.id, date(2026, 7, 31))
        assert retire_supplier(session, kade.id, AUGUST).retired_on == AUGUST

    def test_it_can_be_taken_back(self, session, kade):
        retire_supplier(session, kade.id, AUGUST)
        assert bring_back_supplier(session, kade.id).retired_on is None
