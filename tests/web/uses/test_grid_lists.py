"""What others did meanwhile to the grid, and its lists per school and per product."""

from datetime import date, timedelta

import pytest

from registry.services.uses.schools import add_school
from registry.services.uses.uses import edit_use, end_use, start_use
from tests.web.ticking import ALL, AUGUST, TODAY, ticks, uses


class TestMeanwhile:
    def test_what_another_ticked_meanwhile_stays(self, three_schools, visitor):
        opened = visitor.open(ALL)
        start_use(three_schools, 3, 2, {"since": TODAY})
        three_schools.rollback()
        visitor.send(ALL, visitor.send(ALL, opened, uses=["1-1", "2-1"]))
        assert sorted((school, product) for school, product, *_ in uses(three_schools)) == [(1, 1), (2, 1), (3, 2)]

    def test_who_wants_to_start_what_another_started_is_told(self, three_schools, visitor):
        opened = visitor.open(ALL)
        start_use(three_schools, 2, 1, {"since": AUGUST})
        three_schools.rollback()
        page = visitor.send(ALL, opened, uses=["1-1", "2-1", "2-2"])
        assert page.status == 409
        assert "De Zandloper gebruikt Letters intussen al, sinds 1 augustus 2025." in page.text
        assert "Cijfers: De Zandloper" in page.text
        visitor.send(ALL, page)
        assert len(uses(three_schools)) == 3

    def test_who_wants_to_end_what_another_changed_is_told_and_asked_again(self, three_schools, visitor):
        confirm = visitor.submit(ALL, uses=[])
        edit_use(three_schools, 1, 1, {"groups": "groep 3"})
        three_schools.rollback()
        page = visitor.send(ALL, confirm)
        assert page.status == 409
        assert "Groepen of klassen" in page.text
        assert uses(three_schools)[0][3] is None
        visitor.send(ALL, page)
        assert uses(three_schools)[0][3] == TODAY

    def test_who_wants_to_end_what_another_ended_is_told(self, three_schools, visitor):
        opened = visitor.open(ALL)
        end_use(three_schools, 1, date(2025, 12, 31))
        three_schools.rollback()
        page = visitor.send(ALL, opened, uses=[])
        assert page.status == 409
        assert "Verder hoeft er niets te veranderen." in page.text
        assert "Er is niets veranderd." in visitor.send(ALL, page).text
        assert uses(three_schools)[0][3] == date(2025, 12, 31)


class TestTheLists:
    def test_one_school_has_a_list_of_all_products(self, three_schools, visitor):
        page = visitor.open(f"{ALL}school/2")
        assert page.heading == "Wat gebruikt De Zandloper?"
        assert page.texts("//form//label[starts-with(@for, 'u-')]") == ["Letters", "Cijfers"]

    def test_one_product_has_a_list_of_all_schools(self, three_schools, visitor):
        page = visitor.open(f"{ALL}product/1")
        assert page.texts("//form//label[starts-with(@for, 'u-')]") == ["De Klok", "De Zandloper", "De Zonnewijzer"]
        assert ticks(page) == ["1-1"]

    def test_a_closed_school_has_nothing_to_tick(self, three_schools, visitor):
        number = add_school(three_schools, {"name": "De Oude Haven", "closed_on": AUGUST}).id
        page = visitor.open(f"{ALL}school/{number}")
        assert "Deze school is gesloten." in page.text
        assert page.tree.xpath("//input[@name='uses']") == []

    def test_all_schools_are_ticked_at_once_but_not_saved(self, three_schools, visitor):
        page = visitor.submit(f"{ALL}product/1", all="yes")
        assert ticks(page) == ["1-1", "2-1", "3-1"]
        assert len(uses(three_schools)) == 1
        assert "2 vinkjes erbij" in visitor.send(f"{ALL}product/1", page).text

    def test_all_ticks_of_a_school_are_cleared_at_once_but_not_saved(self, three_schools, visitor):
        page = visitor.submit(f"{ALL}school/1", all="no")
        assert ticks(page) == []
        assert "Letters: De Klok" in visitor.send(f"{ALL}school/1", page).text

    def test_a_list_saves_as_the_grid_does(self, three_schools, visitor):
        address = f"{ALL}school/2"
        page = visitor.send(address, visitor.submit(address, uses=["2-1", "2-2"]))
        assert "Bewaard: 2 vinkjes erbij, 0 vinkjes weg." in page.text
        assert page.heading == "Wat gebruikt De Zandloper?"

    @pytest.mark.parametrize("address", ["school/9", "product/9", "school/0", "school/99999999999999999999"])
    def test_an_unknown_school_or_product_is_not_found(self, three_schools, visitor, address):
        assert visitor.open(ALL + address).status == 404


class TestCopying:
    """A school takes over the ticks of another, or its own of a year ago; nothing is saved by it."""

    def test_the_ticks_of_another_school_come_beside_its_own(self, three_schools, visitor):
        start_use(three_schools, 2, 2, {"since": AUGUST})
        three_schools.rollback()
        page = visitor.submit(f"{ALL}school/2", copy="yes", source="1")
        assert ticks(page) == ["2-1", "2-2"]
        assert len(uses(three_schools)) == 2
        assert "1 vinkje erbij" in visitor.send(f"{ALL}school/2", page).text

    def test_what_it_used_a_year_ago_comes_back(self, three_schools, visitor):
        start_use(three_schools, 2, 2, {"since": date(TODAY.year - 2, 8, 1)})
        end_use(three_schools, 2, TODAY - timedelta(days=30))
        three_schools.rollback()
        assert ticks(visitor.submit(f"{ALL}school/2", copy="yes", source="vorig-jaar")) == ["2-2"]

    def test_what_was_ticked_or_cleared_by_hand_stays_so(self, three_schools, visitor):
        page = visitor.submit(f"{ALL}school/1", uses=["1-2"], copy="yes", source="3")
        assert ticks(page) == ["1-2"]

    @pytest.mark.parametrize(("source", "status"), [("9", 200), ("x", 400), ("", 400), ("1-1", 400)])
    def test_a_source_that_is_none_copies_nothing(self, three_schools, visitor, source, status):
        page = visitor.submit(f"{ALL}school/2", copy="yes", source=source)
        assert page.status == status
        assert len(uses(three_schools)) == 1
