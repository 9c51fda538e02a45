"""The screens of suppliers: finding one, reading its story, adding and changing it, taking it out of use."""

from datetime import date

import pytest

from registry.model import Supplier
from registry.model.supplier import CovenantStatus, PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

SINCE = date(2025, 8, 1)
NASTY = 'Kade & Zn. <b>"x"</b> 😀 {{ 7*7 }}'


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "Uitgeverij De Kade", "country": "NL", "kvk": "12345678"}).id


@pytest.fixture
def use(session, kade):
    """De Zandloper uses Letterboot of De Kade."""
    product = add_product(session, kade, {"name": "Letterboot", "kind": "lt"})
    return start_use(session, add_school(session, {"name": "De Zandloper"}).id, product.id, {"since": SINCE})


class TestTheList:
    def test_an_empty_register_leads_to_the_first_supplier_and_nowhere_else(self, visitor):
        page = visitor.open("/leveranciers/")
        assert "nog geen leveranciers" in page.text
        assert page.texts("//main//a") == ["Leverancier toevoegen"]

    def test_a_search_stays_in_the_address_and_in_its_field(self, session, kade, visitor):
        add_supplier(session, {"name": "Rekenwolk", "country": "NL"})
        page = visitor.open("/leveranciers/?zoek=kade")
        assert page.texts("//tbody/tr/th/a") == ["Uitgeverij De Kade"]
        assert page.tree.xpath("//input[@name='zoek']/@value") == ["kade"]

    def test_nothing_found_says_so(self, kade, visitor):
        assert "Geen enkele leverancier" in visitor.open("/leveranciers/?zoek=%25").text

    @pytest.mark.parametrize(
        ("wish", "found"),
        [
            ("convenant=unknown", ["Uitgeverij De Kade"]),
            ("convenant=participant", []),
            ("gesloten=buiten-de-dienst", ["Uitgeverij De Kade"]),
            ("gesloten=letter", []),
            ("rol=legal_recipient", ["Examendienst"]),
            ("ontbreekt=y", ["Uitgeverij De Kade"]),
            ("oud=y", ["Examendienst", "Oude Pen", "Uitgeverij De Kade"]),
            ("", ["Examendienst", "Uitgeverij De Kade"]),
        ],
    )
    def test_each_filter_narrows_the_list(self, session, kade, visitor, wish, found):
        add_supplier(session, {"name": "Examendienst", "country": "NL", "role": PartyRole.LEGAL_RECIPIENT})
        add_supplier(
            session, {"name": "Oude Pen", "country": "NL", "role": PartyRole.OUT_OF_SCOPE, "retired_on": SINCE}
        )
        assert visitor.open(f"/leveranciers/?{wish}").texts("//tbody/tr/th/a") == found

    @pytest.mark.parametrize(
        "wish",
        ["convenant=geheim", "gesloten=%00", "rol=1&rol=2", f"zoek={'x' * 10_000}", "zoek=%00", "zoek=%0A", "zoek=😀"],
    )
    def test_a_wish_that_cannot_be_read_is_no_fault(self, kade, visitor, wish):
        assert visitor.open(f"/leveranciers/?{wish}").status == 200

    @pytest.mark.parametrize("page", ["0", "-1", "٣", "99", "9" * 30, "x"])
    def test_a_page_that_is_not_there_is_no_fault(self, kade, visitor, page):
        assert visitor.open(f"/leveranciers/?page={page}").texts("//tbody/tr/th/a") == ["Uitgeverij De Kade"]

    def test_it_comes_in_pages_of_fifty_that_keep_the_filters(self, session, visitor):
        for number in range(51):
            add_supplier(session, {"name": f"Leverancier {number:02}", "country": "NL"})
        page = visitor.open("/leveranciers/?zoek=leverancier&page=2")
        assert page.texts("//tbody/tr/th/a") == ["Leverancier 50"]
        assert "zoek=leverancier" in page.tree.xpath("//a[@rel='prev']/@href")[0]


class TestTheStory:
    def test_it_tells_what_there_is_and_what_is_missing(self, use, kade, visitor):
        page = visitor.open(f"/leveranciers/{kade}")
        assert page.heading == "Uitgeverij De Kade"
        for words in ("12345678", "niet nagegaan", "Letterboot", "De Zandloper", "1 augustus 2025"):
            assert words in page.text
        assert "De privacybijsluiter van Letterboot ontbreekt." in page.text
        assert "Er is geen overeenkomst met Uitgeverij De Kade" in page.text

    def test_it_proposes_an_arrangement_by_the_covenant(self, session, kade, visitor):
        note_covenant(session, kade, {"status": CovenantStatus.PARTICIPANT, "checked_on": SINCE, "source": "de lijst"})
        page = visitor.open(f"/leveranciers/{kade}")
        assert "Verwerkersovereenkomst volgens het convenantmodel" in page.text
        assert "nagegaan op 1 augustus 2025, bron: de lijst" in page.text

    def test_it_shows_that_model_four_does_not_fit(self, session, kade, visitor):
        add_agreement(session, kade, {"model_version": "mvo_4_0"})
        assert "bedoeld voor deelnemers" in visitor.open(f"/leveranciers/{kade}").text

    def test_a_supplier_that_is_not_there(self, visitor):
        assert visitor.open("/leveranciers/99").status == 404

    def test_signs_of_html_stay_signs(self, session, visitor):
        rows = {"aliases": [{"name": f"{NASTY} 2"}]}
        number = add_supplier(session, {"name": NASTY, "note": NASTY, "country": "NL"}, rows).id
        assert visitor.open(f"/leveranciers/{number}").heading == NASTY
        assert dict(visitor.open(f"/leveranciers/{number}/wijzigen").values())["name"] == NASTY


class TestAdding:
    def test_a_name_is_enough(self, visitor):
        page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg")
        assert page.heading == "Lettervlieg"
        assert "Leverancier, verwerker" in page.text

    def test_contacts_and_other_names_come_along(self, visitor):
        rows = {"contacts-0-kind": "data_breach", "contacts-0-email": "lek@vlieg.example", "aliases-0-name": "Vlieg"}
        page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg", **rows)
        assert "lek@vlieg.example" in page.text
        assert "Vlieg" in page.text

    def test_a_second_row_can_be_asked_for_without_losing_what_was_typed(self, visitor):
        page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg", more="contacts")
        assert dict(page.values())["name"] == "Lettervlieg"
        assert "contacts-1-email" in dict(page.values())

    @pytest.mark.parametrize(
        ("field", "typed"),
        [
            ("name", ""),
            ("name", "x" * 10_000),
            ("name", "Letter\x00vlieg"),
            ("kvk", "12AB5678"),
            ("website", "javascript:alert(1)"),
            ("country", "XX"),
            ("role", "baas"),
            ("contacts-0-email", "geen adres"),
            ("note", "x" * 5001),
        ],
    )
    def test_what_is_wrong_is_said_at_the_top_and_at_the_field(self, visitor, field, typed):
        page = visitor.submit("/leveranciers/nieuw", **{"name": "Lettervlieg", "city": "Zuiderveen", field: typed})
        assert page.status == 422
        assert len(page.errors) == 1
        link = page.tree.xpath("//section[contains(@class, 'errors')]//a/@href")[0]
        assert page.tree.xpath(f"//*[@id='{link[1:]}']")
        assert dict(page.values())["city"] == "Zuiderveen"

    @pytest.mark.parametrize("name", ["UITGEVERIJ DE KADE B.V.", "uitgeverij de káde"])
    def test_a_known_name_is_refused_at_its_field(self, kade, visitor, name):
        page = visitor.submit("/leveranciers/nieuw", name=name)
        assert page.status == 422
        assert "staat al in het register" in page.errors[0]

    def test_a_wrong_postcode_is_said_at_its_field(self, visitor):
        page = visitor.submit("/leveranciers/nieuw", name="Lettervlieg", postcode="58 31")
        assert page.tree.xpath("//section[contains(@class, 'errors')]//a/@href") == ["#postcode"]


class TestChanging:
    def test_a_row_is_taken_away(self, session, visitor):
        rows = {"aliases": [{"name": "Vlieg"}, {"name": "Letters"}]}
        number = add_supplier(session, {"name": "Lettervlieg", "country": "NL"}, rows).id
        visitor.submit(f"/leveranciers/{number}/wijzigen", **{"aliases-0-remove": "y"})
        session.expire_all()
        assert [alias.name for alias in session.get(Supplier, number).aliases] == ["Letters"]

    def test_the_second_saver_is_told_what_changed(self, kade, visitor):
        opened = visitor.open(f"/leveranciers/{kade}/wijzigen")
        visitor.submit(f"/leveranciers/{kade}/wijzigen", city="Zuiderveen")
        page = visitor.send(f"/leveranciers/{kade}/wijzigen", opened, city="Noorderveen")
        assert page.status == 409
        assert "Zuiderveen" in page.text
        assert visitor.send(f"/leveranciers/{kade}/wijzigen", page).status == 200
        assert "Noorderveen" in visitor.open(f"/leveranciers/{kade}").text


class TestTakingOutOfUse:
    def test_it_disappears_from_the_list_and_can_come_back(self, kade, visitor):
        page = visitor.submit(f"/leveranciers/{kade}/uit-gebruik")
        assert "Niet meer in gebruik" in page.text
        assert "Uitgeverij De Kade" not in visitor.open("/leveranciers/").text
        visitor.submit(f"/leveranciers/{kade}/weer-in-gebruik")
        assert "Uitgeverij De Kade" in visitor.open("/leveranciers/").text

    def test_it_is_refused_while_a_school_uses_a_product(self, use, kade, visitor):
        page = visitor.submit(f"/leveranciers/{kade}/uit-gebruik")
        assert page.status == 422
        assert "De Zandloper gebruikt Letterboot" in page.errors[0]
        assert page.tree.xpath(f"//main//a[@href='/gebruik/{use.id}/beeindigen']")

    @pytest.mark.parametrize("day", ["", "2027-02-29", "0202-01-01", "morgen"])
    def test_it_needs_a_day_that_exists(self, kade, visitor, day):
        page = visitor.submit(f"/leveranciers/{kade}/uit-gebruik", on=day)
        assert page.status == 422
        assert len(page.errors) == 1
