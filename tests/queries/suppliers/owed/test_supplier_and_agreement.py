"""What still lacks of the supplier itself and of what was agreed with it: a sentence for each thing taken out."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus, ConclusionMode, Renewal
from registry.model.supplier import ContactKind, PartyRole
from registry.queries.suppliers.owed import owed
from registry.services.agreements.agreements import add_agreement
from tests.queries.suppliers.owed.file import TODAY, YESTERDAY


class TestTheSupplier:
    def test_a_covenant_that_was_looked_up_only_later_is_unchecked_on_the_day(self, file):
        file.set(file.supplier.covenant_entries[0], checked_on=date(2026, 3, 2))
        assert file.owed == [("covenant_unchecked", "supplier", file.supplier.id)]

    def test_a_breach_contact_is_missing(self, file):
        file.set(file.supplier.contacts[0], kind=ContactKind.SUPPORT)
        assert file.owed == [("breach_contact_missing", "supplier", file.supplier.id)]

    def test_a_breach_contact_without_an_address_is_none(self, file):
        file.set(file.supplier.contacts[0], email="")
        assert file.codes == ["breach_contact_missing"]

    def test_the_breach_contact_of_the_annex_is_enough(self, file):
        file.set(file.supplier.contacts[0], kind=ContactKind.SUPPORT)
        file.set(file.security, breach_phone="0123 456 789")
        assert file.owed == []


class TestTheAgreement:
    def test_none_at_all(self, file):
        file.drop(file.agreement)
        assert file.owed == [("agreement_missing", "supplier", file.supplier.id)]

    def test_one_that_is_over(self, file):
        file.set(file.agreement, ends_on=YESTERDAY, renewal=Renewal.NONE)
        assert file.owed == [("agreement_ended", "agreement", file.agreement.id)]
        assert "28 februari 2026" in owed(file.supplier, TODAY)[0].sentence

    def test_one_that_holds_until_today(self, file):
        file.set(file.agreement, ends_on=TODAY, renewal=Renewal.NONE)
        assert file.owed == []

    def test_one_that_does_not_hold_yet(self, file):
        file.set(file.agreement, status=AgreementStatus.WITH_SUPPLIER)
        assert file.owed == [("agreement_open", "agreement", file.agreement.id)]

    @pytest.mark.parametrize("side", ["supplier", "board"])
    def test_a_signature_of_one_side(self, file, side):
        file.set(file.agreement, **{f"{side}_signed_on": None})
        assert file.owed == [(f"{side}_signature_missing", "agreement", file.agreement.id)]

    @pytest.mark.parametrize("mode", [ConclusionMode.CLICK_THROUGH, ConclusionMode.EMBEDDED_IN_TERMS])
    def test_what_is_concluded_without_signatures_lacks_none(self, file, mode):
        file.set(file.agreement, conclusion_mode=mode, supplier_signed_on=None, board_signed_on=None)
        assert file.owed == []

    def test_nobody_knows_how_it_was_concluded(self, file):
        file.set(file.agreement, conclusion_mode=ConclusionMode.UNKNOWN)
        assert file.codes == ["conclusion_unknown"]

    def test_it_is_not_about_a_product_in_use(self, file):
        file.drop(file.agreement.products[0])
        assert file.owed == [("agreement_product_missing", "agreement", file.agreement.id)]

    def test_a_letter_has_its_reason(self, file):
        file.set(file.agreement, arrangement="letter_or_mail", conclusion_mode=ConclusionMode.LETTER)
        assert file.codes == ["reason_missing"]

    def test_a_letter_with_its_reason_is_complete_without_annexes(self, file):
        file.drop(file.privacy)
        file.drop(file.security)
        letter = {
            "arrangement": "letter_or_mail",
            "conclusion_mode": ConclusionMode.LETTER,
            "reason": "Wil geen ander.",
        }
        file.set(file.agreement, **letter)
        assert file.owed == []


class TestOtherRoles:
    def test_a_recipient_by_law_needs_its_reason_and_nothing_else(self, file):
        file.drop(file.agreement)
        file.drop(file.privacy)
        file.set(file.supplier, role=PartyRole.LEGAL_RECIPIENT)
        assert file.owed == [("decision_missing", "supplier", file.supplier.id)]

    def test_a_recipient_by_law_with_its_reason_is_complete(self, file):
        file.drop(file.agreement)
        file.set(file.supplier, role=PartyRole.LEGAL_RECIPIENT)
        reason = {"status": AgreementStatus.NOT_NEEDED, "arrangement": "none_legal_duty", "reason": "De wet."}
        add_agreement(file.session, file.supplier.id, reason)
        assert file.owed == []

    def test_what_parents_choose_themselves_owes_nothing(self, file):
        file.drop(file.agreement)
        file.set(file.supplier, role=PartyRole.OUT_OF_SCOPE)
        assert file.owed == []

    def test_a_joint_controller_needs_an_agreement(self, file):
        file.drop(file.agreement)
        file.set(file.supplier, role=PartyRole.JOINT_CONTROLLER)
        assert file.codes == ["agreement_missing"]
