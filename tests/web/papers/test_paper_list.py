"""The list of what papers can be made about."""

import pytest

from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import edit_school
from tests.complete_register import SINCE, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


class TestWhatCanBeMade:
    def test_schools_and_processors_are_listed_and_nobody_else(self, visitor, register):
        page = visitor.open("/documenten/")
        assert page.texts("//tbody//th") == ["De Zandloper", "De Zonnewijzer", "Lettervlieg B.V."]

    def test_a_closed_school_is_not(self, session, visitor, register):
        edit_school(session, register.zonnewijzer.id, 1, {"closed_on": SINCE})
        assert "De Zonnewijzer" not in visitor.open("/documenten/").text

    def test_processors_are_found_by_a_word(self, session, visitor, register):
        add_supplier(session, {"name": "Rekenwolk"})
        assert "Lettervlieg" not in visitor.open("/documenten/?zoek=reken").text
        assert "Geen verwerker past" in visitor.open("/documenten/?zoek=niets").text

    @pytest.mark.parametrize("typed", ["%00", "x" * 10_000, "%25_", "<b>&"])
    def test_words_that_fit_nobody_break_nothing(self, visitor, register, typed):
        page = visitor.open(f"/documenten/?zoek={typed}")
        assert page.status == 200
        assert page.heading == "Documenten"

    def test_an_empty_register_leads_to_the_first_school(self, visitor):
        assert "Er staat nog geen school in het register." in visitor.open("/documenten/").text

    def test_the_navigation_leads_there(self, visitor):
        assert visitor.open("/").tree.xpath("//nav[@id='menu']//a[@href='/documenten/']/text()") == ["Documenten"]
