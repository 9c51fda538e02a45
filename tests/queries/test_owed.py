"""What a supplier's file still lacks: nothing when it is complete, one sentence for each thing that is taken out."""

from datetime import date

import pytest
from sqlalchemy import event, select

from registry.database import change, db
from registry.model import AnnexOption, AnnexStorage, Certificate, PrivacyAnnex, SecurityAnnex, Subprocessor, Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode, Renewal
from registry.model.product import Answer
from registry.model.supplier import ContactKind, CovenantStatus, PartyRole
from registry.queries.owed import owed, owed_reads
from registry.services.agreements import add_agreement
from registry.services.annexes import accept_annex, propose_annex
from registry.services.products import add_product
from registry.services.schools import add_school
from registry.services.suppliers import add_supplier, note_covenant
from registry.services.uses import end_use, start_use

SINCE, TODAY = date(2025, 8, 1), date(2026, 3, 1)
YESTERDAY = date(2026, 2, 28)
PRIVACY = {
    "purposes": [{"purpose": "LT-a"}],
    "data": [{"category": "1.1", "subjects": ("pupil",)}],
    "storage": [{"country": "NL"}],
    "retention": [{"data": "alles", "term": "tot een maand na het einde"}],
}
SIGNED = {
    "status": AgreementStatus.IN_FORCE,
    "conclusion_mode": ConclusionMode.WET_SIGNATURE,
    "starts_on": SINCE,
    "board_signed_on": SINCE,
    "supplier_signed_on": SINCE,
}


class File:
    """A supplier with one product at one school, complete."""

    def __init__(self, session, name="Lettervlieg"):
        self.session = session
        contacts = [{"kind": ContactKind.DATA_BREACH, "email": "lek@lettervlieg.example"}]
        self.supplier = add_supplier(session, {"name": name}, {"contacts": contacts})
        self.product = add_product(session, self.supplier.id, {"name": "Letterboot"})
        school = add_school(session, {"name": f"De Zandloper van {name}"})
        self.use = start_use(session, school.id, self.product.id, {"since": SINCE})
        self.privacy = self.accept(PrivacyAnnex, {"no_subprocessors": True}, PRIVACY)
        self.security = self.accept(SecurityAnnex, {}, {})
        rows = {"products": [{"product_id": self.product.id}]}
        self.agreement = add_agreement(session, self.supplier.id, SIGNED, rows)
        note_covenant(session, self.supplier.id, {"status": CovenantStatus.NONE, "checked_on": SINCE})

    def accept(self, kind, fields, rows):
        annex = propose_annex(self.session, kind, self.product.id, fields, rows)
        return accept_annex(self.session, kind, annex.id, SINCE)

    def set(self, record, **values):
        with change(self.session, "toets"):
            for name, value in values.items():
                setattr(record, name, value)

    def drop(self, record):
        with change(self.session, "toets"):
            self.session.delete(record)
        self.session.expire_all()

    @property
    def owed(self):
        self.session.expire_all()
        return [(item.code, item.subject, item.subject_id) for item in owed(self.supplier, TODAY)]

    @property
    def codes(self):
        return [code for code, *_ in self.owed]


@pytest.fixture
def file(session):
    return File(session)


def test_a_complete_file_owes_nothing(file):
    assert file.owed == []


def test_a_supplier_without_a_use_only_has_to_be_looked_up(session):
    supplier = add_supplier(session, {"name": "Rekenwolk"})
    add_product(session, supplier.id, {"name": "Rekenrek"})
    assert [item.code for item in owed(supplier, TODAY)] == ["covenant_unchecked"]


def test_a_product_that_no_school_uses_any_more_owes_nothing(file):
    file.drop(file.privacy)
    end_use(file.session, file.use.id, YESTERDAY)
    assert file.owed == []


def test_a_product_that_a_school_is_going_to_use_counts(file):
    file.drop(file.security)
    file.set(file.use, since=date(2026, 8, 1))
    assert file.codes == ["security_annex_missing"]


def test_a_supplier_out_of_use_owes_nothing(session):
    assert owed(add_supplier(session, {"name": "Rekenwolk", "retired_on": TODAY}), TODAY) == []


def test_every_sentence_is_one_sentence_about_a_name(file):
    for row in (*file.privacy.storage, *file.privacy.retention, *file.privacy.data, *file.privacy.purposes):
        file.drop(row)
    file.drop(file.security)
    file.set(file.agreement, supplier_signed_on=None)
    sentences = [item.sentence for item in owed(file.supplier, TODAY)]
    assert len(sentences) == 6
    assert all(
        ("Letterboot" in sentence or "Lettervlieg" in sentence) and sentence[-1] == "." for sentence in sentences
    )


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
        assert "28-02-2026" in owed(file.supplier, TODAY)[0].sentence

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


class TestThePrivacyAnnex:
    def test_none_at_all(self, file):
        file.drop(file.privacy)
        assert file.owed == [("privacy_annex_missing", "product", file.product.id)]

    def test_a_proposal_waits_for_the_board(self, file):
        file.drop(file.privacy)
        proposal = propose_annex(file.session, PrivacyAnnex, file.product.id, {})
        assert file.owed == [("privacy_annex_proposed", "privacy_annex", proposal.id)]
        assert owed(file.supplier, TODAY)[0].by_the_board

    @pytest.mark.parametrize("part", ["purposes", "data", "retention", "storage"])
    def test_it_is_silent_on_what_it_has_to_say(self, file, part):
        file.drop(getattr(file.privacy, part)[0])
        assert file.owed == [(f"{part}_missing", "privacy_annex", file.privacy.id)]
        assert not owed(file.supplier, TODAY)[0].by_the_board

    def test_it_does_not_say_whether_there_are_subprocessors(self, file):
        file.set(file.privacy, no_subprocessors=False)
        assert file.codes == ["subprocessors_missing"]

    def test_a_country_outside_the_eea_needs_a_safeguard(self, file):
        file.set(file.privacy.storage[0], country="US")
        assert file.codes == ["safeguard_missing"]
        assert "Verenigde Staten" in owed(file.supplier, TODAY)[0].sentence
        file.set(file.privacy.storage[0], safeguard="scc")
        assert file.owed == []

    def test_the_countries_of_subprocessors_count_too(self, file):
        with change(file.session, "toets"):
            file.privacy.no_subprocessors = False
            file.privacy.subprocessors += [Subprocessor(name="Wolkhuis", country="US"), Subprocessor(name="Mailpost")]
            file.privacy.storage.append(AnnexStorage(country="IN", safeguard="scc"))
        assert file.codes == ["subprocessor_country_missing", "safeguard_missing"]

    def test_a_choice_waits_for_the_board(self, file):
        with change(file.session, "toets"):
            file.privacy.options.append(AnnexOption(description="Onderzoek"))
        assert file.owed == [("choice_missing", "agreement", file.agreement.id)]


class TestTheSecurityAnnex:
    def test_none_at_all(self, file):
        file.drop(file.security)
        assert file.owed == [("security_annex_missing", "product", file.product.id)]

    def test_a_certificate_ends(self, file):
        with change(file.session, "toets"):
            file.security.certificates.append(Certificate(name="ISO 27001", ends_on=YESTERDAY))
        assert file.owed == [("certificate_ended", "security_annex", file.security.id)]

    def test_a_certificate_is_good_until_its_last_day_and_may_be_renewed(self, file):
        with change(file.session, "toets"):
            file.security.certificates += [
                Certificate(name="NEN 7510", ends_on=TODAY),
                Certificate(name="ISO 27001", ends_on=YESTERDAY),
                Certificate(name="ISO 27001", ends_on=date(2029, 1, 1)),
            ]
        assert file.owed == []


def test_a_dpia_that_is_needed_has_to_be_done(file):
    file.set(file.product, dpia_needed=Answer.YES)
    assert file.owed == [("dpia_missing", "product", file.product.id)]
    file.set(file.product, dpia_done_on=SINCE)
    assert file.owed == []


def test_after_loading_nothing_more_is_asked_of_the_database(session):
    for name in ("Lettervlieg", "Rekenwolk"):
        File(session, name)
    session.expire_all()
    suppliers = session.scalars(select(Supplier).options(*owed_reads())).all()
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert [owed(supplier, TODAY) for supplier in suppliers] == [[], []]
    assert asked == []
