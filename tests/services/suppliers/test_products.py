"""Products with their modules and the other organisations behind them."""

from datetime import date

import pytest

from registry.errors import AlreadyExists, BrokenRule, NotFound, UnknownCode
from registry.model.product import Part
from registry.services.suppliers.products import add_product, bring_back_product, edit_product, retire_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "Uitgeverij De Kade"})


@pytest.fixture
def boat(session, kade):
    modules = [{"name": "Lezen"}, {"name": "Spelling"}]
    return add_product(session, kade.id, {"name": "Letterboot"}, {"modules": modules})


def test_a_maker_and_a_distributor_stand_beside_the_supplier(session, kade):
    maker, shop = (add_supplier(session, {"name": name}) for name in ("Rekenwolk", "Boekenkar"))
    parties = [{"supplier_id": maker.id, "part": Part.MAKER}, {"supplier_id": shop.id, "part": Part.DISTRIBUTOR}]
    product = add_product(session, kade.id, {"name": "Rekenrek"}, {"parties": parties})
    assert (product.others(Part.MAKER), product.others(Part.DISTRIBUTOR)) == ([maker], [shop])


def test_the_supplier_itself_is_not_named_again(session, kade):
    with pytest.raises(BrokenRule) as refusal:
        add_product(session, kade.id, {"name": "Rekenrek"}, {"parties": [{"supplier_id": kade.id, "part": Part.MAKER}]})
    assert refusal.value.field == "parties"


def test_one_organisation_has_one_part_once(session, kade):
    maker = add_supplier(session, {"name": "Rekenwolk"})
    with pytest.raises(BrokenRule, match="twee keer"):
        add_product(
            session, kade.id, {"name": "Rekenrek"}, {"parties": [{"supplier_id": maker.id, "part": Part.MAKER}] * 2}
        )


def test_an_organisation_that_is_not_there_is_refused(session, kade):
    with pytest.raises(NotFound):
        add_product(session, kade.id, {"name": "Rekenrek"}, {"parties": [{"supplier_id": 99, "part": Part.MAKER}]})


def test_the_same_name_twice_with_one_supplier_is_refused(session, kade, boat):
    with pytest.raises(AlreadyExists):
        add_product(session, kade.id, {"name": "LETTERBOOT"})


def test_another_supplier_may_use_the_name(session, boat):
    other = add_supplier(session, {"name": "Rekenwolk"})
    assert add_product(session, other.id, {"name": "Letterboot"}).supplier is other


def test_a_name_is_needed(session, kade):
    with pytest.raises(BrokenRule):
        add_product(session, kade.id, {"name": " "})


def test_an_unknown_kind_is_refused(session, kade):
    with pytest.raises(UnknownCode):
        add_product(session, kade.id, {"name": "Rekenrek", "kind": "speelgoed"})


@pytest.mark.parametrize("names", [["Lezen", "LEZEN"], ["Lezen", ""]])
def test_every_module_has_a_name_of_its_own(session, kade, names):
    with pytest.raises(BrokenRule) as refusal:
        add_product(session, kade.id, {"name": "Rekenrek"}, {"modules": [{"name": name} for name in names]})
    assert refusal.value.field == "modules"


def test_a_module_that_a_school_opened_cannot_be_taken_away(session, boat):
    reading, spelling = boat.modules
    school = add_school(session, {"name": "De Zandloper"})
    start_use(session, school.id, boat.id, {"since": date(2026, 8, 1)}, [reading.id])
    with pytest.raises(BrokenRule, match="Lezen"):
        edit_product(session, boat.id, 1, {}, {"modules": [{"id": spelling.id, "name": "Spelling"}]})
    edit_product(session, boat.id, 1, {}, {"modules": [{"id": reading.id, "name": "Lezen"}]})
    assert [module.name for module in boat.modules] == ["Lezen"]


def test_a_product_in_use_is_not_taken_out_of_use(session, boat):
    school = add_school(session, {"name": "De Zandloper"})
    use = start_use(session, school.id, boat.id, {"since": date(2026, 8, 1)})
    with pytest.raises(BrokenRule) as refusal:
        retire_product(session, boat.id, date(2027, 8, 1))
    assert refusal.value.field == "on"
    end_use(session, use.id, date(2027, 7, 31))
    assert retire_product(session, boat.id, date(2027, 8, 1)).retired_on == date(2027, 8, 1)


def test_a_product_comes_back(session, boat):
    retire_product(session, boat.id, date(2027, 8, 1))
    assert bring_back_product(session, boat.id).retired_on is None
