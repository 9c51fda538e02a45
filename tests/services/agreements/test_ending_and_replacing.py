"""Ending an agreement, and replacing it by another."""

from datetime import date

import pytest

from registry.errors import ChangedMeanwhile
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.supplier import PartyRole
from registry.services.agreements.agreements import add_agreement, edit_agreement, end_agreement
from registry.services.suppliers.suppliers import add_supplier, edit_supplier

IN_FORCE, NOT_NEEDED = AgreementStatus.IN_FORCE, AgreementStatus.NOT_NEEDED
START, END, NEXT = date(2024, 8, 1), date(2026, 7, 31), date(2026, 8, 1)


@pytest.fixture
def old(add):
    return add(status=IN_FORCE, starts_on=START, renewal=Renewal.INDEFINITE)


class TestEnding:
    def test_it_keeps_its_last_day_and_its_reason(self, session, old):
        ended = end_agreement(session, old.id, END, "Product gestopt.")
        assert (ended.status, ended.ended_on, ended.end_reason) == (AgreementStatus.TERMINATED, END, "Product gestopt.")
        assert ended.is_in_force(END)
        assert not ended.is_in_force(NEXT)

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_it_needs_a_reason(self, session, old, reason, refused):
        assert refused(end_agreement, session, old.id, END, reason) == "end_reason"

    def test_it_does_not_end_before_it_began(self, session, old, refused):
        assert refused(end_agreement, session, old.id, date(2024, 7, 31), "Gestopt.") == "ended_on"

    def test_it_does_not_end_after_its_own_end(self, session, add, refused):
        brief = add(status=IN_FORCE, starts_on=START, ends_on=END, renewal=Renewal.NONE)
        assert refused(end_agreement, session, brief.id, NEXT, "Gestopt.") == "ended_on"

    def test_only_one_that_holds_can_end(self, session, add, refused):
        assert refused(end_agreement, session, add().id, END, "Gestopt.") is None

    def test_it_ends_once(self, session, old, refused):
        end_agreement(session, old.id, END, "Gestopt.")
        assert refused(end_agreement, session, old.id, NEXT, "Nog eens.") is None

    def test_who_saw_an_older_version_is_told_what_changed(self, session, old):
        edit_agreement(session, old.id, 1, {"reference": "VO-2"})
        with pytest.raises(ChangedMeanwhile):
            end_agreement(session, old.id, END, "Gestopt.", seen=1)
        assert old.ended_on is None

    def test_an_end_by_mistake_can_be_taken_back(self, session, old):
        end_agreement(session, old.id, END, "Vergissing.")
        edit_agreement(session, old.id, 2, {"status": IN_FORCE, "ended_on": None, "end_reason": ""})
        assert old.is_in_force(NEXT)


class TestReplacing:
    def test_the_old_one_ends_the_day_before(self, add, old):
        new = add(status=IN_FORCE, starts_on=NEXT, replaces_id=old.id)
        assert (old.status, old.ended_on) == (AgreementStatus.SUPERSEDED, END)
        assert old.is_in_force(END)
        assert new.is_in_force(NEXT)

    def test_the_old_one_runs_on_until_the_new_one_holds(self, session, add, old):
        new = add(status=AgreementStatus.REQUESTED, replaces_id=old.id)
        assert old.is_in_force(NEXT)
        edit_agreement(session, new.id, 1, {"status": IN_FORCE, "starts_on": NEXT})
        assert old.ended_on == END

    def test_the_old_end_moves_along_with_the_new_start(self, session, add, old):
        new = add(status=IN_FORCE, starts_on=NEXT, replaces_id=old.id)
        edit_agreement(session, new.id, 1, {"starts_on": date(2028, 3, 1)})
        assert old.ended_on == date(2028, 2, 29)

    def test_one_that_had_run_out_before_keeps_its_own_last_day(self, add):
        old = add(status=IN_FORCE, starts_on=START, ends_on=date(2025, 7, 31), renewal=Renewal.NONE)
        add(status=IN_FORCE, starts_on=NEXT, replaces_id=old.id)
        assert old.ended_on == date(2025, 7, 31)

    def test_one_that_was_ended_keeps_its_day_and_reason(self, session, add, old):
        end_agreement(session, old.id, date(2025, 1, 31), "Opgezegd.")
        add(status=IN_FORCE, starts_on=NEXT, replaces_id=old.id)
        assert (old.ended_on, old.end_reason) == (date(2025, 1, 31), "Opgezegd.")

    def test_the_new_one_starts_after_the_old_one(self, add, old, refused):
        assert refused(add, status=IN_FORCE, starts_on=START, replaces_id=old.id) == "starts_on"
        assert old.status is IN_FORCE

    def test_it_is_of_the_same_supplier(self, session, old, refused):
        other = add_supplier(session, {"name": "Rekenwolk"})
        assert refused(add_agreement, session, other.id, {"replaces_id": old.id}) == "replaces_id"

    def test_it_does_not_replace_itself(self, session, old, refused):
        assert refused(edit_agreement, session, old.id, 1, {"replaces_id": old.id}) == "replaces_id"

    def test_a_chain_has_a_beginning(self, session, add, old, refused):
        new = add(replaces_id=add(replaces_id=old.id).id)
        assert refused(edit_agreement, session, old.id, 1, {"replaces_id": new.id}) == "replaces_id"

    def test_an_agreement_takes_the_place_of_none_needed(self, session, supplier, add):
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.LEGAL_RECIPIENT})
        none = add(status=NOT_NEEDED, reason="De wet vraagt dit.", arrangement="none_legal_duty")
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.PROCESSOR})
        add(status=IN_FORCE, starts_on=NEXT, arrangement="own_text", replaces_id=none.id)
        assert (none.status, none.ended_on) == (NOT_NEEDED, END)

    def test_none_needed_that_takes_the_place_of_an_agreement_has_a_date(self, session, supplier, add, old, refused):
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.LEGAL_RECIPIENT})
        none = {"status": NOT_NEEDED, "reason": "De wet.", "arrangement": "none_legal_duty", "replaces_id": old.id}
        assert refused(add, **none) == "decided_on"
        add(**none, decided_on=NEXT)
        assert old.ended_on == END
