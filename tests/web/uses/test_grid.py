"""The screen "wie gebruikt wat": ticking, looking it over and saving."""

from datetime import date, timedelta

import pytest

from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product, retire_product
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.web.ticking import ALL, AUGUST, TODAY, ticks, uses

LATER = (TODAY + timedelta(days=30)).isoformat()


class TestTheGrid:
    def test_an_empty_register_leads_to_its_first_school(self, visitor):
        page = visitor.open(ALL)
        assert "Er staat nog geen school in het register." in page.text

    def test_a_register_without_products_leads_to_its_first_supplier(self, session, visitor):
        add_school(session, {"name": "De Klok"})
        assert "Er staat nog geen product in het register." in visitor.open(ALL).text

    def test_it_shows_every_school_and_every_product_by_kind(self, three_schools, visitor):
        page = visitor.open(ALL)
        assert page.texts("//thead//th") == ["Product", "De Klok", "De Zandloper", "De Zonnewijzer"]
        assert page.texts("//tr[@class='band']") == ["Leermiddel of toets", "School- en leerlinginformatie"]
        assert ticks(page) == ["1-1"]
        assert "sinds 08‑2025" in page.text

    def test_a_box_is_named_by_its_product_and_its_school(self, three_schools, visitor):
        page = visitor.open(ALL)
        heads = page.tree.xpath("//input[@value='2-1']/@aria-labelledby")[0].split()
        assert [page.texts(f"//*[@id='{head}']")[0] for head in heads] == ["Letters Lettervlieg B.V.", "De Zandloper"]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [("zoek=letters", ["Letters"]), ("zoek=LETTERVLIEG", ["Cijfers", "Letters"]), ("soort=sli", ["Cijfers"])],
    )
    def test_it_is_narrowed_by_words_and_kind(self, three_schools, visitor, asked, found):
        assert sorted(visitor.open(f"{ALL}?{asked}").texts("//tbody//th/a")) == found

    @pytest.mark.parametrize("asked", ["zoek=%25", "zoek=_", "zoek=zomaar", "soort=zomaar", "soort=%3Cb%3E"])
    def test_what_is_not_there_is_not_found(self, three_schools, visitor, asked):
        page = visitor.open(f"{ALL}?{asked}")
        assert page.status == 200
        assert "Geen product of leverancier past bij wat u zoekt." in page.text

    @pytest.mark.parametrize("asked", ["zoek=%00", "soort=%00", "zoek=" + "a" * 10_000])
    def test_words_that_nobody_can_look_for_get_a_sentence(self, three_schools, visitor, asked):
        assert visitor.open(f"{ALL}?{asked}").status == 422

    def test_a_product_out_of_use_is_not_to_be_ticked(self, three_schools, visitor):
        retire_product(three_schools, 2, AUGUST)
        assert visitor.open(ALL).texts("//tbody//th/a") == ["Letters"]

    def test_it_asks_the_database_the_same_few_questions_at_any_size(self, three_schools, visitor, questions):
        few = questions(lambda: visitor.open(ALL))
        for number in range(5):
            product = add_product(three_schools, 1, {"name": f"Product {number}"})
            start_use(three_schools, 2, product.id, {"since": AUGUST})
        three_schools.rollback()
        assert questions(lambda: visitor.open(ALL)) == few <= 6


class TestTicking:
    def test_nothing_is_saved_before_it_was_looked_over(self, three_schools, visitor):
        page = visitor.submit(ALL, uses=["1-1", "2-1"])
        assert page.heading == "Klopt dit?"
        assert len(uses(three_schools)) == 1

    def test_it_tells_exactly_what_starts_and_what_ends(self, three_schools, visitor):
        page = visitor.submit(ALL, uses=["2-1", "3-1", "2-2"], on=LATER)
        starts, ends = page.tree.xpath("//main//ul")
        assert [item.text_content() for item in starts] == [
            "Cijfers: De Zandloper",
            "Letters: De Zandloper en De Zonnewijzer",
        ]
        assert [item.text_content() for item in ends] == ["Letters: De Klok"]

    def test_what_was_looked_over_is_done(self, three_schools, visitor):
        page = visitor.send(ALL, visitor.submit(ALL, uses=["2-1"], on="2026-01-15"))
        assert "Bewaard: 1 vinkje erbij, 1 vinkje weg." in page.text
        day = date(2026, 1, 15)
        assert uses(three_schools) == [(1, 1, AUGUST, day), (2, 1, day, None)]

    def test_a_start_outside_the_term_of_the_agreement_is_saved_with_a_notice(self, three_schools, visitor):
        fields = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "ends_on": TODAY, "renewal": Renewal.NONE}
        add_agreement(three_schools, 1, fields, {"products": [{"product_id": 1}]})
        three_schools.rollback()
        page = visitor.send(ALL, visitor.submit(ALL, uses=["1-1", "2-1", "2-2"], on=LATER))
        assert page.texts("//div[contains(@class, 'notice warning')]/p")[0].endswith("geen overeenkomst voor Letters.")
        assert len(uses(three_schools)) == 3

    def test_ticks_that_change_nothing_are_saved_at_once(self, three_schools, visitor):
        told = visitor.submit(ALL).texts("//div[@role='status']/div[@class='notice info']")
        assert told == ["Goed om te weten Er is niets veranderd."]

    def test_going_back_keeps_the_ticks_and_the_day(self, three_schools, visitor):
        page = visitor.send(ALL, visitor.submit(ALL, uses=["2-1"], on=LATER), back="yes")
        assert ticks(page) == ["2-1"]
        assert dict(page.values())["on"] == LATER
        again = visitor.send(ALL, page)
        assert "1 vinkje erbij" in again.text
        assert "1 vinkje weg" in again.text

    def test_what_a_filter_hides_is_left_alone(self, three_schools, visitor):
        start_use(three_schools, 2, 2, {"since": AUGUST})
        three_schools.rollback()
        address = f"{ALL}?soort=lt"
        visitor.send(address, visitor.submit(address, uses=[]), follow=False)
        assert [until is None for *_, until in uses(three_schools)] == [False, True]

    @pytest.mark.parametrize("wrong", ["", "2027-02-29", "31-12-2026", "1989-12-31", "2101-01-01", "gisteren"])
    def test_a_wrong_day_keeps_the_ticks(self, three_schools, visitor, wrong):
        page = visitor.submit(ALL, uses=["2-1"], on=wrong)
        assert page.status == 422
        assert len(page.errors) == 1
        assert ticks(page) == ["2-1"]

    def test_an_end_before_the_start_is_told_and_keeps_the_ticks(self, three_schools, visitor):
        page = visitor.submit(ALL, uses=["2-1"], on="2025-07-01")
        assert page.status == 422
        assert (
            page.errors[0] == "De Klok gebruikt Letters pas sinds 1 augustus 2025; de laatste dag kan niet eerder zijn."
        )
        assert ticks(page) == ["2-1"]
        assert uses(three_schools) == [(1, 1, AUGUST, None)]

    @pytest.mark.parametrize("sent", [{"uses": "1"}, {"uses": "1-x"}, {"known": "1-1"}, {"uses": "1-99999999999"}])
    def test_a_forged_form_is_refused(self, three_schools, visitor, sent):
        assert visitor.submit(ALL, **sent).status == 400

    @pytest.mark.parametrize("sent", [{"uses": "9-1"}, {"uses": "1-9"}, {"uses": [], "known": "1-1-9-1"}])
    def test_a_mark_for_something_unknown_is_not_found(self, three_schools, visitor, sent):
        assert visitor.submit(ALL, **sent).status == 404
