"""The list of all changes: what is seen at once, what lies folded, and for whom it is."""

from sys import modules

import pytest

from registry.access import Right
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import edit_school


def test_they_are_listed_the_newest_first(register, visitor):
    page = visitor.open("/geschiedenis/")
    assert page.texts("//h2")[:2] == ["Leverancier Lettervlieg B.V.", "School De Klok"]


def test_they_show_three_changed_fields_at_once_and_fold_what_is_more(register, visitor):
    page = visitor.open("/geschiedenis/?wie=jan")
    assert page.texts("//article[.//a='School De Klok']/div//tr/th[@scope='row']") == ["Plaats", "Website"]
    edit_school(register, 1, 2, {"name": "De Wekker", "pupils": 12, "website": "", "city": "Ebbe"})
    register.rollback()
    assert visitor.open("/geschiedenis/").texts("//article[1]//summary") == ["4 velden gewijzigd"]


def test_they_fold_what_was_filled_in_and_tell_how_much_it_is(register, visitor):
    page = visitor.open("/geschiedenis/?soort=bestuur")
    assert page.texts("//article//summary") == ["1 veld ingevuld"]
    assert page.texts("//article//details//dd") == ["Stichting Getijden"]


def test_they_say_how_much_of_a_long_record_is_not_told_here(register, visitor, monkeypatch):
    monkeypatch.setattr(modules["registry.web.history.history"], "SHOWN", 1)
    page = visitor.open("/geschiedenis/?soort=gebruik")
    told = page.texts("//article[1]//summary")[0]
    left = int(told.split()[0]) - 1
    assert left > 0
    assert page.texts("//article[1]//details//p")[0].startswith(f"En nog {left} veld")


def test_they_are_filtered_by_the_address(register, visitor):
    page = visitor.open("/geschiedenis/?soort=school&wie=jan&waarom=gewijzigd")
    assert page.texts("//h2") == ["School De Klok"]
    assert page.tree.xpath("//input[@name='wie']/@value") == ["jan"]


@pytest.mark.parametrize("wrong", ["van=gisteren", "tot=2026-02-30", "soort=zomaar", "wie=" + "x" * 300, "page=-1"])
def test_what_cannot_be_read_is_told_and_does_not_narrow(register, visitor, wrong):
    page = visitor.open(f"/geschiedenis/?{wrong}")
    assert page.status == 200
    assert len(page.texts("//h2")) > 5
    assert bool(page.errors) is not wrong.startswith("page")


def test_nothing_found_is_said(register, visitor):
    assert "Geen enkele wijziging" in visitor.open("/geschiedenis/?wie=niemand").text


@pytest.mark.parametrize("address", ["/geschiedenis/", "/geschiedenis/csv"])
def test_they_are_only_for_who_may_read_the_history(register, visitor, looking_as, address):
    looking_as(*(frozenset(Right) - {Right.READ_HISTORY}))
    assert visitor.open(address).status == 403


def test_they_ask_the_database_no_more_for_a_longer_list(register, visitor, questions):
    visitor.open("/geschiedenis/")
    few = questions(lambda: visitor.open("/geschiedenis/"))
    for number in range(20):
        add_supplier(register, {"name": f"Leverancier {number}"})
    register.rollback()
    assert questions(lambda: visitor.open("/geschiedenis/")) <= few
