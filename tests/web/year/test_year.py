"""The page from which everything of the year is reached, and the ways to it from the records."""

import pytest

from registry.services.suppliers.suppliers import add_supplier
from tests.complete_register import complete_register


def test_what_is_planned_stands_apart_from_what_happens(visitor):
    page = visitor.open("/jaar/")
    assert page.texts("//main//h2") == ["Door het jaar", "Als er iets gebeurt"]
    happening = page.texts("//h2[. = 'Als er iets gebeurt']/following-sibling::div//h3")
    assert ["Datalek" in happening, "Signalen" in happening] == [True, False]


@pytest.mark.parametrize(
    ("role", "ways"),
    [("processor", ["datalekken", "subverwerkers"]), ("joint_controller", ["datalekken"]), ("legal_recipient", [])],
    ids=["processor", "jointly", "by law"],
)
def test_a_supplier_leads_to_what_may_happen_there(visitor, session, role, ways):
    supplier = add_supplier(session, {"name": "Kade", "role": role})
    page = visitor.open(f"/leveranciers/{supplier.id}")
    assert page.tree.xpath("//a[contains(@href, '/nieuw?supplier_id=')]/@href") == [
        f"/jaar/{way}/nieuw?supplier_id={supplier.id}" for way in ways
    ]


def test_a_school_leads_to_the_question_of_a_parent(visitor, session):
    school = complete_register(session).zandloper
    (way,) = visitor.open(f"/scholen/{school.id}").tree.xpath("//a[contains(@href, 'ouder-vraagt')]/@href")
    assert visitor.open(way).texts("//option[@selected]") == [school.name]
