"""Filing and editing an agreement: its dates, its arrangement, its stage."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from registry.database import change
from registry.errors import ChangedMeanwhile, InvalidText, NotFound, RegisterError, UnknownCode
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.custom import CustomSubject
from registry.model.supplier import PartyRole
from registry.queries.board.custom_fields import custom_values
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.board.custom_fields import add_custom_field
from registry.services.suppliers.suppliers import edit_supplier

IN_FORCE, NOT_NEEDED, TERMINATED = AgreementStatus.IN_FORCE, AgreementStatus.NOT_NEEDED, AgreementStatus.TERMINATED
START, BEFORE = date(2026, 8, 1), date(2026, 7, 31)


class TestDates:
    def test_one_that_holds_may_have_begun_on_a_day_that_nobody_wrote_down(self, add):
        assert add(status=IN_FORCE).is_in_force(BEFORE)

    def test_the_end_does_not_come_before_the_start(self, add, refused):
        assert refused(add, starts_on=START, ends_on=BEFORE) == "ends_on"

    def test_nobody_looks_at_it_again_before_it_begins(self, add, refused):
        assert refused(add, starts_on=START, review_on=BEFORE) == "review_on"
        assert add(starts_on=START, review_on=START).id

    def test_nobody_looks_at_it_again_after_it_ended(self, add, refused):
        fields = {"starts_on": START, "ends_on": date(2027, 7, 31)}
        after = {"review_on": date(2030, 8, 1)}
        assert refused(add, **fields, **after, renewal=Renewal.NONE) == "review_on"
        assert add(**fields, **after, renewal=Renewal.TACIT_YEAR).id

    def test_the_notice_is_not_longer_than_the_term(self, session, add, refused):
        fields = {"starts_on": START, "ends_on": date(2026, 9, 30)}
        assert refused(add, **fields, notice_months=12) == "notice_months"
        assert refused(add, **fields, notice_months=3) == "notice_months"
        assert add(**fields, notice_months=2).id

    def test_an_ended_one_did_not_go_on_after_its_last_day(self, add, refused):
        fields = {"status": TERMINATED, "ends_on": BEFORE, "ended_on": START}
        assert refused(add, **fields, renewal=Renewal.NONE) == "ended_on"
        assert add(**fields, renewal=Renewal.TACIT_YEAR).id

    def test_an_agreement_may_hold_for_one_day(self, add):
        assert add(starts_on=START, ends_on=START).id

    def test_it_may_hold_on_the_29th_of_february(self, add):
        leap_day = date(2028, 2, 29)
        agreement = add(status=IN_FORCE, starts_on=leap_day, ends_on=leap_day, renewal=Renewal.NONE)
        assert agreement.is_in_force(leap_day)
        assert not agreement.is_in_force(date(2028, 3, 1))

    def test_a_year_that_cannot_be_meant_is_refused(self, add, refused):
        assert refused(add, starts_on=date(202, 8, 1)) == "starts_on"

    @pytest.mark.parametrize("months", [-1, 61])
    def test_a_notice_period_is_at_most_five_years(self, add, months, refused):
        assert refused(add, notice_months=months) == "notice_months"

    def test_an_ended_one_has_a_last_day(self, add, refused):
        assert refused(add, status=TERMINATED, starts_on=START) == "ended_on"

    def test_an_ended_one_did_not_end_before_it_began(self, add, refused):
        assert refused(add, status=TERMINATED, starts_on=START, ended_on=BEFORE) == "ended_on"

    def test_one_that_holds_has_no_day_on_which_it_ended(self, add, refused):
        assert refused(add, status=IN_FORCE, starts_on=START, ended_on=START) == "ended_on"


class TestWhatTheDatabaseRefuses:
    """Whatever the services do."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"starts_on": START, "ends_on": BEFORE},
            {"starts_on": START, "ended_on": BEFORE},
            {"status": NOT_NEEDED},
            {"notice_months": -1},
            {"status": "zomaar"},
            {"replaces_id": 99},
        ],
        ids=str,
    )
    def test_it_is_refused(self, session, supplier, fields):
        with pytest.raises((RegisterError, LookupError)) as caught, change(session, "langs de regels om"):
            session.add(Agreement(supplier_id=supplier.id, **fields))
        assert isinstance(caught.value.__cause__, IntegrityError | LookupError)


class TestArrangement:
    def test_an_unknown_one_is_refused(self, add):
        with pytest.raises(UnknownCode) as caught:
            add(arrangement="handdruk")
        assert caught.value.field == "arrangement"

    def test_it_fits_the_role_of_the_supplier(self, session, add, supplier, refused):
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.LEGAL_RECIPIENT})
        assert refused(add, arrangement="own_text") == "arrangement"

    def test_a_role_that_changed_later_does_not_stop_who_adds_a_date(self, session, add, supplier):
        agreement = add(arrangement="own_text")
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.LEGAL_RECIPIENT})
        edited = edit_agreement(session, agreement.id, 1, {"arrangement": "own_text", "review_on": START})
        assert edited.review_on == START

    def test_none_needed_comes_with_its_reason(self, add, session, supplier, refused):
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.LEGAL_RECIPIENT})
        assert refused(add, arrangement="none_legal_duty", status=NOT_NEEDED) == "reason"
        assert add(arrangement="none_legal_duty", status=NOT_NEEDED, reason="De wet vraagt dit.").id

    def test_none_needed_is_not_said_of_what_needs_an_agreement(self, add, refused):
        assert refused(add, arrangement="own_text", status=NOT_NEEDED, reason="Geen zin.") == "status"

    def test_what_is_not_needed_is_not_asked_for_either(self, session, add, supplier, refused):
        edit_supplier(session, supplier.id, supplier.version, {"role": PartyRole.LEGAL_RECIPIENT})
        assert refused(add, arrangement="none_legal_duty", reason="De wet.") == "status"

    @pytest.mark.parametrize("arrangement", ["own_text", "supplier_model"])
    def test_an_own_text_is_never_recorded_as_a_model_of_the_covenant(self, add, arrangement, refused):
        assert refused(add, arrangement=arrangement, model_version="mvo_4_0") == "model_version"

    def test_an_old_model_may_be_in_force(self, add):
        fields = {"arrangement": "mvo_participant", "model_version": "bvo_2_0", "status": IN_FORCE}
        assert add(starts_on=date(2017, 8, 1), **fields).is_in_force(START)


class TestEditing:
    def test_a_stale_save_is_told_what_changed(self, session, add):
        agreement = add(reference="VO-1")
        edit_agreement(session, agreement.id, 1, {"reference": "VO-2"})
        with pytest.raises(ChangedMeanwhile) as caught:
            edit_agreement(session, agreement.id, 1, {"reference": "VO-3"})
        assert caught.value.changes == [("Kenmerk", "VO-1", "VO-2")]
        assert session.get(Agreement, agreement.id).reference == "VO-2"

    def test_a_refused_edit_changes_nothing(self, session, add, refused):
        agreement = add(reference="VO-1", starts_on=START)
        assert refused(edit_agreement, session, agreement.id, 1, {"reference": "VO-2", "ends_on": BEFORE}) == "ends_on"
        assert (agreement.reference, agreement.version) == ("VO-1", 1)

    def test_a_text_that_is_too_long_is_refused_by_the_service_too(self, add):
        with pytest.raises(InvalidText) as caught:
            add(reference="x" * 10_000)
        assert caught.value.field == "reference"

    def test_an_unknown_supplier_is_not_found(self, session):
        with pytest.raises(NotFound):
            add_agreement(session, 99, {})

    def test_its_own_fields_are_saved_with_it(self, session, supplier, add):
        folder = add_custom_field(session, {"subject": CustomSubject.AGREEMENT, "label": "Map"}).id
        agreement = add_agreement(session, supplier.id, {}, own={folder: "Kast 3"})
        assert [own.value for own in custom_values(session, agreement=agreement.id)] == ["Kast 3"]
        edit_agreement(session, agreement.id, 1, {}, own={folder: "Kast 4"})
        assert [own.value for own in custom_values(session, agreement=agreement.id)] == ["Kast 4"]
