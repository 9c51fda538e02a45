"""The screens of products."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex, Product
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use

SINCE = date(2025, 8, 1)


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "Uitgeverij De Kade", "country": "NL"}).id


@pytest.fixture
def boat(session, kade):
    return add_product(session, kade, {"name": "Letterboot", "kind": "lt"}, {"modules": [{"name": "Lezen"}]}).id


@pytest.fixture
def use(session, boat):
    return start_use(session, add_school(session, {"name": "De Zandloper"}).id, boat, {"since": SINCE})


class TestShowing:
    def test_it_tells_what_it_is_and_who_uses_it(self, use, boat, visitor):
        page = visitor.open(f"/producten/{boat}")
        assert page.heading == "Letterboot"
        for words in ("Product van Uitgeverij De Kade", "Leermiddel of toets", "De Zandloper", "Lezen"):
            assert words in page.text

    def test_who_used_it_before_stays_readable(self, session, use, boat, visitor):
        end_use(session, use.id, date(2025, 12, 31))
        assert "van 1 augustus 2025 tot en met 31 december 2025" in visitor.open(f"/producten/{boat}").text

    def test_it_lists_the_annex_versions(self, session, boat, visitor):
        propose_annex(session, PrivacyAnnex, boat, {"edition": "2.1", "dated": SINCE})
        page = visitor.open(f"/producten/{boat}")
        assert "2.1" in page.text
        assert "voorgesteld" in page.text

    def test_a_product_that_is_not_there(self, visitor):
        assert visitor.open("/producten/99").status == 404


class TestAdding:
    def test_a_name_is_enough(self, kade, visitor):
        assert visitor.submit(f"/producten/nieuw/{kade}", name="Rekenrek").heading == "Rekenrek"

    def test_a_maker_is_chosen_from_the_suppliers(self, session, kade, visitor):
        maker = add_supplier(session, {"name": "Rekenwolk", "country": "NL"}).id
        rows = {"parties-0-supplier_id": str(maker), "parties-0-part": "maker"}
        page = visitor.submit(f"/producten/nieuw/{kade}", name="Rekenrek", **rows)
        assert "maker: Rekenwolk" in page.text
        assert "maker van Rekenrek (Uitgeverij De Kade)" in visitor.open(f"/leveranciers/{maker}").text

    @pytest.mark.parametrize(
        ("field", "typed"),
        [
            ("name", ""),
            ("name", "x" * 201),
            ("kind", "speelgoed"),
            ("leaflet_url", "geen adres"),
            ("modules-0-data", "zonder naam"),
            ("parties-0-supplier_id", "99"),
            ("parties-0-part", "distributor"),
            ("dpia_done_on", "2027-02-29"),
            ("dpia_needed", "misschien"),
            ("purpose_plain", "x" * 1001),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_lost(self, kade, visitor, field, typed):
        values = {"name": "Rekenrek", "aliases": "Rek", field: typed}
        page = visitor.submit(f"/producten/nieuw/{kade}", **values)
        assert page.status == 422
        assert len(page.errors) == 1
        assert dict(page.values())["aliases"] == "Rek"

    def test_the_supplier_itself_is_no_maker(self, kade, visitor):
        page = visitor.submit(f"/producten/nieuw/{kade}", name="Rekenrek", **{"parties-0-supplier_id": str(kade)})
        assert page.status == 422
        assert "is de leverancier zelf" in page.errors[0]

    def test_a_second_product_of_that_name_is_refused(self, boat, kade, visitor):
        page = visitor.submit(f"/producten/nieuw/{kade}", name="letterboot")
        assert "heeft al een product" in page.errors[0]

    def test_of_a_supplier_that_is_not_there(self, visitor):
        assert visitor.open("/producten/nieuw/99").status == 404


class TestChanging:
    def test_the_second_saver_is_told_what_changed(self, boat, visitor):
        opened = visitor.open(f"/producten/{boat}/wijzigen")
        visitor.submit(f"/producten/{boat}/wijzigen", purpose_plain="Lezen oefenen")
        page = visitor.send(f"/producten/{boat}/wijzigen", opened, aliases="Boot")
        assert page.status == 409
        assert "Lezen oefenen" in page.text

    def test_a_module_that_a_school_opened_stays(self, session, boat, visitor):
        module = session.get(Product, boat).modules[0].id
        start_use(session, add_school(session, {"name": "De Klok"}).id, boat, {"since": SINCE}, [module])
        page = visitor.submit(f"/producten/{boat}/wijzigen", **{"modules-0-remove": "y"})
        assert page.status == 422
        assert "gebruikt het onderdeel Lezen" in page.errors[0]


class TestTakingOutOfUse:
    def test_it_can_come_back(self, boat, visitor):
        assert "Niet meer in gebruik" in visitor.submit(f"/producten/{boat}/uit-gebruik").text
        assert "Niet meer in gebruik" not in visitor.submit(f"/producten/{boat}/weer-in-gebruik").text

    def test_it_is_refused_while_a_school_uses_it(self, use, boat, visitor):
        page = visitor.submit(f"/producten/{boat}/uit-gebruik")
        assert page.status == 422
        assert "De Zandloper gebruikt Letterboot" in page.errors[0]
        assert page.tree.xpath(f"//main//a[@href='/gebruik/{use.id}/beeindigen']")
