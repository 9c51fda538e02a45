"""What a paper lacks leads to where it is filled in, and from there back to the paper."""

import pytest

from registry.services.suppliers.products import edit_product
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.uses import edit_use
from tests.complete_register import complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


def test_who_fills_in_a_gap_comes_back_to_the_paper(session, visitor, register):
    supplier = register.lettervlieg
    edit_supplier(session, supplier.id, supplier.version, {"kvk": "", "city": ""})
    link = visitor.open(f"/documenten/leverancier/{supplier.id}").tree.xpath("//ul[@class='tasks']//a/@href")[0]
    page = visitor.send(link.partition("#")[0], visitor.open(link), kvk="01234567")
    assert "is bewaard" in page.text
    assert page.texts("//h2")[-1] == "Wat er nog ontbreekt"
    assert "1 gegeven ontbreekt" in page.text


def test_what_all_schools_lack_is_filled_in_once_at_the_product(session, visitor, register):
    use = register.letters.uses[0]
    edit_use(session, use.id, use.version, {"purpose_plain": ""})
    edit_product(session, register.letters.id, register.letters.version, {"purpose_plain": ""})
    page = visitor.open(f"/documenten/school/{register.zandloper.id}")
    link = page.tree.xpath("//ul[@class='tasks']//a[contains(., 'Letters')]/@href")[0]
    assert link.startswith(f"/producten/{register.letters.id}/wijzigen?terug=")
    assert "één zin, voor alle scholen" in page.text
    page = visitor.send(link.partition("#")[0], visitor.open(link), purpose_plain="Lezen.")
    assert "één zin, voor alle scholen" not in page.text
    assert page.texts("//p[@class='kicker']") == ["Documenten"]
