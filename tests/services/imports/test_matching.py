"""Finding the record that a row means: exactly, nearly, or through a product; never merging by itself."""

import pytest

from registry.model import Supplier
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from tests.services.imports.rows import actions, entry, plan, sentences, take_over


@pytest.fixture
def kade(session):
    return add_supplier(
        session, {"name": "Uitgeverij De Kade B.V.", "kvk": "01234567"}, {"aliases": [{"name": "Kade"}]}
    )


@pytest.mark.parametrize(
    "said",
    [
        {"supplier_name": "uitgeverij de kade"},
        {"supplier_name": "Kade"},
        {"supplier_kvk": "01234567"},
        {"supplier_name": "Heel anders", "supplier_kvk": "01234567"},
    ],
    ids=["without capitals and legal form", "an alias", "its KvK number", "another name with its KvK number"],
)
def test_the_supplier_that_is_meant_beyond_doubt_is_found(session, kade, said):
    line = plan(session, entry(2, **said)).lines[0]
    assert [claim.target.record for claim in line.claims] == [kade]
    assert not line.questions


def test_a_name_that_is_nearly_known_is_asked_and_waits(session, kade):
    made = plan(session, entry(2, supplier_name="Uitgeverij De Kaade"))
    question = made.questions[0]
    assert actions(made) == {2: "attention"}
    assert [option.value for option in question.options] == [f"same:supplier:{kade.id}", "new"]
    assert 86 <= question.options[0].score < 100


def test_the_answer_same_gives_the_supplier_another_name(session, kade):
    near = entry(2, supplier_name="Uitgeverij De Kaade")
    code = plan(session, near).questions[0].code
    take_over(session, near, answers={code: f"same:supplier:{kade.id}"})
    assert {alias.name for alias in kade.aliases} == {"Kade", "Uitgeverij De Kaade"}
    assert actions(plan(session, near)) == {2: "same"}


def test_the_answer_new_makes_another_supplier(session, kade):
    near = entry(2, supplier_name="Uitgeverij De Kaade")
    code = plan(session, near).questions[0].code
    take_over(session, near, answers={code: "new"})
    assert session.query(Supplier).count() == 2


def test_two_new_names_that_are_nearly_the_same_are_asked_about_each_other(session):
    made = plan(session, entry(2, supplier_name="Lettervlieg"), entry(3, supplier_name="Letervlieg"))
    assert actions(made) == {2: "new", 3: "attention"}


def test_numbers_in_a_name_are_never_nearly_the_same(session):
    made = plan(session, entry(2, supplier_name="Leverancier 12"), entry(3, supplier_name="Leverancier 13"))
    assert actions(made) == {2: "new", 3: "new"}


def test_a_kvk_number_of_one_and_a_name_of_another_needs_attention(session, kade):
    add_supplier(session, {"name": "Lettervlieg"})
    made = plan(session, entry(2, supplier_name="Lettervlieg", supplier_kvk="01234567"))
    assert sentences(made) == ["Het KvK-nummer is van Uitgeverij De Kade B.V., maar de naam is van Lettervlieg."]


def test_another_kvk_number_makes_another_supplier_of_the_same_name(session, kade):
    twin = entry(2, supplier_name="Uitgeverij De Kade", supplier_kvk="64752577")
    assert actions(take_over(session, twin)) == {2: "new"}
    assert actions(plan(session, twin)) == {2: "same"}


def test_a_product_of_the_register_brings_its_supplier(session, kade):
    product = add_product(session, kade.id, {"name": "Lettervlieg"})
    line = plan(session, entry(2, supplier_name="Lettervlieg")).lines[0]
    assert [claim.target.record for claim in line.claims] == [kade, product]


def test_a_product_of_the_starter_catalogue_brings_its_supplier_as_a_proposal(session):
    made = take_over(session, entry(2, supplier_name="ParnasSys"))
    assert made.lines[0].names == ["Topicus.Education B.V.", "ParnasSys"]
    assert made.questions[0].answer == "catalogue"
    assert session.query(Supplier).one().products[0].name == "ParnasSys"


def test_who_says_that_the_product_has_another_supplier_is_heard(session):
    row = entry(2, product_name="ParnasSys")
    code = plan(session, row).questions[0].code
    assert take_over(session, row, answers={code: "own"}).lines[0].names == ["ParnasSys", "ParnasSys"]


def test_an_entry_of_the_catalogue_that_nobody_checked_waits_for_an_answer(session):
    made = plan(session, entry(2, product_name="Somtoday"))
    assert actions(made) == {2: "attention"}


def test_a_product_that_nobody_knows_waits_for_an_answer(session):
    made = plan(session, entry(2, product_name="Onbekend Ding"))
    assert [option.value for option in made.questions[0].options] == ["own"]
    assert actions(made) == {2: "attention"}
