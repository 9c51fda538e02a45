"""A supplier is added completely in one flow, which can be left and taken up again."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school

START = "/leverancier-toevoegen/"


@pytest.fixture
def schools(session):
    return [add_school(session, {"name": name}).id for name in ("De Zandloper", "De Zonnewijzer", "De Klok")]


@pytest.fixture
def described(session):
    """Letterboot of Lettervlieg, with a proposed annex."""
    product = add_product(
        session, add_supplier(session, {"name": "Lettervlieg", "country": "NL"}).id, {"name": "Letterboot"}
    )
    propose_annex(session, PrivacyAnnex, product.id, {})
    return product.id


class TestStarting:
    def test_the_catalogue_is_offered_and_marks_what_nobody_checked(self, visitor):
        page = visitor.open(START)
        assert "ParnasSys van Topicus.Education B.V." in page.text
        assert "(niet nagegaan)" in page.text

    def test_a_choice_fills_in_the_form_of_the_supplier(self, visitor):
        page = visitor.open(f"{START}?keuze=magister")
        assert dict(page.values())["name"] == "Iddink Group"
        assert dict(page.values())["aliases-0-name"] == "Iddink Groep"
        assert "Overgenomen uit de startlijst" in page.text

    def test_the_country_of_a_supplier_out_of_the_catalogue_is_asked(self, visitor):
        page = visitor.submit("/leveranciers/nieuw?flow=1&keuze=magister")
        assert page.errors == ["Land: Vul dit in."]

    def test_an_unknown_choice_offers_the_catalogue_again(self, visitor):
        assert visitor.open(f"{START}?keuze=bestaat-niet").heading == "Leverancier toevoegen"

    def test_a_supplier_that_is_there_goes_on_with_its_product(self, session, visitor):
        add_supplier(session, {"name": "Iddink", "country": "NL"}, {"aliases": [{"name": "Iddink Group"}]})
        page = visitor.open(f"{START}?keuze=magister")
        assert page.heading == "Product toevoegen"
        assert dict(page.values())["name"] == "Magister"
        assert "staat al in het register" in page.text


class TestTheSteps:
    def test_a_saved_supplier_leads_to_its_product(self, visitor):
        page = visitor.submit("/leveranciers/nieuw?flow=1&keuze=magister", country="NL")
        assert page.heading == "Product toevoegen"
        assert (dict(page.values())["name"], dict(page.values())["kind"]) == ("Magister", "sli")

    def test_a_mistake_stays_in_the_flow(self, visitor):
        page = visitor.submit("/leveranciers/nieuw?flow=1", name="")
        assert page.status == 422
        assert page.tree.xpath("//ol[@class='steps']")

    def test_a_saved_product_leads_to_its_annex_and_that_to_the_schools(self, session, visitor):
        supplier = add_supplier(session, {"name": "Lettervlieg", "country": "NL"}).id
        page = visitor.submit(f"/producten/nieuw/{supplier}?flow=1", name="Letterboot", kind="lt")
        assert "Privacybijsluiter" in page.heading
        address = page.response.request.path + "?flow=1"
        assert visitor.send(address, page).heading == "Wie gebruikt Letterboot?"

    def test_schools_are_ticked_with_their_day(self, described, schools, visitor):
        page = visitor.submit(f"{START}product/{described}/scholen", schools=["1", "3"], since="2025-08-01")
        assert page.heading == "Letterboot staat in het register"
        assert "De Klok en De Zandloper" in page.text
        assert "De Zonnewijzer" not in page.text

    def test_a_second_group_of_schools_may_follow(self, described, schools, visitor):
        visitor.submit(f"{START}product/{described}/scholen", schools=["1"], since="2025-08-01")
        page = visitor.open(f"{START}product/{described}/scholen")
        assert "De Zandloper, sinds 1 augustus 2025" in page.text
        assert page.tree.xpath("//input[@name='schools']/@value") == ["3", "2"]

    @pytest.mark.parametrize(
        ("ticked", "since"), [([], "2025-08-01"), (["99"], "2025-08-01"), (["x"], "2025-08-01"), (["1"], "2027-02-29")]
    )
    def test_what_is_wrong_is_said(self, described, schools, visitor, ticked, since):
        page = visitor.submit(f"{START}product/{described}/scholen", schools=ticked, since=since)
        assert page.status == 422
        assert len(page.errors) == 1

    def test_without_schools_it_leads_to_the_first(self, described, visitor):
        assert "nog geen scholen" in visitor.open(f"{START}product/{described}/scholen").text

    def test_at_the_end_it_tells_the_next_thing_to_do(self, described, schools, visitor):
        page = visitor.submit(f"{START}product/{described}/scholen", schools=["1"], since=date.today().isoformat())
        assert "Er is nog niet nagegaan of Lettervlieg" in page.text
        assert "is nog een voorstel" in page.text


class TestTakingUpAgain:
    def test_a_supplier_without_a_product_goes_on_there(self, session, visitor):
        supplier = add_supplier(session, {"name": "Lettervlieg", "country": "NL"}).id
        assert visitor.open(f"{START}{supplier}/product").heading == "Product toevoegen"

    def test_each_product_goes_on_where_it_was(self, described, schools, visitor):
        page = visitor.open(f"{START}1/product")
        assert page.heading == "Verder met Lettervlieg"
        assert page.tree.xpath(f"//a[@href='{START}product/{described}/scholen']")

    def test_the_page_of_the_supplier_leads_back_into_the_flow(self, described, visitor):
        assert visitor.open("/leveranciers/1").tree.xpath(f"//a[@class='button'][@href='{START}1/product']")

    def test_what_is_not_there(self, visitor):
        for address in ("99/product", "product/99/scholen", "product/99/klaar"):
            assert visitor.open(f"{START}{address}").status == 404
