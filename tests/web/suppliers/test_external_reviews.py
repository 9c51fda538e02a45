"""The screens of external reviews."""

import pytest

from registry.services.suppliers.external_reviews import add_review
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def supplier(session):
    return add_supplier(session, {"name": "Lettervlieg", "country": "NL"}).id


def test_a_test_is_noted_with_its_report(supplier, visitor):
    values = {"reviewer": "sivon", "step": "published", "risk": "high", "link": "sivon.example/rapport"}
    page = visitor.submit(f"/toetsen/nieuw/{supplier}", **values)
    assert "risico: hoog" in page.text
    assert page.tree.xpath("//a/@href[.='https://sivon.example/rapport']")


def test_it_says_who_tested(supplier, visitor):
    page = visitor.submit(f"/toetsen/nieuw/{supplier}", findings="Niets bijzonders")
    assert page.status == 422
    assert len(page.errors) == 1
    assert dict(page.values())["findings"].strip() == "Niets bijzonders"


def test_a_link_that_runs_a_script_is_refused(supplier, visitor):
    assert visitor.submit(f"/toetsen/nieuw/{supplier}", reviewer="sivon", link="javascript:alert(1)").status == 422


def test_the_second_saver_is_told(session, supplier, visitor):
    address = f"/toetsen/{add_review(session, supplier, {'reviewer': 'sivon'}).id}/wijzigen"
    opened = visitor.open(address)
    visitor.submit(address, findings="Bewaartermijn ontbreekt")
    page = visitor.send(address, opened, findings="Alles klopt")
    assert page.status == 409
    assert "Bewaartermijn ontbreekt" in page.text
    assert "Alles klopt" in visitor.send(address, page).text
