"""The last change of a record stays when something depends on it, or when its viewer may not edit it."""

from datetime import UTC, datetime

import pytest

from registry.access import Right, Viewer, bind
from registry.errors import BrokenRule, NotAllowed, NotFound
from registry.model import Agreement, PrivacyAnnex, Product, School
from registry.queries.history.last_change import last_change
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.history.forgetting import forget_texts
from registry.services.history.undoing import refusal, undo_last
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from registry.services.suppliers.products import add_product, edit_product
from registry.services.uses.schools import edit_school
from tests.complete_register import TODAY


class TestTakingBackIsRefused:
    def test_when_somebody_changed_it_since(self, session, register):
        school = register.zandloper
        seen = last_change(session, "school", school.id).number
        edit_school(session, school.id, school.version, {"city": "Elders"})
        with pytest.raises(BrokenRule, match="Intussen"):
            undo_last(session, School, school.id, seen)

    def test_when_the_change_touched_another_record(self, session, in_force, undo):
        old = in_force
        new = add_agreement(session, old.supplier_id, {"status": "in_force", "starts_on": TODAY, "replaces_id": old.id})
        with pytest.raises(BrokenRule, match="ook iets anders gewijzigd: overeenkomst"):
            undo(new)
        assert session.get(Agreement, new.id) is not None

    def test_when_an_annex_lies_fixed(self, session, register, undo):
        product = add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
        annex = propose_annex(session, PrivacyAnnex, product.id, {"edition": "1"})
        accept_annex(session, PrivacyAnnex, annex.id, TODAY)
        with pytest.raises(BrokenRule, match="ligt vast"):
            undo(annex)

    def test_when_a_final_paper_was_made_since(self, session, register, undo, tmp_path):
        product = session.get(Product, register.letters.id)
        edit_product(session, product.id, product.version, {"purpose_plain": "Lezen leren"})
        paper = compose(session, Order(KINDS["schoolgids"], register.zandloper.id, TODAY, TODAY))
        make_final(session, paper, Templates(tmp_path), datetime.now(UTC))
        assert "definitief document" in refusal(session, product)
        with pytest.raises(BrokenRule, match="definitief document"):
            undo(product)

    def test_when_the_old_text_was_erased(self, session, register, undo):
        school = register.zandloper
        edit_school(session, school.id, school.version, {"name": "Elders"})
        forget_texts(session, [line.id for line in last_change(session, "school", school.id).lines], "een naam")
        with pytest.raises(BrokenRule, match="uit de geschiedenis gewist"):
            undo(school)

    @pytest.mark.parametrize("right", [Right.READ, Right.EDIT_USES, Right.EDIT_REGISTER])
    def test_without_the_right_that_edits_it(self, session, register, undo, right):
        bind(session, Viewer("iemand", frozenset({right})))
        with pytest.raises(NotAllowed):
            undo(register.zandloper)

    def test_for_a_record_that_is_not_there_for_the_viewer(self, session, register):
        session.expunge_all()
        bind(session, Viewer("iemand", frozenset(Right), frozenset({99})))
        with pytest.raises(NotFound):
            undo_last(session, School, 1, 1)
