"""Searching the whole register from the header of every page."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.services.agreements.agreements import add_agreement
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, retire_supplier
from registry.services.uses.schools import add_school


@pytest.fixture(autouse=True)
def register(session):
    supplier = add_supplier(
        session, {"name": "Uitgeverij De Kade", "kvk": "12345678"}, {"aliases": [{"name": "Kadeboek"}]}
    )
    add_product(session, supplier.id, {"name": "Rekenkade", "aliases": "Sommenhaven"})
    add_school(session, {"name": "De Kademuur", "city": "Waterwijk"})
    add_statement(session, {"kind": "school_guide", "title": "Schoolgids Kademuur"})
    return supplier


def found(visitor, words):
    return visitor.open(f"/zoeken?zoek={words}").texts("//main//ul/li/a")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("kade", ["Uitgeverij De Kade", "Rekenkade", "De Kademuur", "Schoolgids Kademuur"]),
        ("Kadeboek", ["Uitgeverij De Kade"]),
        ("sommenhaven", ["Uitgeverij De Kade", "Rekenkade"]),
        ("1234.5678", ["Uitgeverij De Kade"]),
        ("waterwijk", ["De Kademuur"]),
        ("%25", []),
        ("_", []),
    ],
    ids=[
        "part of a name",
        "another name",
        "product's other name",
        "KvK number with a dot",
        "place",
        "percent",
        "underscore",
    ],
)
def test_it_finds_by_every_name_and_signs_are_only_signs(visitor, words, names):
    assert found(visitor, words) == names


def test_an_agreement_is_found_by_its_supplier_with_the_day_of_its_end(session, visitor, register):
    ends = {"status": AgreementStatus.IN_FORCE, "ends_on": date(2028, 7, 31), "arrangement": "general_model"}
    number = add_agreement(session, register.id, ends | {"reference": "K-12"}).id
    for words in ("Kadeboek", "K-12"):
        page = visitor.open(f"/zoeken?zoek={words}")
        row = page.texts(f"//main//li[a/@href='/overeenkomsten/{number}']")
        assert "algemene model met Uitgeverij De Kade geldt, einddatum 31" in row[0]


def test_nothing_found_says_so_and_shows_what_was_typed(visitor):
    assert "Niets gevonden met “zeppelin & co”." in visitor.open("/zoeken?zoek=zeppelin %26 co").text


def test_what_is_no_longer_used_is_found_and_said(session, visitor, register):
    retire_supplier(session, register.id, date(2026, 1, 1))
    assert "niet meer in gebruik" in visitor.open("/zoeken?zoek=Kadeboek").text


def test_each_kind_shows_ten_and_says_how_many_there_are(session, visitor):
    for number in range(12):
        add_school(session, {"name": f"Vlonder {number:02}"})
    page = visitor.open("/zoeken?zoek=vlonder")
    assert page.texts("//h2") == ["Scholen (12)"]
    assert len(page.texts("//main//ul/li/a")) == 10
    assert "Dit zijn de eerste 10." in page.text


def test_the_box_stands_on_every_page(visitor):
    page = visitor.open("/leveranciers/")
    assert page.tree.xpath("//header//form[@action='/zoeken']//input[@name='zoek']")


def test_a_text_that_is_too_long_gets_its_sentence(visitor):
    assert visitor.open("/zoeken?zoek=" + "a" * 300).errors
