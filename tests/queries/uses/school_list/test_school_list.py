"""The supplier list of a school: who stands in it, and in which order."""

from datetime import timedelta

import pytest

from registry import access
from registry.access import Right, Viewer
from registry.errors import NotFound
from registry.model.supplier import PartyRole
from registry.queries.uses.school_list import school_list
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use
from tests.complete_register import TODAY


def names(found):
    return [row.product for row in found.rows]


def test_two_schools_have_their_own_lists(session, zandloper, put):
    klok = add_school(session, {"name": "De Klok"})
    put("Letters")
    put("Sommen", school=klok)
    assert names(school_list(session, zandloper.id, TODAY)) == ["Letters"]
    assert names(school_list(session, klok.id, TODAY)) == ["Sommen"]


def test_a_use_that_ended_yesterday_is_gone_and_was_there_yesterday(session, zandloper, put):
    end_use(session, put("Letters").id, TODAY - timedelta(days=1))
    assert names(school_list(session, zandloper.id, TODAY)) == []
    assert names(school_list(session, zandloper.id, TODAY - timedelta(days=1))) == ["Letters"]


def test_a_use_that_starts_tomorrow_is_not_there_yet(session, zandloper, put):
    put("Letters", since=TODAY + timedelta(days=1))
    assert school_list(session, zandloper.id, TODAY).is_empty


def test_a_use_outside_the_guide_is_left_out(session, zandloper, put):
    put("Letters", in_guide=False)
    assert names(school_list(session, zandloper.id, TODAY)) == []


def test_headings_come_in_their_order_then_own_order_then_name(session, zandloper, put):
    for product, fields in {
        "Ster": {"kind": "communication"},
        "aap": {},
        "Boom": {},
        "Zon": {"guide_order": -1},
    }.items():
        put(product, **fields)
    found = school_list(session, zandloper.id, TODAY)
    assert [group.heading for group in found.groups] == ["Leermiddelen en toetsen", "Communicatie"]
    assert names(found) == ["Zon", "aap", "Boom", "Ster"]


def test_a_legal_recipient_stands_apart_with_its_ground(session, zandloper, put):
    put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT, kind="sli", legal_basis="legal_obligation")
    found = school_list(session, zandloper.id, TODAY)
    assert found.groups == ()
    assert (found.recipients[0].row.supplier, found.recipients[0].row.ground) == ("DUO", "Wettelijke verplichting")


def test_an_independent_controller_stands_apart_unless_the_board_gave_it_a_heading(session, zandloper, put):
    put("Zorg", "Samenwerkingsverband", role=PartyRole.INDEPENDENT_CONTROLLER, kind="other")
    put("Boeken", "Uitgeverij De Kade", role=PartyRole.INDEPENDENT_CONTROLLER)
    found = school_list(session, zandloper.id, TODAY)
    assert [row.product for _, row in found.recipients] == ["Zorg"]
    assert [group.heading for group in found.groups] == ["Leermiddelen en toetsen"]


def test_only_learning_materials_leaves_the_rest_and_recipients_out(session, zandloper, put):
    put("Letters")
    put("Rooster", kind="sli")
    put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT, kind="other")
    assert names(school_list(session, zandloper.id, TODAY, only_learning_materials=True)) == ["Letters"]


def test_another_viewers_school_does_not_exist(session, zandloper):
    session.expunge_all()
    access.bind(session, Viewer("coördinator", frozenset(Right), frozenset({99})))
    with pytest.raises(NotFound):
        school_list(session, 1, TODAY)


def test_the_number_of_queries_does_not_grow_with_the_list(session, zandloper, put, describe):
    from sqlalchemy import event

    def statements():
        seen = []
        session.expire_all()
        bind = session.get_bind()
        event.listen(bind, "before_cursor_execute", listener := lambda *call: seen.append(call[2]))
        school_list(session, zandloper.id, TODAY)
        event.remove(bind, "before_cursor_execute", listener)
        return len(seen)

    for number in range(2):
        describe(put(f"Letters {number}", f"Leverancier {number}").product, data=[{"category": "9"}])
    few = statements()
    for number in range(2, 12):
        describe(put(f"Letters {number}", f"Leverancier {number}").product, data=[{"category": "9"}])
    assert statements() == few
