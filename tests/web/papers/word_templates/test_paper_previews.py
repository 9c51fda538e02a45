"""A paper as a page: what it will say, and a link at everything that is missing."""

import pytest

from registry.services.suppliers.suppliers import edit_supplier

GUIDE = "schoolgids-leverancierslijst"
LIST = "/sjablonen/schoolgids-leverancierslijst"


class TestThePreview:
    def test_it_is_linked_from_the_paper(self, visitor, register):
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}?welk=agreement")
        (address,) = page.tree.xpath("//a[text()='Eerst bekijken']/@href")
        shown = visitor.open(address)
        assert shown.status == 200
        assert "Lettervlieg B.V." in shown.texts("//article")[0]

    def test_what_is_missing_leads_to_its_place(self, session, visitor, register):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}/voorbeeld?welk=agreement")
        marks = page.tree.xpath("//mark[@class='missing']/a")
        assert {mark.text for mark in marks} == {"KvK-nummer ontbreekt"}
        (address,) = {mark.get("href") for mark in marks}
        assert address.startswith(f"/leveranciers/{register.lettervlieg.id}/wijzigen?terug=/documenten/")
        assert address.endswith("#kvk")
        assert visitor.open(marks[0].get("href")).status == 200

    def test_a_text_with_markup_is_only_text(self, session, visitor, register):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"name": "<b>A & B</b>"})
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}/voorbeeld?welk=agreement")
        assert "<b>A & B</b>" in page.texts("//article")[0]

    def test_a_paper_that_cannot_be_says_why(self, visitor, register):
        page = visitor.open(f"/documenten/leverancier/{register.duo.id}/voorbeeld")
        assert "sluit het bestuur geen verwerkersovereenkomst" in page.text

    @pytest.mark.parametrize("number", ["x", "0", "99", "1e5", "9" * 30])
    def test_a_template_that_is_not_there_is_not_found(self, visitor, register, number):
        address = f"/documenten/school/{register.zandloper.id}/voorbeeld?sjabloon={number}"
        assert visitor.open(address).status == 404
