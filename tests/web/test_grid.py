"""The screen "wie gebruikt wat": ticking, looking it over, saving, and what others did meanwhile."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import Use
from registry.services.products import add_product, retire_product
from registry.services.schools import add_school
from registry.services.suppliers import add_supplier
from registry.services.uses import edit_use, end_use, start_use

ALL = "/wie-gebruikt-wat/"
TODAY, AUGUST = date.today(), date(2025, 8, 1)
LATER = (TODAY + timedelta(days=30)).isoformat()


@pytest.fixture
def cast(session):
    """De Klok (1), De Zandloper (2), De Zonnewijzer (3); Letters (1), Cijfers (2); De Klok uses Letters."""
    for name in ("De Klok", "De Zandloper", "De Zonnewijzer"):
        add_school(session, {"name": name})
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    add_product(session, supplier.id, {"name": "Letters", "kind": "lt"})
    add_product(session, supplier.id, {"name": "Cijfers", "kind": "sli"})
    start_use(session, 1, 1, {"since": AUGUST})
    session.rollback()
    return session


def uses(session):
    """Every use as (school, product, since, until)."""
    found = session.scalars(select(Use).order_by(Use.id)).all()
    told = [(use.school_id, use.product_id, use.since, use.until) for use in found]
    session.rollback()
    return told


def ticks(page):
    return [value for name, value in page.values() if name == "uses"]


class TestTheGrid:
    def test_an_empty_register_leads_to_its_first_school(self, visitor):
        page = visitor.open(ALL)
        assert "Er staat nog geen school in het register." in page.text

    def test_a_register_without_products_leads_to_its_first_supplier(self, session, visitor):
        add_school(session, {"name": "De Klok"})
        assert "Er staat nog geen product in het register." in visitor.open(ALL).text

    def test_it_shows_every_school_and_every_product_by_kind(self, cast, visitor):
        page = visitor.open(ALL)
        assert page.texts("//thead//th") == ["Product", "De Klok", "De Zandloper", "De Zonnewijzer"]
        assert page.texts("//tr[@class='band']") == ["Leermiddel of toets", "School- en leerlinginformatie"]
        assert ticks(page) == ["1-1"]
        assert "sinds 08‑2025" in page.text

    def test_a_box_is_named_by_its_product_and_its_school(self, cast, visitor):
        page = visitor.open(ALL)
        heads = page.tree.xpath("//input[@value='2-1']/@aria-labelledby")[0].split()
        assert [page.texts(f"//*[@id='{head}']")[0] for head in heads] == ["Letters Lettervlieg B.V.", "De Zandloper"]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [("zoek=letters", ["Letters"]), ("zoek=LETTERVLIEG", ["Cijfers", "Letters"]), ("soort=sli", ["Cijfers"])],
    )
    def test_it_is_narrowed_by_words_and_kind(self, cast, visitor, asked, found):
        assert sorted(visitor.open(f"{ALL}?{asked}").texts("//tbody//th/a")) == found

    @pytest.mark.parametrize("asked", ["zoek=%25", "zoek=_", "zoek=zomaar", "soort=zomaar", "soort=%3Cb%3E"])
    def test_what_is_not_there_is_not_found(self, cast, visitor, asked):
        page = visitor.open(f"{ALL}?{asked}")
        assert page.status == 200
        assert "Geen product of leverancier past bij wat u zoekt." in page.text

    def test_a_product_out_of_use_is_not_to_be_ticked(self, cast, visitor):
        retire_product(cast, 2, AUGUST)
        assert visitor.open(ALL).texts("//tbody//th/a") == ["Letters"]

    def test_it_asks_the_database_the_same_few_questions_at_any_size(self, cast, visitor, questions):
        few = questions(lambda: visitor.open(ALL))
        for number in range(5):
            product = add_product(cast, 1, {"name": f"Product {number}"})
            start_use(cast, 2, product.id, {"since": AUGUST})
        cast.rollback()
        assert questions(lambda: visitor.open(ALL)) == few <= 6


class TestTicking:
    def test_nothing_is_saved_before_it_was_looked_over(self, cast, visitor):
        page = visitor.submit(ALL, uses=["1-1", "2-1"])
        assert page.heading == "Klopt dit?"
        assert len(uses(cast)) == 1

    def test_it_tells_exactly_what_starts_and_what_ends(self, cast, visitor):
        page = visitor.submit(ALL, uses=["2-1", "3-1", "2-2"], on=LATER)
        starts, ends = page.tree.xpath("//main//ul")
        assert [item.text_content() for item in starts] == [
            "Cijfers: De Zandloper",
            "Letters: De Zandloper en De Zonnewijzer",
        ]
        assert [item.text_content() for item in ends] == ["Letters: De Klok"]

    def test_what_was_looked_over_is_done(self, cast, visitor):
        page = visitor.send(ALL, visitor.submit(ALL, uses=["2-1"], on="2026-01-15"))
        assert "Bewaard: 1 vinkje erbij, 1 vinkje weg." in page.text
        day = date(2026, 1, 15)
        assert uses(cast) == [(1, 1, AUGUST, day), (2, 1, day, None)]

    def test_ticks_that_change_nothing_are_saved_at_once(self, cast, visitor):
        assert "Er is niets veranderd." in visitor.submit(ALL).text

    def test_going_back_keeps_the_ticks_and_the_day(self, cast, visitor):
        page = visitor.send(ALL, visitor.submit(ALL, uses=["2-1"], on=LATER), back="yes")
        assert ticks(page) == ["2-1"]
        assert dict(page.values())["on"] == LATER
        again = visitor.send(ALL, page)
        assert "1 vinkje erbij" in again.text
        assert "1 vinkje weg" in again.text

    def test_what_a_filter_hides_is_left_alone(self, cast, visitor):
        start_use(cast, 2, 2, {"since": AUGUST})
        cast.rollback()
        address = f"{ALL}?soort=lt"
        visitor.send(address, visitor.submit(address, uses=[]), follow=False)
        assert [until is None for *_, until in uses(cast)] == [False, True]

    @pytest.mark.parametrize("wrong", ["", "2027-02-29", "31-12-2026", "1989-12-31", "2101-01-01", "gisteren"])
    def test_a_wrong_day_keeps_the_ticks(self, cast, visitor, wrong):
        page = visitor.submit(ALL, uses=["2-1"], on=wrong)
        assert page.status == 422
        assert len(page.errors) == 1
        assert ticks(page) == ["2-1"]

    def test_an_end_before_the_start_is_told_and_keeps_the_ticks(self, cast, visitor):
        page = visitor.submit(ALL, uses=["2-1"], on="2025-07-01")
        assert page.status == 422
        assert page.errors[0] == "De Klok gebruikt Letters pas sinds 01-08-2025; de laatste dag kan niet eerder zijn."
        assert ticks(page) == ["2-1"]
        assert uses(cast) == [(1, 1, AUGUST, None)]

    @pytest.mark.parametrize("sent", [{"uses": "1"}, {"uses": "1-x"}, {"known": "1-1"}, {"uses": "1-99999999999"}])
    def test_a_forged_form_is_refused(self, cast, visitor, sent):
        assert visitor.submit(ALL, **sent).status == 400

    @pytest.mark.parametrize("sent", [{"uses": "9-1"}, {"uses": "1-9"}, {"uses": [], "known": "1-1-9-1"}])
    def test_a_mark_for_something_unknown_is_not_found(self, cast, visitor, sent):
        assert visitor.submit(ALL, **sent).status == 404


class TestMeanwhile:
    def test_what_another_ticked_meanwhile_stays(self, cast, visitor):
        opened = visitor.open(ALL)
        start_use(cast, 3, 2, {"since": TODAY})
        cast.rollback()
        visitor.send(ALL, visitor.send(ALL, opened, uses=["1-1", "2-1"]))
        assert sorted((school, product) for school, product, *_ in uses(cast)) == [(1, 1), (2, 1), (3, 2)]

    def test_who_wants_to_start_what_another_started_is_told(self, cast, visitor):
        opened = visitor.open(ALL)
        start_use(cast, 2, 1, {"since": AUGUST})
        cast.rollback()
        page = visitor.send(ALL, opened, uses=["1-1", "2-1", "2-2"])
        assert page.status == 409
        assert "De Zandloper gebruikt Letters intussen al, sinds 01-08-2025." in page.text
        assert "Cijfers: De Zandloper" in page.text
        visitor.send(ALL, page)
        assert len(uses(cast)) == 3

    def test_who_wants_to_end_what_another_changed_is_told_and_asked_again(self, cast, visitor):
        confirm = visitor.submit(ALL, uses=[])
        edit_use(cast, 1, 1, {"groups": "groep 3"})
        cast.rollback()
        page = visitor.send(ALL, confirm)
        assert page.status == 409
        assert "Groepen of klassen" in page.text
        assert uses(cast)[0][3] is None
        visitor.send(ALL, page)
        assert uses(cast)[0][3] == TODAY

    def test_who_wants_to_end_what_another_ended_is_told(self, cast, visitor):
        opened = visitor.open(ALL)
        end_use(cast, 1, date(2025, 12, 31))
        cast.rollback()
        page = visitor.send(ALL, opened, uses=[])
        assert page.status == 409
        assert "Verder hoeft er niets te veranderen." in page.text
        assert "Er is niets veranderd." in visitor.send(ALL, page).text
        assert uses(cast)[0][3] == date(2025, 12, 31)


class TestTheLists:
    def test_one_school_has_a_list_of_all_products(self, cast, visitor):
        page = visitor.open(f"{ALL}school/2")
        assert page.heading == "Wat gebruikt De Zandloper?"
        assert page.texts("//form//label[starts-with(@for, 'u-')]") == ["Letters", "Cijfers"]

    def test_one_product_has_a_list_of_all_schools(self, cast, visitor):
        page = visitor.open(f"{ALL}product/1")
        assert page.texts("//form//label[starts-with(@for, 'u-')]") == ["De Klok", "De Zandloper", "De Zonnewijzer"]
        assert ticks(page) == ["1-1"]

    def test_all_schools_are_ticked_at_once_but_not_saved(self, cast, visitor):
        page = visitor.submit(f"{ALL}product/1", all="yes")
        assert ticks(page) == ["1-1", "2-1", "3-1"]
        assert len(uses(cast)) == 1
        assert "2 vinkjes erbij" in visitor.send(f"{ALL}product/1", page).text

    def test_all_ticks_of_a_school_are_cleared_at_once_but_not_saved(self, cast, visitor):
        page = visitor.submit(f"{ALL}school/1", all="no")
        assert ticks(page) == []
        assert "Letters: De Klok" in visitor.send(f"{ALL}school/1", page).text

    def test_a_list_saves_as_the_grid_does(self, cast, visitor):
        address = f"{ALL}school/2"
        page = visitor.send(address, visitor.submit(address, uses=["2-1", "2-2"]))
        assert "Bewaard: 2 vinkjes erbij, 0 vinkjes weg." in page.text
        assert page.heading == "Wat gebruikt De Zandloper?"

    @pytest.mark.parametrize("address", ["school/9", "product/9", "school/0", "school/99999999999999999999"])
    def test_an_unknown_school_or_product_is_not_found(self, cast, visitor, address):
        assert visitor.open(ALL + address).status == 404
