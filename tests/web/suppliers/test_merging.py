"""The screens on which two suppliers become one."""

from datetime import date

import pytest

from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier


@pytest.fixture
def pair(session):
    """De Kade stays, De Kade Digitaal goes up in it; both have a KvK number."""
    kept = add_supplier(session, {"name": "Uitgeverij De Kade", "country": "NL", "kvk": "12345678"}).id
    emptied = add_supplier(
        session, {"name": "De Kade Digitaal", "country": "NL", "kvk": "87654321", "note": "Mailde"}
    ).id
    add_product(session, emptied, {"name": "Rekenrek"})
    return kept, emptied


@pytest.fixture
def address(pair):
    return "/leveranciers/{}/samenvoegen/{}".format(*pair)


def test_the_other_is_chosen_first(pair, address, visitor):
    assert "De Kade Digitaal (87654321)" in visitor.open(f"/leveranciers/{pair[0]}/samenvoegen/").text
    assert visitor.open(f"/leveranciers/{pair[0]}/samenvoegen/?met={pair[1]}").heading == "Eén leverancier maken?"


@pytest.mark.parametrize("other", ["99", "x", "", "1"])
def test_a_choice_that_is_none_asks_again(pair, visitor, other):
    page = visitor.open(f"/leveranciers/{pair[0]}/samenvoegen/?met={other}")
    assert page.heading == "Met welke leverancier samenvoegen?"


def test_the_preview_tells_what_moves_and_changes_nothing(pair, address, visitor):
    page = visitor.open(address)
    for words in ("Rekenrek", "De Kade Digitaal", "12345678", "87654321", "Mailde"):
        assert words in page.text
    assert visitor.open(f"/leveranciers/{pair[1]}").status == 200


def test_after_the_choice_one_is_left(pair, address, visitor):
    page = visitor.submit(address, kvk="emptied")
    assert page.heading == "Uitgeverij De Kade"
    for words in ("87654321", "Rekenrek", "De Kade Digitaal"):
        assert words in page.text
    assert visitor.open(f"/leveranciers/{pair[1]}").status == 404


def test_without_a_choice_nothing_happens(pair, address, visitor):
    page = visitor.submit(address)
    assert page.status == 422
    assert "KvK-nummer: Kies welke blijft." in page.errors
    assert visitor.open(f"/leveranciers/{pair[1]}").status == 200


def test_a_product_of_the_same_name_gets_another(session, pair, address, visitor):
    add_product(session, pair[0], {"name": "rekenrek"})
    page = visitor.submit(address, kvk="kept")
    assert page.status == 422
    field = next(name for name, _ in visitor.open(address).values() if name.startswith("name_"))
    assert visitor.submit(address, kvk="kept", **{field: "REKENREK"}).status == 422
    page = visitor.submit(address, kvk="kept", **{field: "Rekenrek 2"})
    assert "Rekenrek 2" in page.text


@pytest.mark.parametrize("which", [0, 1])
def test_who_chose_before_somebody_edited_is_told_and_may_go_on(session, pair, address, visitor, which):
    opened = visitor.open(address)
    edit_supplier(session, pair[which], 1, {"city": "Zuiderveen"})
    page = visitor.send(address, opened, kvk="kept")
    assert page.status == 409
    assert "Zuiderveen" in page.text
    assert visitor.send(address, page).heading == "Uitgeverij De Kade"


@pytest.mark.parametrize("numbers", [(1, 1), (1, 99), (99, 1)])
def test_a_pair_that_is_none_is_not_there(pair, visitor, numbers):
    assert visitor.open("/leveranciers/{}/samenvoegen/{}".format(*numbers)).status == 404


def test_a_covenant_that_was_checked_moves_along(pair, address, visitor):
    today = date.today().isoformat()
    visitor.submit(f"/leveranciers/{pair[1]}/convenant/", found="participant", source="de lijst", checked_on=today)
    assert "deelnemer" in visitor.submit(address, kvk="kept").text
