"""The screens of schools: the list, one school with its list for parents, and its form."""

from datetime import date, timedelta

import pytest

from registry.model import PrivacyAnnex
from registry.reference import facts
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.board import set_up_board
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import start_use

TODAY, AUGUST = date.today(), date(2025, 8, 1)
NASTY = "De <i>Zandloper</i> & Zn. 🙂"


@pytest.fixture
def school(session):
    return add_school(session, {"name": "De Zandloper", "city": "Zuiderveen"}).id


@pytest.fixture
def put(session, school):
    """Let De Zandloper use a product."""
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."}).id

    def put(name, **fields):
        product = add_product(session, supplier, {"name": name, "kind": "lt"})
        start_use(session, school, product.id, {"since": AUGUST, **fields})
        session.rollback()

    return put


class TestTheForm:
    def test_a_school_is_added_and_shown(self, visitor):
        page = visitor.submit("/scholen/nieuw", name="De Zandloper", site_code="99xx 01")
        assert page.heading == "De Zandloper"
        assert "99XX01" in page.text

    def test_one_school_after_another_can_be_added(self, visitor):
        page = visitor.submit("/scholen/nieuw", name="De Zandloper", another="yes")
        assert page.heading == "School toevoegen"
        assert "De Zandloper is toegevoegd." in page.text

    def test_the_next_school_starts_from_the_one_before_and_shows_which_are_there(self, visitor):
        typed = {"sector": "po", "contact_function": "de directie", "contact_email": "zandloper@school.example"}
        page = visitor.submit("/scholen/nieuw", name="De Zandloper", another="yes", **typed)
        values = dict(page.values())
        assert (values["sector"], values["contact_function"], values["contact_email"]) == ("po", "de directie", "")
        assert "Deze school staat er al: De Zandloper." in page.text

    def test_after_the_last_school_comes_the_next_first_step(self, visitor, session):
        set_up_board(session, {"name": "Stichting Getijden"})
        page = visitor.submit("/scholen/nieuw", name="De Zandloper")
        assert page.tree.xpath("//section[@class='next']//a/@href") == ["/leverancier-toevoegen/"]

    def test_a_wrong_site_code_keeps_what_was_typed(self, visitor):
        page = visitor.submit("/scholen/nieuw", name="De Zandloper", site_code="zomaar")
        assert page.status == 422
        assert dict(page.values())["name"] == "De Zandloper"
        assert len(page.errors) == 1

    def test_any_text_comes_back_as_it_was_typed(self, visitor):
        page = visitor.submit("/scholen/nieuw", name=NASTY, guide_note=NASTY)
        assert page.heading == NASTY
        assert NASTY in visitor.open("/scholen/").text

    @pytest.mark.parametrize(
        "typed", [{"name": "a" * 10_000}, {"name": ""}, {"pupils": "-1"}, {"pupils": "veel"}, {"postcode": "12"}]
    )
    def test_what_cannot_be_stored_is_refused_at_its_field(self, visitor, typed):
        page = visitor.submit("/scholen/nieuw", **{"name": "De Zandloper", **typed})
        assert page.status == 422
        assert len({error.split(":")[0] for error in page.errors}) == 1

    def test_the_second_saver_is_told_what_changed(self, visitor):
        visitor.submit("/scholen/nieuw", name="De Zandloper")
        opened = visitor.open("/scholen/1/wijzigen")
        visitor.submit("/scholen/1/wijzigen", name="De Zonnewijzer")
        page = visitor.send("/scholen/1/wijzigen", opened, city="Zuiderveen")
        assert page.status == 409
        assert "De Zonnewijzer" in page.text
        assert visitor.open("/scholen/1").heading == "De Zonnewijzer"
        again = visitor.send("/scholen/1/wijzigen", page)
        assert again.heading == "De Zandloper"
        assert "Zuiderveen" in again.text

    def test_a_school_that_uses_something_is_not_closed(self, put, visitor):
        put("Letters")
        page = visitor.submit("/scholen/1/wijzigen", closed_on=TODAY.isoformat())
        assert page.status == 422
        assert "nog 1 product" in page.errors[0]


class TestTheList:
    def test_an_empty_register_leads_to_the_first_school(self, visitor):
        assert "Voeg de eerste school toe" in visitor.open("/scholen/").text

    def test_it_tells_how_much_a_school_uses_and_what_is_missing(self, put, visitor):
        put("Letters", purpose_plain="Uw kind leest.")
        put("Cijfers")
        row = visitor.open("/scholen/").tree.xpath("//tbody/tr")[0]
        products, missing = (cell.text_content().strip() for cell in row.xpath("td")[2:])
        assert products == "2"
        assert missing.endswith("e-mailadres voor ouders en 1 tekst voor ouders")

    def test_a_closed_school_stands_apart(self, session, school, visitor):
        add_school(session, {"name": "De Klok", "closed_on": AUGUST})
        page = visitor.open("/scholen/")
        assert page.texts("//caption") == ["1 school", "Gesloten scholen"]

    def test_it_asks_the_same_few_questions_for_any_number_of_schools(self, session, put, visitor, questions):
        put("Letters")
        few = questions(lambda: visitor.open("/scholen/"))
        for number in range(5):
            start_use(session, add_school(session, {"name": f"School {number}"}).id, 1, {"since": AUGUST})
        session.rollback()
        assert questions(lambda: visitor.open("/scholen/")) == few <= 4


class TestOneSchool:
    def test_a_school_without_products_leads_to_the_ticks(self, school, visitor):
        page = visitor.open("/scholen/1")
        assert "Er staat nog niets in de lijst van De Zandloper." in page.text
        assert page.tree.xpath("//a[@href='/wie-gebruikt-wat/school/1']")

    def test_it_shows_the_list_as_parents_will_read_it(self, session, put, visitor):
        put("Letters", purpose_plain="Uw kind leest.")
        category, subject = next(iter(facts().data_categories)), next(iter(facts().data_subjects))
        rows = {"data": [{"category": category, "subjects": [subject]}], "storage": [{"country": "NL"}]}
        annex = propose_annex(session, PrivacyAnnex, 1, {"no_subprocessors": True}, rows)
        accept_annex(session, PrivacyAnnex, annex.id, AUGUST)
        session.rollback()
        page = visitor.open("/scholen/1")
        assert page.texts("//main//caption") == ["Leermiddelen en toetsen"]
        assert "Uw kind leest." in page.text
        assert "De Zandloper 1 product van 1 leverancier" in page.text
        assert page.texts("//tbody//span[@class='gap']") == []

    def test_a_gap_in_a_row_leads_to_where_it_is_mended(self, put, visitor):
        put("Letters")
        links = visitor.open("/scholen/1").tree.xpath("//tbody//a[span[@class='gap']]/@href")
        assert links[0] == "/producten/1/wijzigen?terug=/scholen/1#purpose_plain"
        assert len(links) == 4

    def test_what_parents_do_not_read_stands_below_the_list(self, session, put, visitor):
        put("Verborgen", in_guide=False)
        put("Later", since=TODAY + timedelta(days=9))
        put("Vroeger", until=date(2025, 12, 31))
        page = visitor.open("/scholen/1")
        assert page.texts("//main//h3") == [
            "In gebruik, maar niet in de schoolgids",
            "Gaat nog beginnen",
            "Niet meer in gebruik",
        ]

    def test_a_long_list_comes_in_pages_and_its_numbers_are_of_all_of_it(self, put, visitor, monkeypatch):
        monkeypatch.setattr("registry.web.paging.SIZE", 2)
        for name in ("Letters", "Cijfers", "Klanken"):
            put(name)
        put("Foto", guide_heading="photo_video")
        pages = [visitor.open(f"/scholen/1?page={number}") for number in (1, 2)]
        assert [page.texts("//tbody//th/a") for page in pages] == [["Cijfers", "Klanken"], ["Letters", "Foto"]]
        assert [len(page.texts("//main//caption")) for page in pages] == [1, 2]
        assert all("4 producten van 1 leverancier" in page.text for page in pages)
        assert "3 tot en met 4 van 4" in pages[1].text

    def test_a_closed_school_says_so(self, session, school, visitor):
        edit_school(session, school, 1, {"closed_on": AUGUST})
        assert "Deze school is gesloten sinds 1 augustus 2025." in visitor.open("/scholen/1").text

    @pytest.mark.parametrize("number", ["2", "0", "-1", "x", "99999999999999999999"])
    def test_an_unknown_school_is_not_found(self, school, visitor, number):
        assert visitor.open(f"/scholen/{number}").status == 404
