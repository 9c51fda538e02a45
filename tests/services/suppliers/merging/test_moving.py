"""Two suppliers that are one: everything moves."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.database import change
from registry.model import Action, AuditEvent, ProductParty, SignalSilence, Supplier
from registry.model.product import Part
from registry.model.supplier import ContactKind, CovenantStatus
from registry.queries.suppliers.merging import plan_merge
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier, retire_supplier
from registry.services.year.actions import add_action


def suppliers(session):
    return [supplier.name for supplier in session.scalars(select(Supplier))]


MARCH = date(2026, 3, 1)


class TestEverythingMoves:
    def test_one_supplier_is_left(self, session, merge):
        merge()
        assert suppliers(session) == ["Uitgeverij De Kade"]

    def test_all_that_hung_on_the_other_hangs_on_the_one(self, merge):
        kade = merge()
        assert [product.name for product in kade.products] == ["Letterboot", "Rekenrek"]
        assert len(kade.agreements) == len(kade.external_reviews) == 1
        assert kade.covenant_status(MARCH) is CovenantStatus.PARTICIPANT
        assert {contact.kind for contact in kade.contacts} == {ContactKind.PRIVACY, ContactKind.DATA_BREACH}

    def test_actions_about_the_other_go_along(self, session, emptied, merge):
        add_action(session, {"what": "Bel", "product_id": emptied.products[0].id})
        kade = merge()
        assert [action.supplier_id for action in session.scalars(select(Action))] == [kade.id]

    def test_who_saw_a_product_or_agreement_before_has_to_look_again(self, merge):
        kade = merge()
        assert [(product.name, product.version) for product in kade.products] == [("Letterboot", 1), ("Rekenrek", 2)]
        assert kade.agreements[0].version == 2

    def test_the_other_lives_on_as_a_name(self, merge):
        assert {alias.name for alias in merge().aliases} == {"De Kade Digitaal", "Kademeester"}

    def test_a_name_that_is_the_same_in_another_spelling_comes_once(self, session, kept, merge):
        edit_supplier(session, kept.id, 1, {}, {"aliases": [{"name": "Kade & Meester"}]})
        with change(session, "toets"):
            kept.aliases[0].name = "KADEMEESTER b.v."
        assert {alias.name for alias in merge().aliases} == {"De Kade Digitaal", "KADEMEESTER b.v."}

    def test_what_only_the_other_had_fills_the_gap(self, merge):
        assert merge().kvk == "01234567"

    def test_both_notes_stay(self, merge):
        assert merge().note == "Belde in mei.\n\nMailde in juni."

    def test_its_part_in_products_of_others_goes_along(self, session, kept, emptied, merge):
        shop = add_supplier(session, {"name": "Boekenkar"})
        parties = [{"supplier_id": one.id, "part": Part.MAKER} for one in (kept, emptied)]
        product = add_product(session, shop.id, {"name": "Taaltas"}, {"parties": parties})
        own = [{"supplier_id": emptied.id, "part": Part.MAKER}]
        add_product(session, kept.id, {"name": "Woordwiel"}, {"parties": own})
        assert len(plan_merge(session, kept, emptied).superfluous) == 2
        assert product.others(Part.MAKER) == [kept, emptied]
        merge()
        assert [(party.product.name, party.supplier.name) for party in session.scalars(select(ProductParty))] == [
            ("Taaltas", "Uitgeverij De Kade")
        ]

    def test_the_history_tells_what_the_emptied_one_was(self, session, emptied, merge):
        number = emptied.id
        merge()
        lines = session.scalars(
            select(AuditEvent).where(AuditEvent.action == "removed", AuditEvent.subject_id == number)
        )
        assert ("kvk", "01234567") in [(line.field, line.old) for line in lines]

    def test_the_preview_names_what_moves(self, session, kept, emptied):
        moves = dict(plan_merge(session, kept, emptied).moves)
        assert moves["Producten"] == ["Rekenrek"]
        assert moves["Namen"] == ["De Kade Digitaal", "Kademeester"]
        assert moves["Toetsen"] == ["SIVON"]

    @pytest.mark.parametrize(("both", "expected"), [(True, MARCH), (False, None)])
    def test_it_is_out_of_use_only_when_both_were(self, session, kept, emptied, merge, both, expected):
        retire_supplier(session, kept.id, MARCH)
        if both:
            retire_supplier(session, emptied.id, date(2026, 1, 1))
        assert merge().retired_on == expected


def test_actions_move_too(session, kept, emptied, merge):
    action = add_action(session, {"what": "Bel", "supplier_id": emptied.id})
    assert ("Acties", ["Bel"]) in [(name, list(what)) for name, what in plan_merge(session, kept, emptied).moves]
    merge()
    assert (action.supplier_id, action.version) == (kept.id, 2)


@pytest.mark.parametrize(
    ("both", "reasons"), [(False, ["Komt in mei."]), (True, ["Wij bellen zelf."])], ids=["only the other", "both"]
)
def test_what_was_silenced_about_the_other_goes_along_and_waits_for_no_new_supplier(
    session, kept, emptied, merge, both, reasons
):
    said = {kept: "Wij bellen zelf.", emptied: "Komt in mei."}
    with change(session, "toets"):
        for one in said if both else [emptied]:
            key = {"code": "covenant_unchecked", "subject": "supplier", "subject_id": one.id}
            session.add(SignalSilence(reason=said[one], since=MARCH, until=date(2026, 12, 31), **key))
    (name,) = dict(plan_merge(session, kept, emptied).moves)["Stil gezette signalen"]
    assert ("stond al stil bij Uitgeverij De Kade" in name) is both
    merge()
    held = session.scalars(select(SignalSilence)).all()
    assert [(one.subject_id, one.reason) for one in held] == [(kept.id, reason) for reason in reasons]
