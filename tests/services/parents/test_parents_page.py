"""The public page of a school: on or off, its address, and what stands on it."""

import pytest
from sqlalchemy import select

from registry import access
from registry.access import Right, Viewer
from registry.errors import AlreadyExists, BrokenRule, ChangedMeanwhile, NotFound, RegisterError
from registry.model import AuditEvent, PageAddress
from registry.model.parents_page import ALL_PARTS, Part
from registry.services.parents.parents_page import proposed_slug, set_parents_page
from registry.services.uses.schools import add_school
from tests.complete_register import SINCE, TODAY


@pytest.fixture
def school(session):
    return add_school(session, {"name": "Basisschool 't Zandløper & Zn."})


def set_page(session, school, seen=0, **fields):
    return set_parents_page(session, school.id, seen, fields, TODAY)


def addresses(session):
    return list(session.scalars(select(PageAddress.slug).order_by(PageAddress.id)))


def test_a_new_page_is_off_with_everything_on_it_at_the_schools_name(session, school):
    page = set_page(session, school)
    assert (page.is_on, page.parts) == (False, ALL_PARTS)
    assert page.slug == "basisschool-t-zandloper-en-zn"


def test_what_was_proposed_is_not_kept_until_something_else_is_wanted(session, school):
    assert set_page(session, school, is_on=False, parts=ALL_PARTS).id is None
    assert (set_page(session, school, is_on=True).id, addresses(session)) == (1, ["basisschool-t-zandloper-en-zn"])


def test_a_second_school_of_the_same_name_gets_a_number(session, school):
    set_page(session, school, is_on=True)
    other = add_school(session, {"name": school.name})
    assert set_page(session, other).slug == "basisschool-t-zandloper-en-zn-2"


@pytest.mark.parametrize("name", ["学校", "CON", "a" * 200, "-", "x" * 69 + " 's"])
def test_any_name_gives_an_address_that_may_be_stored(session, name):
    school = add_school(session, {"name": name})
    assert (
        set_page(session, school, is_on=True).slug == proposed_slug(session, add_school(session, {"name": name}))[:-2]
    )


def test_an_earlier_address_stays_the_pages_own(session, school):
    set_page(session, school, slug="zand")
    page = set_page(session, school, 1, slug="loper")
    assert (page.slug, addresses(session)) == ("loper", ["zand", "loper"])
    other = add_school(session, {"name": "De Klok"})
    with pytest.raises(AlreadyExists) as caught:
        set_page(session, other, slug="zand")
    assert caught.value.field == "slug"


def test_a_page_may_go_back_to_its_earlier_address(session, school):
    for seen, slug in enumerate(["zand", "loper", "zand"]):
        page = set_page(session, school, seen, slug=slug)
    assert (page.slug, addresses(session)) == ("zand", ["zand", "loper"])


@pytest.mark.parametrize("slug", ["", "de zandloper", "-a", "a--b", "a/b", "a.json", "é", "a" * 81, "<b>", "a\x00"])
def test_what_is_no_address_is_refused(session, school, slug):
    with pytest.raises(RegisterError) as caught:
        set_page(session, school, slug=slug)
    session.rollback()
    assert caught.value.field == "slug"
    assert addresses(session) == []


def test_ticks_in_another_order_are_no_change(session, school):
    set_page(session, school, parts=["link", "data"])
    page = set_page(session, school, 1, parts=["data", "link"])
    assert page.shown == {Part.DATA, Part.LINK}
    assert [line.new for line in session.scalars(select(AuditEvent).where(AuditEvent.field == "parts"))] == [
        "data link"
    ]


def test_what_is_no_part_is_not_kept(session, school):
    assert set_page(session, school, parts=["data", "note", "Data"]).parts == ("data",)


def test_a_closed_school_is_not_switched_on(session):
    closed = add_school(session, {"name": "De Klok", "closed_on": SINCE})
    with pytest.raises(BrokenRule) as caught:
        set_page(session, closed, is_on=True)
    assert caught.value.field == "is_on"


def test_the_second_saver_is_told(session, school):
    set_page(session, school, is_on=True)
    with pytest.raises(ChangedMeanwhile) as caught:
        set_page(session, school, slug="zand")
    assert ("Ouders kunnen de pagina zien", "", "ja") in caught.value.changes


def test_the_history_tells_who_switched_it_on(session, school):
    set_page(session, school, is_on=True)
    line = session.scalar(select(AuditEvent).where(AuditEvent.record == "parents_page", AuditEvent.field == "is_on"))
    assert (line.who, line.why, line.new) == ("ingebouwde beheerder", "openbare pagina ingesteld", "True")


def test_another_schools_page_cannot_be_set(session, school):
    add_school(session, {"name": "De Klok"})
    session.expunge_all()
    access.bind(session, Viewer("coördinator", frozenset(Right), frozenset({2})))
    with pytest.raises(NotFound):
        set_parents_page(session, 1, 0, {"is_on": True}, TODAY)
