"""The last change of a record is taken back: fields, rows, and a record that was added."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.errors import AlreadyExists, BrokenRule
from registry.model import AuditEvent, PrivacyAnnex, School, Supplier, Use
from registry.services.agreements.agreements import add_agreement, edit_agreement, end_agreement
from registry.services.annexes.annexes import edit_annex, propose_annex
from registry.services.suppliers.products import add_product, edit_product, retire_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier, note_covenant
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import edit_use, end_use
from tests.complete_register import TODAY


class TestFields:
    def test_become_what_they_were(self, session, register, undo):
        supplier, before = register.lettervlieg, register.lettervlieg.city
        edit_supplier(session, supplier.id, supplier.version, {"city": "Elders", "country": "IE"})
        version = supplier.version
        undo(supplier)
        assert (supplier.city, supplier.country, supplier.version) == (before, "NL", version + 1)

    def test_leave_a_change_of_its_own_that_can_be_taken_back_too(self, session, register, undo):
        school = register.zandloper
        edit_school(session, school.id, school.version, {"pupils": 12, "closed_on": None})
        undo(school)
        assert session.scalars(select(AuditEvent.why).order_by(AuditEvent.id.desc())).first() == (
            "teruggedraaid: school gewijzigd"
        )
        undo(school)
        assert school.pupils == 12

    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"status": "requested"}, "status"),
            ({"notice_months": 7}, "notice_months"),
            ({"review_on": date(2027, 1, 1)}, "review_on"),
        ],
    )
    def test_of_every_kind_come_back(self, session, register, undo, fields, name):
        agreement = add_agreement(session, register.lettervlieg.id, {})
        before = getattr(agreement, name)
        edit_agreement(session, agreement.id, agreement.version, fields)
        assert getattr(agreement, name) != before
        undo(agreement)
        assert getattr(agreement, name) == before

    def test_pass_the_rules_again(self, session, register, undo):
        school = register.zandloper
        code = school.site_code
        edit_school(session, school.id, school.version, {"site_code": ""})
        edit_school(session, register.zonnewijzer.id, register.zonnewijzer.version, {"site_code": code})
        with pytest.raises(AlreadyExists, match="vestigingscode"):
            undo(school)
        assert session.get(School, school.id).site_code == ""

    def test_of_a_use_come_back_with_its_last_day(self, session, register, undo):
        use = session.scalars(select(Use)).first()
        end_use(session, use.id, TODAY)
        undo(use)
        assert use.until is None

    def test_of_an_ended_agreement_come_back(self, session, in_force, undo):
        end_agreement(session, in_force.id, TODAY, "niet meer nodig")
        undo(in_force)
        assert (in_force.status, in_force.ended_on, in_force.end_reason) == ("in_force", None, "")

    def test_of_a_retired_product_come_back(self, session, register, undo):
        product = add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
        retire_product(session, product.id, TODAY)
        undo(product)
        assert product.retired_on is None


class TestRows:
    def test_that_came_go_and_that_went_come_back(self, session, reachable, undo):
        before = sorted((row.kind, row.email, row.phone) for row in reachable.contacts)
        edit_supplier(session, reachable.id, reachable.version, {}, {"contacts": [{"email": "fg@nieuw.example"}]})
        undo(reachable)
        assert sorted((row.kind, row.email, row.phone) for row in reachable.contacts) == before

    def test_that_changed_change_back(self, session, reachable, undo):
        before = [row.email for row in reachable.contacts]
        rows = [{"id": row.id, "email": "ander@adres.example"} for row in reachable.contacts]
        edit_supplier(session, reachable.id, reachable.version, {}, {"contacts": rows})
        undo(reachable)
        assert [row.email for row in reachable.contacts] == before

    def test_of_a_proposed_annex_come_back_with_their_codes(self, session, register, undo):
        known = session.get(PrivacyAnnex, register.privacy_annex.id)
        rows = {"data": [{"category": row.category, "subjects": row.subjects} for row in known.data]}
        annex = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "9"}, rows)
        before = [(row.category, row.subjects) for row in annex.data]
        edit_annex(session, PrivacyAnnex, annex.id, annex.version, {"edition": "10"}, {"data": []})
        undo(annex)
        session.refresh(annex)
        assert (annex.edition, [(row.category, row.subjects) for row in annex.data]) == ("9", before)

    def test_that_another_record_needs_stay(self, session, register, undo):
        product = register.letters
        edit_product(session, product.id, product.version, {}, {"modules": [{"name": "Toetsen"}]})
        use = session.scalars(select(Use).where(Use.product_id == product.id)).first()
        edit_use(session, use.id, use.version, {}, [product.modules[0].id])
        with pytest.raises(BrokenRule, match="onderdeel in gebruik hangt af"):
            undo(product)

    def test_of_the_covenant_go(self, session, register, undo):
        supplier = register.duo
        note_covenant(session, supplier.id, {"status": "none", "checked_on": TODAY})
        undo(supplier)
        session.expire_all()
        assert session.get(Supplier, supplier.id).covenant_entries == []


class TestARecord:
    def test_that_was_added_goes_while_nothing_needs_it(self, session, register, undo):
        supplier = add_supplier(session, {"name": "Krijtje"}, {"contacts": [{"email": "fg@krijtje.example"}]})
        assert undo(supplier) is None
        assert session.get(Supplier, supplier.id) is None

    def test_that_another_one_needs_stays(self, session, register, undo):
        supplier = add_supplier(session, {"name": "Krijtje"})
        add_product(session, supplier.id, {"name": "Bord"})
        with pytest.raises(BrokenRule, match="een product hangt ervan af"):
            undo(supplier)

    def test_that_is_a_use_is_ended_instead(self, session, register, undo):
        with pytest.raises(BrokenRule, match="Beëindig het"):
            undo(session.scalars(select(Use)).first())
