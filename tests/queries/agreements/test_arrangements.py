"""The role and the covenant status propose an arrangement; an agreement that does not fit them is told."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import mismatch, proposed_arrangement, standing_agreements
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.suppliers import add_supplier, edit_supplier, note_covenant

TODAY, BEFORE = date(2026, 8, 1), date(2026, 1, 1)
IN_FORCE = {"status": AgreementStatus.IN_FORCE, "starts_on": BEFORE}


@pytest.fixture
def supplier(session):
    return add_supplier(session, {"name": "Lettervlieg"})


@pytest.fixture
def covenant(session, supplier):
    def covenant(status, on=BEFORE):
        note_covenant(session, supplier.id, {"status": status, "checked_on": on})

    return covenant


@pytest.fixture
def agree(session, supplier):
    def agree(model="", arrangement="", **fields):
        stored = {"model_version": model, "arrangement": arrangement, **(fields or IN_FORCE)}
        return add_agreement(session, supplier.id, stored)

    return agree


class TestProposing:
    @pytest.mark.parametrize(
        ("status", "code"),
        [
            (CovenantStatus.PARTICIPANT, "mvo_participant"),
            (CovenantStatus.SUPPORTER, "general_model"),
            (CovenantStatus.NONE, "own_text"),
        ],
    )
    def test_the_covenant_status_of_a_processor_decides(self, supplier, covenant, status, code):
        covenant(status)
        assert proposed_arrangement(supplier, TODAY).code == code

    def test_a_processor_that_nobody_looked_up_gets_our_own_text(self, supplier):
        assert proposed_arrangement(supplier, TODAY).code == "own_text"

    def test_the_status_on_the_day_counts(self, supplier, covenant):
        covenant(CovenantStatus.PARTICIPANT, TODAY)
        assert proposed_arrangement(supplier, BEFORE).code == "own_text"

    @pytest.mark.parametrize("role", [role for role in PartyRole if role is not PartyRole.PROCESSOR])
    def test_every_other_role_has_an_arrangement_that_fits_it(self, session, role):
        supplier = add_supplier(session, {"name": "Rekenwolk", "role": role})
        assert role.value in proposed_arrangement(supplier, TODAY).roles

    def test_a_recipient_by_law_needs_no_agreement(self, session):
        supplier = add_supplier(session, {"name": "Examendienst", "role": PartyRole.LEGAL_RECIPIENT})
        assert not proposed_arrangement(supplier, TODAY).needs_agreement


class TestMismatch:
    def test_model_four_is_for_participants_only(self, covenant, agree):
        covenant(CovenantStatus.SUPPORTER)
        assert "medestander" in mismatch(agree("mvo_4_0"), TODAY)

    def test_model_four_with_a_supplier_that_nobody_looked_up_is_told(self, agree):
        assert "nog niet nagegaan of die meedoet" in mismatch(agree("mvo_4_0"), TODAY)

    def test_model_four_fits_a_participant(self, covenant, agree):
        covenant(CovenantStatus.PARTICIPANT)
        assert mismatch(agree("mvo_4_0", "mvo_participant"), TODAY) is None

    def test_an_older_covenant_model_still_fits_a_participant(self, covenant, agree):
        covenant(CovenantStatus.PARTICIPANT)
        assert mismatch(agree("mvo_3_0"), TODAY) is None

    @pytest.mark.parametrize("model", ["own_text", "general_model", "supplier_own"])
    def test_a_participant_uses_the_covenant_model(self, covenant, agree, model):
        covenant(CovenantStatus.PARTICIPANT)
        assert "convenantmodel" in mismatch(agree(model), TODAY)

    @pytest.mark.parametrize("model", ["own_text", "general_model", ""])
    def test_who_takes_no_part_may_use_any_other_text(self, covenant, agree, model):
        covenant(CovenantStatus.NONE)
        assert mismatch(agree(model), TODAY) is None

    def test_a_role_that_changed_later_is_told(self, session, supplier, agree):
        agreement = agree("own_text", "own_text")
        edit_supplier(session, supplier.id, 1, {"role": PartyRole.LEGAL_RECIPIENT})
        assert "ontvanger volgens de wet" in mismatch(agreement, TODAY)

    def test_an_agreement_that_is_over_is_left_alone(self, agree):
        fields = {**IN_FORCE, "ends_on": date(2026, 7, 31), "renewal": Renewal.NONE}
        assert mismatch(agree("mvo_4_0", **fields), TODAY) is None


class TestStanding:
    def test_what_holds_stands_before_what_is_on_its_way(self, session, supplier, agree):
        holds, wanted = agree(), agree(status=AgreementStatus.WANTED)
        session.refresh(supplier)
        assert standing_agreements(supplier, TODAY) == [holds, wanted]

    def test_what_was_refused_does_not_stand(self, session, supplier, agree):
        agree(status=AgreementStatus.REFUSED)
        session.refresh(supplier)
        assert standing_agreements(supplier, TODAY) == []

    def test_a_reasoned_none_needed_stands(self, session, supplier, agree):
        decided = agree(status=AgreementStatus.NOT_NEEDED, reason="De wet verplicht het.")
        session.refresh(supplier)
        assert standing_agreements(supplier, TODAY) == [decided]
